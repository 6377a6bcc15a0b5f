package reports

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// More number formats, of what is typed in.
const (
	wholeCode     = "0"
	generalFormat = "General"
)

// widestPage is how many characters across a page of A4 stay readable.
const widestPage = 190.0

// writeEntry writes the sheet to fill in. Its rows hold no cells: the columns have formats and the rows have rules, so that an
// empty row is nothing at all, to a printer as to the reader of the file.
func (s *sheet) writeEntry(t TemplateSheet, choices map[string]string, guide *sheet) {
	last := len(t.Fields)
	var widths []float64
	total := 0.0
	for _, f := range t.Fields {
		widths = append(widths, s.widthFor(f))
		total += widths[len(widths)-1]
	}
	s.setWidths(widths...)
	for i, f := range t.Fields {
		s.try(s.file.SetColStyle(s.name, columnName(i+1), s.style(entryLook(f))))
	}

	s.put(1, 1, heading(t.Title, 16))
	s.height(1, 24)
	s.put(1, 2, label(s.say("entry_note", guide.name)))
	for i, f := range t.Fields {
		mark, head := label(s.say("may_be_empty")), cell{text: f.Title, look: look{header: true, soft: true}}
		if f.Required {
			mark, head.look.soft = cell{text: s.say("must_be_filled"), look: look{bold: true}}, false
		}
		mark.look.indent = true
		s.put(i+1, templateHead-1, mark)
		s.put(i+1, templateHead, head)
	}
	s.height(templateHead, 44) // up to three lines, of which the filter button takes one

	plainRows := false
	s.tables++
	name := fmt.Sprintf("%s_%d", s.say("table_name"), s.tables)
	s.filtered[name] = true
	s.try(s.file.AddTable(s.name, &excelize.Table{
		Range:          place(1, templateHead) + ":" + place(last, templateLast),
		Name:           name,
		ShowRowStripes: &plainRows,
	}))
	for i, f := range t.Fields {
		cells := place(i+1, templateFirst) + ":" + place(i+1, templateLast)
		s.addRule(f, cells, choices[f.Name])
		if entryLook(f).format == textFormat {
			// A code of digits alone is no mistake.
			s.try(s.file.AddIgnoredErrors(s.name, cells, excelize.IgnoredErrorsNumberStoredAsText))
		}
	}
	s.freeze(1, templateHead)
	s.paper(int(total/widestPage)+1, 0, false)
	s.repeat(fmt.Sprintf("%s!$A:$A,%s!$%d:$%d", quoted(s.name), quoted(s.name), templateHead-1, templateHead))
	s.try(s.file.SetSheetDimension(s.name, "A1:"+place(last, templateLast)))
}

// entryLook is how the empty cells of the field are formatted.
func entryLook(f TemplateField) look {
	switch {
	case len(f.Enum) > 0:
		return look{format: textFormat}
	case f.Type == "date":
		return look{format: dateFormat}
	case f.Type == "integer":
		return look{format: wholeCode, right: true}
	case f.Type == "number":
		return look{format: generalFormat, right: true}
	}
	return look{format: textFormat}
}

// widthFor is the width that the field's title, in two lines, and the longest of its labels need.
func (s *sheet) widthFor(f TemplateField) float64 {
	width := 14.0
	for _, word := range append(strings.Fields(f.Title), s.say("must_be_filled")) {
		width = max(width, 1.1*widthOf(word)+3) // in bold
	}
	for linesOf(f.Title, width-3) > 2 && width < 40 {
		width++
	}
	for _, label := range s.labels(f) {
		width = max(width, min(widthOf(label)+4, 45))
	}
	if len(s.labels(f)) == 0 && f.Type == "string" && f.Length == 0 {
		width = max(width, 20)
	}
	return width
}

// writeLists writes what can be chosen, one column for each field that has choices, and hides the sheet from all menus. It
// returns where the choices of each field stand.
func (s *sheet) writeLists(t TemplateSheet) map[string]string {
	places := map[string]string{}
	column := 0
	for _, f := range t.Fields {
		labels := s.labels(f)
		if len(labels) == 0 {
			continue
		}
		column++
		s.put(column, 1, cell{text: f.Title, look: look{bold: true}})
		for i, label := range labels {
			s.put(column, 2+i, text(label))
		}
		places[f.Name] = s.fixed(column, 2, 1+len(labels))
	}
	if column == 0 {
		s.put(1, 1, label(s.say("no_lists")))
	}
	s.try(s.file.SetSheetDimension(s.name, "A1:"+place(max(1, s.lastColumn), max(1, s.last))))
	s.try(s.file.SetSheetVisible(s.name, false, true))
	return places
}
