package ingest

import (
	"slices"
	"strings"
	"unicode"
)

// source is an open file that gives its rows one after the other. The readers
// of csv and xlsx are sources; what comes after them knows only rows.
type source interface {
	// next is the next row of the sheet, valid until the call after it, or
	// io.EOF. A file that cannot be read on gives Refused.
	next() (*row, error)
	// nextSheet goes on to the next of the sheets that were asked for. After
	// the last it is io.EOF.
	nextSheet() error
	// sheet is the name of the sheet being read, "" for csv.
	sheet() string
	Close() error
}

// row is one row of a file.
type row struct {
	number int // the line in the file or the row of the sheet, from 1
	cells  []cell
	// ragged: the file leaves out empty cells at the end, so that a short row
	// is no fault.
	ragged bool
	fault  string // the rule that kept the cells from being read, or ""
}

func (r *row) blank() bool {
	if r.fault != "" {
		return false
	}
	for i := range r.cells {
		if !r.cells[i].blank() {
			return false
		}
	}
	return true
}

// clone is a copy that stays when the next row is read.
func (r *row) clone() *row {
	c := *r
	c.cells = slices.Clone(r.cells)
	return &c
}

func (r *row) holdsIdentityNumber() bool {
	for i := range r.cells {
		if r.cells[i].holdsIdentityNumber() {
			return true
		}
	}
	return false
}

// cell is what stands in one cell. Its text is what a person sees there: codes
// keep their zeros, real dates are yyyy-mm-dd.
type cell struct {
	kind   cellKind
	text   string
	number float64 // of a numberCell
}

type cellKind uint8

const (
	textCell    cellKind = iota // all of csv
	numberCell                  // a number of a sheet
	dateCell                    // a number of a sheet that is shown as a date
	boolCell                    // TRUE or FALSE of a sheet, as the texts 1 and 0
	errorCell                   // an error such as #REF!, as its text
	formulaCell                 // a formula without a value
)

func (c *cell) blank() bool { return c.kind == textCell && trim(c.text) == "" }

// trim removes white space of every kind from both ends, and the invisible
// marks that web forms leave there.
func trim(text string) string {
	if n := len(text); n == 0 || plain(text[0]) && plain(text[n-1]) {
		return text
	}
	return strings.TrimFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b'
	})
}

func plain(c byte) bool { return c > ' ' && c < 0x7f }

// columnLetter is the name of the column in a spreadsheet: 0 is A, 26 is AA.
func columnLetter(column int) string {
	var letters []byte
	for column++; column > 0; column = (column - 1) / 26 {
		letters = append([]byte{byte('A' + (column-1)%26)}, letters...)
	}
	return string(letters)
}
