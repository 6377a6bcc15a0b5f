package reports

import (
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// flow is the rows of a long sheet. They are made while the file is written, so that a million of them take no more memory than
// a few.
type flow struct {
	first   int // the row that they begin with
	rows    iter.Seq[[]cell]
	letters []string     // of the columns
	styles  map[look]int // of every look that a cell may have
}

// flow writes a table from the first row on, whose rows come one at a time; their cells may lie in the same memory. How they may
// look must be known before the first of them is made, and none of them is a formula or a link.
func (s *sheet) flow(columns []column, count int, rows iter.Seq[[]cell]) {
	if 1+count > lastSheetRow {
		s.try(fmt.Errorf("sheet %s: %d rows, and a sheet holds %d", s.name, 1+count, lastSheetRow))
		return
	}
	s.head(1, columns, true)
	s.asTable(1, len(columns), count, true)
	height, own := rowHeight, true // of every row, since none says its own
	s.try(s.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{DefaultRowHeight: &height, CustomHeight: &own}))
	f := flow{first: 2, rows: rows, styles: map[look]int{}}
	for i := range columns {
		f.letters = append(f.letters, columnName(i+1))
	}
	for _, format := range []string{"", textFormat, wholeFormat, decimalFormat, percentFormat, s.kroner()} {
		for _, right := range []bool{false, true} {
			l := look{format: format, right: right, body: true}
			f.styles[l] = s.style(l)
		}
	}
	s.flows[fmt.Sprintf("xl/worksheets/sheet%d.xml", 1+slices.Index(s.sheets, s))] = f
	s.flowing = count
}

// pieceSize is how much of a sheet is handed on at a time.
const pieceSize = 256 << 10

// write writes the rows as the sheet's part holds them. While one piece is packed, which takes as long, the next is made.
func (f flow) write(w io.Writer) error {
	full, empty, done := make(chan []byte), make(chan []byte, 2), make(chan error)
	go func() {
		var err error
		for piece := range full {
			if err == nil {
				_, err = w.Write(piece)
			}
			empty <- piece[:0]
		}
		done <- err
	}()
	empty <- nil
	piece, row := make([]byte, 0, pieceSize), f.first
	known := inline{}
	for cells := range f.rows {
		piece = f.appendRow(piece, row, cells, known)
		row++
		if len(piece) >= pieceSize {
			full <- piece
			piece = <-empty
		}
	}
	full <- piece
	close(full)
	return <-done
}

// appendRow adds a row to the piece.
func (f flow) appendRow(piece []byte, row int, cells []cell, known inline) []byte {
	number := strconv.Itoa(row)
	piece = append(append(append(piece, `<row r="`...), number...), `">`...)
	for i, c := range cells {
		c.look.body = true
		piece = append(append(append(piece, `<c r="`...), f.letters[i]...), number...)
		piece = strconv.AppendInt(append(piece, `" s="`...), int64(f.styles[c.look]), 10)
		switch {
		case c.number.Given():
			piece = strconv.AppendFloat(append(piece, `"><v>`...), c.number.Float(), 'f', -1, 64)
			piece = append(piece, `</v></c>`...)
		case c.text != "":
			piece = append(append(append(piece, `" t="inlineStr"><is>`...), known.text(c.text)...), `</is></c>`...)
		default:
			piece = append(piece, `"/>`...)
		}
	}
	return append(piece, `</row>`...)
}

// inline is the texts of a long sheet as its cells hold them. Most of them stand there many times.
type inline map[string]string

// mostKnown is how many texts are kept.
const mostKnown = 10_000

// text is the text as a cell holds it.
func (known inline) text(text string) string {
	held, ok := known[text]
	if !ok {
		held = `<t xml:space="preserve">` + escaped(cut(cellText(text), longestText)) + `</t>`
		if len(known) < mostKnown {
			known[text] = held
		}
	}
	return held
}
