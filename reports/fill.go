package reports

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"bolyst/metrics"
)

// ErrMacros is the error of a workbook that brings a program of its own along.
var ErrMacros = errors.New("the workbook holds macros")

// NamePrefix begins the names that Fill fills.
const NamePrefix = "bolyst_"

// Unfilled is a name of a workbook that begins like ours and stayed as it was.
type Unfilled struct {
	Name  string
	Where string // what the name stands for in the workbook: Ark1!$B$4
	Why   string // name, place or formula: a key of why it stayed
}

// Why a name stayed as it was.
const (
	UnknownName = "name"    // no figure is called so
	NotOneCell  = "place"   // it is not one cell of the workbook
	HasFormula  = "formula" // the cell computes something
)

// Fill writes a programme's own workbook with the figures in the cells that it has given names to. Everything else stays as it was,
// charts and formats included; what its formulas and charts remembered of other figures is taken out, so that the program that
// opens it computes them. It says how many cells were filled, and which names were not.
func Fill(w io.Writer, template io.ReaderAt, size int64, table metrics.Table, language metrics.Language) (filled int, left []Unfilled, err error) {
	o, err := openOriginal(template, size)
	if err != nil {
		return 0, nil, err
	}
	if o.hasMacros() {
		return 0, nil, ErrMacros
	}
	f := filledBook{original: o, values: valuesByName(table, language), cells: map[string]map[int]map[int]namedCell{}}
	if err := f.find(); err != nil {
		return 0, nil, err
	}
	for _, s := range o.sheets {
		if err := f.fill(s); err != nil {
			return 0, nil, err
		}
	}
	if err := f.forget(); err != nil {
		return 0, nil, err
	}
	slices.SortFunc(f.left, func(a, b Unfilled) int { return strings.Compare(a.Name+a.Where, b.Name+b.Where) })
	return f.filled, f.left, o.write(w)
}

// hasMacros says whether the workbook brings a program along, under whatever name.
func (o *original) hasMacros() bool {
	for _, name := range o.partsIn("") {
		if strings.Contains(strings.ToLower(name), "vbaproject") || strings.HasPrefix(strings.ToLower(name), "xl/macrosheets/") {
			return true
		}
	}
	types, err := o.read(contentTypes)
	return err == nil && bytes.Contains(bytes.ToLower(types), []byte("macroenabled"))
}

// filledBook is a workbook that is being filled.
type filledBook struct {
	*original
	values map[string]cell
	cells  map[string]map[int]map[int]namedCell // by sheet, row and column
	filled int
	left   []Unfilled
}

// namedCell is a cell with a name of ours, and what goes into it.
type namedCell struct {
	name string
	cell
}

// oneCell is the place that a name stands for when it is one cell.
var oneCell = regexp.MustCompile(`^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$`)

// find notes the cells that names of ours stand for.
func (f *filledBook) find() error {
	content, root, err := f.tree(f.workbook)
	if err != nil {
		return err
	}
	names := root.child("definedNames")
	if names == nil {
		return nil
	}
	for _, n := range names.children {
		name, where := n.attribute("name"), unescaped(string(content[n.inner:n.close]))
		if !strings.HasPrefix(strings.ToLower(name), NamePrefix) {
			continue
		}
		value, known := f.values[strings.ToLower(name)]
		sheet, column, row, isCell := f.cellOf(where)
		switch {
		case !known:
			f.leave(name, where, UnknownName)
		case !isCell:
			f.leave(name, where, NotOneCell)
		default:
			f.note(sheet, row, column, namedCell{name, value})
		}
	}
	return nil
}

func (f *filledBook) leave(name, where, why string) {
	f.left = append(f.left, Unfilled{name, where, why})
}

func (f *filledBook) note(sheet string, row, column int, c namedCell) {
	if f.cells[sheet] == nil {
		f.cells[sheet] = map[int]map[int]namedCell{}
	}
	if f.cells[sheet][row] == nil {
		f.cells[sheet][row] = map[int]namedCell{}
	}
	f.cells[sheet][row][column] = c
}

// cellOf is the cell that the words stand for, in a sheet that the workbook has.
func (f *filledBook) cellOf(where string) (sheet string, column, row int, ok bool) {
	m := oneCell.FindStringSubmatch(where)
	if m == nil {
		return "", 0, 0, false
	}
	sheet = strings.ReplaceAll(m[1], "''", "'") + m[2]
	i := slices.IndexFunc(f.sheets, func(s originalSheet) bool { return strings.EqualFold(s.name, sheet) })
	row, _ = strconv.Atoi(m[4])
	column = columnNumber(m[3])
	if i < 0 || row < 1 || row > lastSheetRow || column > lastSheetColumn {
		return "", 0, 0, false
	}
	return f.sheets[i].name, column, row, true
}

func columnNumber(letters string) (n int) {
	for _, letter := range strings.ToUpper(letters) {
		n = 26*n + int(letter-'A') + 1
	}
	return n
}

// unescaped is a text of a part as it is meant.
func unescaped(text string) string {
	return strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&apos;", "'", "&#39;", "'", "&amp;", "&").Replace(text)
}

// storedResult is what a formula gave when the workbook was saved, and storedPoints what a chart drew.
var (
	storedResult = regexp.MustCompile(`(?s)<(?:\w+:)?v>.*?</(?:\w+:)?v>|<(?:\w+:)?v\s*/>`)
	storedPoints = regexp.MustCompile(`(?s)<(?:\w+:)?(?:num|str)Cache>.*?</(?:\w+:)?(?:num|str)Cache>`)
)

// computeAgain is the attribute that has formulas computed when the workbook is opened.
const computeAgain = "fullCalcOnLoad"

// forget takes out what charts remember, and has formulas computed when the workbook is opened.
func (f *filledBook) forget() error {
	for _, name := range f.partsIn("xl/charts/chart") {
		content, err := f.read(name)
		if err != nil {
			return err
		}
		f.change(name, storedPoints.ReplaceAll(content, nil))
	}
	content, root, err := f.tree(f.workbook)
	if err != nil {
		return err
	}
	var e edits
	if calc := root.child("calcPr"); calc != nil {
		e.set(content, calc.start, calc.inner, computeAgain, "1")
	} else {
		after := root.child("sheets").end
		for _, before := range []string{"functionGroups", "externalReferences", "definedNames"} {
			if n := root.child(before); n != nil {
				after = n.end
			}
		}
		e.add(after, fmt.Sprintf(`<%s %s="1"/>`, root.of("calcPr"), computeAgain))
	}
	f.change(f.workbook, e.apply(content))
	return nil
}
