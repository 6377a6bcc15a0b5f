package reports

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"bolyst/metrics"
)

// marker marks the faults in the sheets of a workbook.
type marker struct {
	original     *original
	styles       *styles
	notice, head int // the styles of what is written behind the last column
	say          func(key string, args ...any) string
	author       string
	notes        int // how many remarks may still be made
	drawings     int // sheets that have got remarks
	secrets      secrets
}

// note is a remark on a cell.
type note struct {
	column, row int
	text        string
}

// mark marks the faults of one sheet. head is the row of its headers, 0 when that is not known.
func (m *marker) mark(found sheetFaults, head int) error {
	part := ""
	for _, s := range m.original.sheets {
		if s.name == found.name {
			part = s.part
		}
	}
	content, err := m.original.read(part)
	if err != nil {
		return err
	}
	faultsOf := map[int]rowFaults{}
	for _, row := range found.rows {
		faultsOf[row.row] = row
	}
	s, err := scan(content, func(row int) bool { _, ok := faultsOf[row]; return ok || row == head })
	if err != nil {
		return err
	}
	sheet := markedSheet{marker: m, content: content, scanned: s, free: max(s.last, found.lastColumn()) + 1}
	for _, row := range s.rows {
		if err := sheet.markRow(row, faultsOf[row.row], row.row == head); err != nil {
			return err
		}
	}
	sheet.widen()
	if err := m.addNotes(part, &sheet); err != nil {
		return err
	}
	m.original.change(part, sheet.edits.apply(content))
	return nil
}

// finish writes what all sheets share.
func (m *marker) finish() error {
	if err := m.secrets.remove(m.original); err != nil {
		return err
	}
	m.original.change(m.original.styles, m.styles.bytes())
	return nil
}

// markedSheet is a sheet that is being marked.
type markedSheet struct {
	*marker
	*scanned
	content []byte
	edits   edits
	free    int // the first column in which no row has anything
	notes   []note
}

// markRow marks the cells of the row and writes behind its last column that it was rejected, and why.
func (s *markedSheet) markRow(row rowPlace, found rowFaults, head bool) error {
	var cells []newCell
	for _, f := range found.cells {
		c := newCell{column: f.column, style: -1, mask: f.mask}
		cells = append(cells, c)
		if s.marker.notes > 0 {
			s.marker.notes--
			s.notes = append(s.notes, note{f.column, row.row, strings.Join(f.texts, "\n")})
		}
	}
	if s.free <= lastSheetColumn {
		switch {
		case head:
			cells = append(cells, newCell{column: s.free, style: s.head, text: s.say("notices")})
		case len(found.cells)+len(found.texts) > 0:
			cells = append(cells, newCell{column: s.free, style: s.notice, text: s.noticeOn(found)})
		}
	}
	slices.SortStableFunc(cells, func(a, b newCell) int { return a.column - b.column })
	tail := ""
	for _, c := range cells {
		at := slices.IndexFunc(row.cells, func(p cellPlace) bool { return p.column >= c.column })
		switch {
		case at < 0:
			tail += s.xml(c, row.row, 0)
		case row.cells[at].column > c.column:
			s.edits.add(row.cells[at].start, s.xml(c, row.row, 0))
		default:
			if err := s.redo(row.cells[at], c, row.row); err != nil {
				return err
			}
		}
	}
	if tail != "" {
		s.edits.inside(s.content, &row.node, tail)
	}
	if tag := s.content[row.start:row.inner]; attributePlace("spans").Match(tag) {
		s.edits.set(s.content, row.start, row.inner, "spans", fmt.Sprintf("1:%d", max(s.free, s.last)))
	}
	return nil
}

// newCell is what a cell becomes: what it was, but hatched, when the style is -1.
type newCell struct {
	column, style int
	text          string
	mask          bool
}

// xml is the cell where there was none, or none that stays. was is the style that it had.
func (s *markedSheet) xml(c newCell, row, was int) string {
	style := c.style
	if style < 0 {
		style = s.styles.faulty(was)
	}
	if c.mask {
		c.text = masked
	}
	start := fmt.Sprintf(`<c%s r="%s" s="%d"`, s.root.declare(nsMain), place(c.column, row), style)
	if c.text == "" {
		return start + "/>"
	}
	return start + ` t="inlineStr"><is><t xml:space="preserve">` + escaped(cellText(cut(c.text, longestText))) + `</t></is></c>`
}

// redo changes a cell that is there: its style alone, unless it is to be masked or stands where our text goes.
func (s *markedSheet) redo(was cellPlace, c newCell, row int) error {
	if c.style < 0 && !c.mask {
		s.edits.set(s.content, was.start, was.inner, "s", fmt.Sprint(s.styles.faulty(was.style)))
		return nil
	}
	if was.formula {
		return cannotMark("something personal that a formula gives")
	}
	if c.mask {
		s.secrets.add(was, s.content)
	}
	s.edits = append(s.edits, edit{was.start, was.end, s.xml(c, row, was.style)})
	return nil
}

// noticeOn is what stands behind a row that was rejected.
func (s *markedSheet) noticeOn(found rowFaults) string {
	texts := slices.Clone(found.texts)
	if len(found.cells) > 0 {
		var columns []string
		for _, c := range found.cells {
			columns = append(columns, columnName(c.column))
		}
		see := s.say("see_columns", strings.Join(columns, ", "))
		if len(texts) > 0 {
			see = metrics.Capital(see)
		}
		texts = append(texts, see)
	}
	return s.say("row_rejected", strings.Join(texts, " "))
}

// widen has the sheet say that it is one column wider.
func (s *markedSheet) widen() {
	if s.dimension == nil || s.free > lastSheetColumn {
		return
	}
	from, to, _ := strings.Cut(s.dimension.attribute("ref"), ":")
	if to == "" {
		to = from
	}
	if column, row, err := excelize.CellNameToCoordinates(to); err == nil {
		s.edits.set(s.content, s.dimension.start, s.dimension.inner, "ref", from+":"+place(max(column, s.free), row))
	}
}
