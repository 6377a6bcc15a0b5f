package ingest

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// inspectedRows is how many rows Inspect looks at. Words that stand only
// further down are found when the file is read.
const inspectedRows = 20000

// maxDistinct bounds the different cells that are kept of a column. A column
// with more of them is no list of words.
const maxDistinct = 500

// inspectedTable is one sheet, or the file, as Inspect sees it.
type inspectedTable struct {
	sheet     string
	headerRow int
	rows      int
	columns   []*inspectedColumn
	totals    []string // words of rows that sum up others
}

// inspectedColumn is what stands in a column: every different cell once, in the
// order of the file, and how often.
type inspectedColumn struct {
	at     int
	header string
	cells  []cell
	count  map[cell]int

	filled, kept         int // cells with content, and those of them that cells and count hold
	emails, letters      int // cells with an @, and letters in all
	lines, identityCells int // cells of several lines, and with an identity number

	personal string // what judge said, once it was asked
	judged   bool
}

// inspectTables reads the sheets of a file, or those the format names, and
// notes the delimiter. Sheets without a header are left out.
func inspectTables(ctx context.Context, path string, format *Format) ([]inspectedTable, error) {
	src, err := open(path, *format)
	if err != nil {
		return nil, err
	}
	defer src.Close()
	if text, ok := src.(*csvSource); ok {
		format.Delimiter = string(text.splitter.delimiter)
	}
	var tables []inspectedTable
	for {
		t, err := inspectTable(ctx, src)
		if err != nil {
			return nil, err
		}
		if len(t.columns) > 0 {
			tables = append(tables, t)
		}
		if err := src.nextSheet(); errors.Is(err, io.EOF) {
			return tables, nil
		} else if err != nil {
			return nil, err
		}
	}
}

// inspectTable looks for the row with most words that stand over columns, and
// counts what stands below it.
func inspectTable(ctx context.Context, src source) (inspectedTable, error) {
	t := inspectedTable{sheet: src.sheet()}
	var ahead []*row
	for len(ahead) < headerRows {
		r, err := src.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return t, err
		}
		ahead = append(ahead, r.clone())
	}
	at := headerAmong(ahead)
	if at < 0 {
		return t, nil
	}
	t.headerRow = ahead[at].number
	for i, c := range ahead[at].cells {
		if text := strings.Join(strings.Fields(c.text), " "); text != "" && !c.holdsIdentityNumber() {
			t.columns = append(t.columns, &inspectedColumn{at: i, header: strings.Clone(text), count: map[cell]int{}})
		}
	}
	for _, r := range ahead[at+1:] {
		t.count(r)
	}
	for t.rows < inspectedRows {
		r, err := src.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return t, err
		}
		if err := ctx.Err(); err != nil {
			return t, err
		}
		t.count(r)
	}
	return t, nil
}

// headerAmong is the row that has most headers in it, the first of equals, or
// -1. One known word is not enough: the row may as well be data, of which
// nothing is to be repeated.
func headerAmong(rows []*row) int {
	best, most := -1, 1
	for i, r := range rows {
		known := 0
		for j := range r.cells {
			if text := r.cells[j].text; r.cells[j].kind == textCell && trim(text) != "" && isKnownHeader(text) {
				known++
			}
		}
		if known > most {
			best, most = i, known
		}
	}
	return best
}

// count adds a row.
func (t *inspectedTable) count(r *row) {
	if r.blank() || r.fault != "" {
		return
	}
	if word, _ := totalWords.of(r); word != "" {
		if !slices.Contains(t.totals, word) {
			t.totals = append(t.totals, word)
		}
		return
	}
	t.rows++
	for _, col := range t.columns {
		if col.at < len(r.cells) && !r.cells[col.at].blank() {
			col.add(r.cells[col.at])
		}
	}
}

func (col *inspectedColumn) add(c cell) {
	col.filled++
	col.letters += utf8.RuneCountInString(c.text)
	if strings.Contains(c.text, "@") {
		col.emails++
	}
	if strings.Contains(trim(c.text), "\n") {
		col.lines++
	}
	if c.holdsIdentityNumber() {
		col.identityCells++
	}
	c.text = trim(c.text)
	if _, ok := col.count[c]; !ok {
		if len(col.cells) == maxDistinct {
			return
		}
		c.text = strings.Clone(c.text) // the cell holds on to its row
		col.cells = append(col.cells, c)
	}
	col.count[c]++
	col.kept++
}

// totalWords are the words that are known to begin a row of totals.
var totalWords = newTotals([]string{"Sum", "I alt", "Totalt", "Total", "Tilsammen", "Til sammen", "Til saman", "Grand total"})
