package reports

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// faults are the faults of a file in the order of their places.
type faults struct {
	all    []placed
	sheets []sheetFaults // those with a place in a sheet that is there, in the order of the sheets
	cells  int           // how many cells have a fault
}

// placed is a fault whose place is known: sheet is the sheet's own name, column its number, 0 for the row as a whole.
type placed struct {
	Fault
	order, column int
}

type sheetFaults struct {
	name string
	rows []rowFaults
}

type rowFaults struct {
	row   int
	texts []string // of the row as a whole
	cells []cellFaults
}

type cellFaults struct {
	column int
	texts  []string
	mask   bool
}

// How large a sheet can be.
const (
	lastSheetRow    = 1 << 20
	lastSheetColumn = 1 << 14
)

// arrange puts the faults in the order of the sheets, rows and columns, and those of one cell together.
func arrange(all []Fault, sheets []string) faults {
	var found faults
	for _, f := range all {
		p := placed{Fault: f, order: slices.IndexFunc(sheets, func(name string) bool { return strings.EqualFold(name, f.Sheet) })}
		if f.Sheet == "" && len(sheets) > 0 {
			p.order = 0
		}
		if p.order >= 0 {
			p.Sheet = sheets[p.order]
		}
		if n, err := excelize.ColumnNameToNumber(f.Column); err == nil {
			p.column = n
		}
		p.Mask = f.Mask || f.Rule == identityRule
		if p.Masked || p.Mask {
			p.Text = identityDigits.ReplaceAllString(p.Text, masked)
		}
		found.all = append(found.all, p)
	}
	slices.SortStableFunc(found.all, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.order, b.order), cmp.Compare(a.Row, b.Row), cmp.Compare(a.column, b.column),
			cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Text, b.Text))
	})
	for _, p := range found.all {
		if p.inSheet() {
			found.add(p)
		}
	}
	return found
}

// inSheet says whether the fault has a row to stand in.
func (p placed) inSheet() bool { return p.order >= 0 && p.Row > 0 && p.Row <= lastSheetRow }

// add puts the next fault, in order, to those of its cell.
func (f *faults) add(p placed) {
	if n := len(f.sheets); n == 0 || f.sheets[n-1].name != p.Sheet {
		f.sheets = append(f.sheets, sheetFaults{name: p.Sheet})
	}
	sheet := &f.sheets[len(f.sheets)-1]
	if n := len(sheet.rows); n == 0 || sheet.rows[n-1].row != p.Row {
		sheet.rows = append(sheet.rows, rowFaults{row: p.Row})
	}
	row := &sheet.rows[len(sheet.rows)-1]
	if p.column == 0 || p.column > lastSheetColumn {
		row.texts = append(row.texts, p.Text)
		return
	}
	if n := len(row.cells); n == 0 || row.cells[n-1].column != p.column {
		row.cells = append(row.cells, cellFaults{column: p.column})
		f.cells++
	}
	cell := &row.cells[len(row.cells)-1]
	cell.texts, cell.mask = append(cell.texts, p.Text), cell.mask || p.Mask
}

// lastColumn is the last column in which the sheet has a fault.
func (f sheetFaults) lastColumn() int {
	last := 0
	for _, row := range f.rows {
		for _, c := range row.cells {
			last = max(last, c.column)
		}
	}
	return last
}

// identityRule is the code of the rule about identity numbers.
const identityRule = "identity_number"

// masked stands where something must not be repeated.
const masked = "•••"

// identityDigits are digits as a national identity number is written, or as a spreadsheet keeps one that began with 0.
var identityDigits = regexp.MustCompile(`[0-9]{6}[ .\-\x{2011}\x{2013}\x{a0}\x{202f}]?[0-9]{5}|[0-9]{10,}`)
