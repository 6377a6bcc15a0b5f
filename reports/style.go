package reports

import "github.com/xuri/excelize/v2"

// The font is one that every office program has, or has a twin of the same widths of, so that what fits here fits there.
const (
	fontFamily = "Arial"
	fontSize   = 10.0
)

// Dark colours, which keep their contrast in print without colour.
const (
	ink   = "#1F2E2B" // text
	green = "#075745" // headings and data; 9:1 on white
	grey  = "#55625F" // remarks; 6:1 on white
	pale  = "#9DBDB5" // the second of two series
	line  = "#B9C4C1" // between rows
	paper = "#FFFFFF"
	shade = "#EAF1EF" // totals
)

// Number formats as the file holds them, in the notation of the format; office programs show them as the reader's country does.
const (
	wholeFormat   = "#,##0"
	decimalFormat = "#,##0.0"
	percentFormat = "0.0%"
	roundFormat   = "0%"
	dateFormat    = "dd.mm.yyyy"
	textFormat    = "@"
)

// look is how a cell looks. The zero look is plain text.
type look struct {
	format string
	size   float64 // 0: the size of the workbook
	bold   bool
	header bool // the head of a table
	soft   bool // a head of less weight
	body   bool // a row of a table
	total  bool // a row that sums up the others
	muted  bool
	link   bool
	right  bool
	wrap   bool
	indent bool // as the cells of a table
	accent bool // green, for headings
	middle bool // of a head: in the middle of its height
	top    bool // of a text over several rows: at their top
	button bool // of a head: with room for the button to choose rows
}

// style is the look as the file knows it.
func (b *book) style(l look) int {
	if id, ok := b.styles[l]; ok {
		return id
	}
	font := excelize.Font{Family: fontFamily, Size: fontSize, Color: ink, Bold: l.bold || l.header || l.total}
	if l.size > 0 {
		font.Size = l.size
	}
	if l.muted {
		font.Color = grey
	}
	if l.accent || l.link {
		font.Color = green
	}
	if l.link {
		font.Underline = "single"
	}
	style := excelize.Style{Font: &font, Alignment: &excelize.Alignment{WrapText: l.wrap, Vertical: "center"}}
	if l.top {
		style.Alignment.Vertical = "top"
	}
	if l.right {
		style.Alignment.Horizontal = "right"
		if l.button {
			style.Alignment.Indent = 2
		}
	} else if l.body || l.header || l.indent {
		style.Alignment.Horizontal, style.Alignment.Indent = "left", 1
	} else if l.format != "" && l.format != textFormat && !l.body {
		style.Alignment.Horizontal = "left" // a number among texts
	}
	switch {
	case l.header && l.soft:
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{shade}}
		style.Border = []excelize.Border{{Type: "bottom", Style: 2, Color: green}}
		style.Alignment.Vertical, style.Alignment.WrapText = "top", true
	case l.header:
		font.Color = paper
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{green}}
		style.Alignment.Vertical, style.Alignment.WrapText = "top", true // the filter button sits at the bottom
		if l.middle {
			style.Alignment.Vertical = "center"
		}
	case l.total:
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{shade}}
		style.Border = []excelize.Border{{Type: "top", Style: 1, Color: green}, {Type: "bottom", Style: 1, Color: green}}
	case l.body:
		style.Border = []excelize.Border{{Type: "bottom", Style: 1, Color: line}}
	}
	if l.format != "" {
		style.CustomNumFmt = &l.format
	}
	id, err := b.file.NewStyle(&style)
	b.try(err)
	b.styles[l] = id
	return id
}
