package reports

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"bolyst/metrics"
)

// mostCells is how many cells of a text file are put into a sheet. Nobody looks through more to find the faults.
const mostCells = 500_000

// excerpt is the file with no more lines than a sheet should have: of a long one the first and those with faults.
func (m MarkedWorkbook) excerpt() MarkedWorkbook {
	cells := 0
	for _, line := range m.Lines {
		cells += len(line.Cells)
	}
	if cells <= mostCells {
		return m
	}
	faulty := map[int]bool{m.Lines[0].Number: true}
	for _, f := range m.Faults {
		faulty[f.Row] = true
	}
	m.Lines = slices.DeleteFunc(slices.Clone(m.Lines), func(line Line) bool { return !faulty[line.Number] })
	m.Excerpt = true
	return m
}

// noticeWidth is the width of the column that says why a row was rejected.
const noticeWidth = 60.0

// fromLines is the workbook of the lines: one sheet with all cells as text, as wide as what stands in them, with the first line
// in sight.
func (m MarkedWorkbook) fromLines(language metrics.Language) ([]byte, error) {
	b := newBook(metrics.Table{}, language)
	defer b.file.Close()
	b.describe(excelize.DocProperties{Title: plain(m.Load.File), Creator: plain(m.Name), LastModifiedBy: plain(m.Name)}, m.LoadedOn)
	name := path.Base(strings.ReplaceAll(m.Load.File, `\`, "/"))
	s := b.sheet(sheetName(strings.TrimSuffix(name, path.Ext(name)), []*sheet{{name: b.say("summary")}}))
	widths, err := m.widths()
	if err != nil {
		return nil, err
	}
	b.edges = m.edges(b)
	s.paper(1, 0, false)
	s.repeat(fmt.Sprintf("%s!$%d:$%d", quoted(s.name), m.Lines[0].Number, m.Lines[0].Number))
	s.freeze(0, m.Lines[0].Number)
	last := m.Lines[len(m.Lines)-1].Number
	b.try(s.file.SetSheetDimension(s.name, "A1:"+place(max(1, len(widths)), last)))
	textual, head := b.style(look{format: textFormat}), b.style(look{format: textFormat, total: true})
	rows, err := b.file.NewStreamWriter(s.name)
	b.try(err)
	for i, width := range append(widths, noticeWidth) {
		b.try(rows.SetColWidth(i+1, i+1, width))
	}
	for i, line := range m.Lines {
		if b.err != nil {
			return nil, b.err
		}
		style := textual
		if i == 0 {
			style = head
		}
		cells := make([]any, len(line.Cells))
		for j, value := range line.Cells {
			c := excelize.Cell{StyleID: style}
			if value != "" {
				c.Value = plain(value) // which the stream escapes itself
			}
			cells[j] = c
		}
		b.try(rows.SetRow(place(1, line.Number), cells))
	}
	b.try(rows.Flush())
	if b.err != nil {
		return nil, b.err
	}
	return b.bytes()
}

// widths are the widths of the columns, by what stands in the first lines; and an error when the lines are no sheet.
func (m MarkedWorkbook) widths() ([]float64, error) {
	var widths []float64
	cells, before := 0, 0
	for i, line := range m.Lines {
		if line.Number <= before || line.Number > lastSheetRow || len(line.Cells) >= lastSheetColumn {
			return nil, fmt.Errorf("line %d: out of order, or beyond what a sheet holds", line.Number)
		}
		before = line.Number
		if cells += len(line.Cells); cells > mostCells {
			return nil, fmt.Errorf("line %d: more than %d cells in lines with faults", line.Number, mostCells)
		}
		for j, value := range line.Cells {
			if j == len(widths) {
				widths = append(widths, 8)
			}
			if i < 200 {
				widths[j] = min(max(widths[j], 1.1*widthOf(value)+3), 40)
			}
		}
	}
	return widths, nil
}
