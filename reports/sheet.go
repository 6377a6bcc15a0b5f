package reports

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"bolyst/metrics"
)

// sheet is one sheet of the book.
type sheet struct {
	*book
	name   string
	widths []float64 // of the columns, in characters
	// last and lastColumn are the last row and column that are written.
	last, lastColumn int
	heights          map[int]float64 // of the rows that are not of usual height
	pagesBefore      []int           // the rows that pages begin with where one is not enough; none: any
	flowing          int             // rows after the last one that are written as the file is
}

// sheet adds a sheet after the others, under a name that the format allows.
func (b *book) sheet(wanted string) *sheet {
	s := &sheet{book: b, name: sheetName(wanted, b.sheets), heights: map[int]float64{}}
	if len(b.sheets) == 0 {
		b.try(b.file.SetSheetName("Sheet1", s.name))
	} else {
		_, err := b.file.NewSheet(s.name)
		b.try(err)
	}
	b.sheets = append(b.sheets, s)
	return s
}

// setWidths gives the columns their widths, from A on.
func (s *sheet) setWidths(widths ...float64) {
	s.widths = widths
	for i, width := range widths {
		s.try(s.file.SetColWidth(s.name, columnName(i+1), columnName(i+1), width))
	}
}

// put writes the cell in its place.
func (s *sheet) put(column, row int, c cell) {
	if s.err != nil {
		return
	}
	at := place(column, row)
	switch {
	case c.number.Given():
		// Written as text, since the library cuts a number to 15 digits; and before the formula, which then keeps it.
		s.try(s.file.SetCellDefault(s.name, at, exactly(c.number)))
		if c.formula != "" {
			s.try(s.file.SetCellFormula(s.name, at, c.formula))
		}
	case c.text != "":
		s.try(s.file.SetCellStr(s.name, at, cellText(c.text)))
	}
	if c.link != "" {
		s.try(s.file.SetCellHyperLink(s.name, at, c.link, "Location"))
		c.look.link = true
	}
	s.try(s.file.SetCellStyle(s.name, at, at, s.style(c.look)))
	s.last, s.lastColumn = max(s.last, row), max(s.lastColumn, column)
}

// exactly is the number with all its digits, as the file and its formulas write numbers.
func exactly(n metrics.Number) string { return strconv.FormatFloat(n.Float(), 'f', -1, 64) }

// across writes a text over the columns from..to and as many rows of usual height as it needs, and returns the next row. Only
// texts outside tables are merged.
func (s *sheet) across(from, to, row int, c cell) int { return s.beside(row, span{from, to, c}) }

// span is a text and the columns that it is written over.
type span struct {
	from, to int
	cell
}

// beside writes texts beside each other over as many rows of usual height as the longest needs, and returns the next row.
func (s *sheet) beside(row int, spans ...span) int {
	rows := 1
	for _, t := range spans {
		rows = max(rows, s.rowsFor(t))
	}
	for _, t := range spans {
		t.look.wrap, t.look.top = true, rows > 1
		s.put(t.from, row, t.cell)
		s.try(s.file.MergeCell(s.name, place(t.from, row), place(t.to, row+rows-1)))
	}
	s.last = max(s.last, row+rows-1)
	return row + rows
}

// rowsFor is how many rows of usual height the text takes.
func (s *sheet) rowsFor(t span) int {
	var width float64
	for i := t.from; i <= t.to; i++ {
		width += s.widths[i-1]
	}
	if t.look.bold {
		width /= boldness
	}
	return max(1, int(math.Ceil(float64(linesOf(t.text, width))*lineHeight/rowHeight)))
}

// height gives the row its height in points.
func (s *sheet) height(row int, points float64) {
	s.heights[row] = points
	s.try(s.file.SetRowHeight(s.name, row, points))
}

// settleHeights writes the usual height too: a program that would rather choose its own makes charts and pages end elsewhere.
func (s *sheet) settleHeights() {
	for row := 1; row <= s.last; row++ {
		if s.heights[row] == 0 {
			s.height(row, rowHeight)
		}
	}
}

