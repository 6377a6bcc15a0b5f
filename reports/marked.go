package reports

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/xuri/excelize/v2"

	"bolyst/metrics"
)

// MarkedWorkbook is a file as it was delivered, and what was wrong with it.
type MarkedWorkbook struct {
	Name     string         // of the installation, for the head of the pages and as the author of the remarks
	Load     metrics.Load   // the file, its source, feed and batch, and what became of its rows
	LoadedOn time.Time      // the day it was loaded
	Headers  map[string]int // by sheet: the row of the headers; 0 or missing: not known. Of Lines the first is

	// One of these, or neither for the summary alone.
	Original io.ReaderAt // the workbook that was delivered
	Size     int64       // of Original, in bytes
	Lines    []Line      // of a file that was no workbook, the headers first
	Excerpt  bool        // Lines are not all of them

	Faults []Fault
	Rules  []Rule // words for rules that this package does not know, or in place of its own
}

// Line is one record of a text file. It is put into the row of its number, so that places agree; lines that are left out leave
// their rows empty.
type Line struct {
	Number int // in the file, from 1
	Cells  []string
}

// Fault is one thing that is wrong, with its place.
type Fault struct {
	Sheet  string // "": the first, or the only one
	Row    int    // 0: the file as a whole
	Column string // the letter; "": the row as a whole
	Rule   string // its code
	Text   string // the sentence that says what is wrong and what to do
	Masked bool   // what stands there is personal: no digits that could be an identity number are repeated from the sentence
	Mask   bool   // the cell shows ••• in place of what stands there. An identity number always is masked
}

// Rule is what a rule is called and what to do about it.
type Rule struct{ Code, Name, Do string }

// ErrCannotMark is the error of a workbook that is too large, or too unusual, to be changed in places with certainty. Its rows
// can be handed over as Lines in its place, those with faults alone if need be.
var ErrCannotMark = errors.New("the workbook cannot be marked in place")

// mostNotes is how many cells get a remark. Office programs grow slow with more, and nobody reads them one by one.
const mostNotes = 1000

// Marked writes the delivered file back with every fault in its place: the cell hatched, with a remark that says what is wrong;
// behind the last column of a rejected row a text; and before all sheets a summary with what became of the rows, the rules that
// were broken and all faults, with links to their cells. Apart from that a workbook stays as it was, byte for byte in the sheets
// without faults; no formula is computed. The lines of a text file become text, so that they look as they did.
func Marked(w io.Writer, m MarkedWorkbook, language metrics.Language) error {
	if err := m.write(w, language); err != nil {
		return fmt.Errorf("marked copy of %s: %w", m.Load.File, err)
	}
	return nil
}

func (m MarkedWorkbook) write(w io.Writer, language metrics.Language) error {
	m = m.excerpt()
	o, err := m.open(language)
	if err != nil {
		return err
	}
	found := arrange(m.Faults, o.sheetNames())
	b := newBook(metrics.Table{}, language)
	defer b.file.Close()
	b.edges = m.edges(b)
	b.describe(excelize.DocProperties{
		Title: plain(b.say("marked_title", m.Load.File)), Subject: plain(m.Load.Feed), Creator: plain(m.Name), LastModifiedBy: plain(m.Name),
	}, m.LoadedOn)

	summary := b.sheet(sheetName(b.say("summary"), o.asSheets()))
	summary.writeSummary(m, found, o)
	notice, headOfNotices := b.style(look{format: textFormat, bold: true}), b.style(look{format: textFormat, total: true})
	if b.err != nil {
		return b.err
	}
	if o == nil {
		return b.pack(w)
	}
	ours, err := b.parts()
	if err != nil {
		return err
	}
	styles, err := o.join(ours, summary.name)
	if err != nil {
		return err
	}
	marks := marker{
		original: o, styles: styles, notice: styles.ours(notice), head: styles.ours(headOfNotices),
		say: b.say, author: m.author(), notes: mostNotes,
	}
	for _, sheet := range found.sheets {
		if err := marks.mark(sheet, m.headerRow(sheet.name)); err != nil {
			return err
		}
	}
	if err := marks.finish(); err != nil {
		return err
	}
	return o.write(w)
}

// open opens what was delivered, or a workbook of its lines; nil when there is nothing to mark, or when the file as a whole was
// refused for what it says of persons: such a file is not spread.
func (m MarkedWorkbook) open(language metrics.Language) (*original, error) {
	switch {
	case m.withheld():
		return nil, nil
	case m.Original != nil:
		return openOriginal(m.Original, m.Size)
	case len(m.Lines) == 0:
		return nil, nil
	}
	content, err := m.fromLines(language)
	if err != nil {
		return nil, err
	}
	return openOriginal(bytes.NewReader(content), int64(len(content)))
}

// withheld says whether the file was refused as a whole for something personal.
func (m MarkedWorkbook) withheld() bool {
	for _, f := range m.Faults {
		if f.Row == 0 && (f.Masked || f.Mask) {
			return true
		}
	}
	return false
}

// edges are the texts of the head and foot of the pages that are ours.
func (m MarkedWorkbook) edges(b *book) edges {
	return edges{left: m.Name, right: m.Load.File, from: b.metric("batch") + " " + fmt.Sprint(m.Load.Batch), when: b.on(m.LoadedOn)}
}

func (m MarkedWorkbook) author() string {
	if m.Name == "" {
		return "Bolyst"
	}
	return m.Name
}

// headerRow is the row of the headers of the sheet, 0 when it is not known.
func (m MarkedWorkbook) headerRow(sheet string) int {
	if m.Original == nil && len(m.Lines) > 0 {
		return m.Lines[0].Number
	}
	return m.Headers[sheet]
}
