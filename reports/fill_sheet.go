package reports

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// fill writes the named cells of the sheet, and takes out what its formulas gave before.
func (f *filledBook) fill(s originalSheet) error {
	content, err := f.read(s.part)
	if err != nil {
		return err
	}
	named := f.cells[s.name]
	found, err := scan(content, func(int) bool { return true })
	if err != nil {
		return err
	}
	sheet := filledSheet{filledBook: f, scanned: found, content: content, name: s.name}
	rows := slices.Sorted(maps.Keys(named))
	for _, row := range found.rows {
		for len(rows) > 0 && rows[0] < row.row {
			sheet.edits.add(row.start, sheet.newRow(rows[0], named[rows[0]]))
			rows = rows[1:]
		}
		if len(rows) > 0 && rows[0] == row.row {
			sheet.fillRow(row, named[row.row])
			rows = rows[1:]
		}
		sheet.forgetRow(row)
	}
	tail := ""
	for _, row := range rows {
		tail += sheet.newRow(row, named[row])
	}
	if tail != "" {
		_, root, err := f.tree(s.part)
		if err != nil {
			return err
		}
		sheet.edits.inside(content, root.child("sheetData"), tail)
	}
	if len(sheet.edits) > 0 {
		f.change(s.part, sheet.edits.apply(content))
	}
	return nil
}

// filledSheet is a sheet that is being filled.
type filledSheet struct {
	*filledBook
	*scanned
	content []byte
	edits   edits
	name    string
}

// newRow is a row of named cells where there was none.
func (s *filledSheet) newRow(row int, cells map[int]namedCell) string {
	var b strings.Builder
	name := s.root.of("row")
	fmt.Fprintf(&b, `<%s r="%d">`, name, row)
	for _, column := range slices.Sorted(maps.Keys(cells)) {
		b.WriteString(s.xml(cells[column].cell, column, row, 0))
		s.filled++
	}
	fmt.Fprintf(&b, `</%s>`, name)
	return b.String()
}

// fillRow writes named cells into a row that is there.
func (s *filledSheet) fillRow(row rowPlace, cells map[int]namedCell) {
	tail := ""
	for _, column := range slices.Sorted(maps.Keys(cells)) {
		c := cells[column]
		at := slices.IndexFunc(row.cells, func(p cellPlace) bool { return p.column >= column })
		switch {
		case at < 0:
			tail += s.xml(c.cell, column, row.row, 0)
		case row.cells[at].column > column:
			s.edits.add(row.cells[at].start, s.xml(c.cell, column, row.row, 0))
		case row.cells[at].formula:
			s.leave(c.name, quoted(s.name)+"!"+place(column, row.row), HasFormula)
			continue
		default:
			was := row.cells[at]
			s.edits = append(s.edits, edit{was.start, was.end, s.xml(c.cell, column, row.row, was.style)})
		}
		s.filled++
	}
	if tail != "" {
		s.edits.inside(s.content, &row.node, tail)
	}
	if tag := s.content[row.start:row.inner]; attributePlace("spans").Match(tag) {
		s.edits.set(s.content, row.start, row.inner, "spans", fmt.Sprintf("1:%d", max(s.last, slices.Max(slices.Collect(maps.Keys(cells))))))
	}
}

// forgetRow takes the stored results out of the formulas of the row, and the kind that they had.
func (s *filledSheet) forgetRow(row rowPlace) {
	for _, c := range row.cells {
		if !c.formula {
			continue
		}
		inside := s.content[c.inner:c.close]
		if result := storedResult.FindIndex(inside); result != nil {
			s.edits = append(s.edits, edit{c.inner + result[0], c.inner + result[1], ""})
		}
		if kind := attributePlace("t").FindIndex(s.content[c.start:c.inner]); kind != nil {
			s.edits = append(s.edits, edit{c.start + kind[0], c.start + kind[1], ""})
		}
	}
}

// xml is a filled cell in the style that it had.
func (s *filledSheet) xml(c cell, column, row, style int) string {
	name := s.root.of("c")
	start := fmt.Sprintf(`<%s r="%s" s="%d"`, name, place(column, row), style)
	if c.number.Given() {
		return fmt.Sprintf(`%s><%[2]s>%[3]s</%[2]s></%[4]s>`, start, s.root.of("v"), exactly(c.number), name)
	}
	return fmt.Sprintf(`%s t="inlineStr"><%[2]s><%[3]s xml:space="preserve">%[4]s</%[3]s></%[2]s></%[5]s>`, start, s.root.of("is"), s.root.of("t"),
		escaped(cellText(cut(c.text, longestText))), name)
}