// link is a text that leads to the top of the other sheet.
func link(label string, to *sheet) cell {
	return cell{text: label, link: quoted(to.name) + "!A1"}
}

// titled leads from the first column of a table to the sheet of the indicator. Not every program breaks the lines of what can be
// clicked on, so a long title gives way to the short one.
func (s *sheet) titled(definition metrics.Definition, to *sheet) cell {
	title := definition.Title.In(s.language)
	if linesOf(title, s.widths[0]) > 1 {
		title = definition.ShortTitle(s.language)
	}
	return link(title, to)
}

// column is one column of a table.
type column struct {
	head   string
	number bool // holds numbers or their signs
}

// table writes a real table whose head is in the row, and returns the row after it. Without rows there is only the head, since
// the format knows no table without any.
func (s *sheet) table(row int, columns []column, rows [][]cell) int {
	return s.tableWith(row, columns, rows, false)
}

// filterButton is how much of a head's width the button to choose rows covers, in characters.
const filterButton = 3.0

// tableWith writes a table whose rows can be chosen, or not: where there are a handful, buttons would only cover the heads.
func (s *sheet) tableWith(row int, columns []column, rows [][]cell, filtered bool) int {
	s.head(row, columns, filtered)
	for i, cells := range rows {
		lines := 1
		for j, c := range cells {
			c.look.body = true
			s.put(j+1, row+1+i, c)
			if c.look.wrap {
				width := s.widths[j]
				if c.look.bold || c.look.total {
					width /= boldness
				}
				lines = max(lines, linesOf(c.text, width))
			}
		}
		s.height(row+1+i, heightOf(lines))
	}
	s.asTable(row, len(columns), len(rows), filtered)
	return row + len(rows) + 1
}

// head writes the head of a table.
func (s *sheet) head(row int, columns []column, filtered bool) {
	lines := 1
	for i, column := range columns {
		s.put(i+1, row, cell{text: column.head, look: look{header: true, middle: true, right: column.number, button: filtered}})
		width := s.widths[i]
		if filtered {
			width -= filterButton
		}
		lines = max(lines, linesOf(column.head, width/boldness))
	}
	s.height(row, min(heightOf(lines)+3, tallest))
}

// asTable makes a table of the head and the rows under it. The format knows none without rows.
func (s *sheet) asTable(head, columns, rows int, filtered bool) {
	if rows == 0 {
		return
	}
	s.tables++
	name := fmt.Sprintf("%s_%d", s.say("table_name"), s.tables)
	s.filtered[name] = filtered
	plainRows := false
	s.try(s.file.AddTable(s.name, &excelize.Table{
		Range: place(1, head) + ":" + place(columns, head+rows), Name: name, ShowRowStripes: &plainRows,
	}))
}

// freeze keeps the rows and columns before the place in sight.
func (s *sheet) freeze(columns, rows int) {
	pane := "bottomLeft"
	if columns > 0 {
		pane = "bottomRight"
	}
	topLeft := place(columns+1, rows+1)
	s.try(s.file.SetPanes(s.name, &excelize.Panes{
		Freeze: true, XSplit: columns, YSplit: rows, TopLeftCell: topLeft, ActivePane: pane,
		Selection: []excelize.Selection{{SQRef: topLeft, ActiveCell: topLeft, Pane: pane}},
	}))
}

func columnName(column int) string { return strings.TrimRight(place(column, 1), "1") }

// place is the name of a cell: C7.
func place(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		panic(err) // a sheet that is wider or longer than sheets can be
	}
	return name
}

// fixed is the name of cells of one column seen from anywhere in the book: 'Nøkkeltall'!$C$7:$C$9.
func (s *sheet) fixed(column, from, to int) string {
	c := columnName(column)
	return fmt.Sprintf("%s!$%s$%d:$%s$%d", quoted(s.name), c, from, c, to)
}
