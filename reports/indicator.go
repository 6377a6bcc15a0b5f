package reports

import (
	"cmp"
	"slices"
	"strconv"

	"bolyst/metrics"
)

// pageColumns is how many columns an indicator's page is wide, whatever its table needs.
const pageColumns = 10

// rowsOnOnePage is how many rows of a table fit on a page together with a chart, without the letters getting too small.
const rowsOnOnePage = 24

// writeIndicator writes the sheet of one indicator: what it means, what it is now, what was published elsewhere, and its figures
// period by period as table and chart.
func (s *sheet) writeIndicator(definition metrics.Definition, figures []metrics.Figure, front *sheet) {
	total := s.Total(definition.ID)
	columns := s.indicatorColumns(definition, figures)
	width := max(pageColumns, len(columns))
	s.setIndicatorWidths(columns, width)

	s.put(1, 1, heading(definition.Title.In(s.language), 16))
	s.height(1, 24)
	s.putBack(width, front)
	s.put(1, 2, cell{text: s.headline(definition, total), look: look{size: 12, bold: true}})
	row := s.across(1, width, 3, cell{text: sentences(s.reading(total), s.noTarget(total))})
	row = s.across(1, width, row, remark(definition.Meaning.In(s.language)))
	row = s.writeSigns(definition, row, width)
	row = s.writePublished(definition, row, width)
	head, chartAt := row+1, row+1
	if len(figures) > rowsOnOnePage { // the chart first, and whole on its page
		head = chartAt + 2
		if canBeDrawn(definition.Kind, s.drawnOf(definition, figures)) {
			head += chartRows
		}
	}

	var heads []column
	rows := make([][]cell, len(figures))
	for _, column := range columns {
		heads = append(heads, column.column)
		for i, f := range figures {
			c := column.of(f, head+1+i)
			c.look.total = isHeadline(f)
			rows[i] = append(rows[i], c)
		}
	}
	if len(rows) <= rowsOnOnePage {
		below := s.table(head, heads, rows)
		s.writeSeries(seriesPlace{definition, figures, heads, head, below + 1, width})
		s.freeze(0, head)
	} else {
		s.writeSeries(seriesPlace{definition, figures, heads, head, chartAt, width})
		s.table(head, heads, rows)
	}
	s.page(width, head, head, len(rows) <= rowsOnOnePage)
}

// putBack puts the way back to the first sheet at the end of the title's row.
func (s *sheet) putBack(column int, front *sheet) {
	back := link(s.say("to_sheet", front.name), front)
	back.look.right = true
	s.put(column, 1, back)
}

// setIndicatorWidths makes room for the table, which a page of the width holds, and for the data of the charts beside it.
func (s *sheet) setIndicatorWidths(columns []figureColumn, width int) {
	var widths []float64
	for _, column := range columns {
		widths = append(widths, column.width)
	}
	empty := 13.0
	if len(s.Programmes) > 1 {
		empty = narrow
	}
	for len(widths) < width {
		widths = append(widths, empty)
	}
	widths = append(widths, 3, 18, 12, 12, 12)
	if len(s.Programmes) > 1 {
		widths = append(widths, 3, 18)
		for range s.Programmes {
			widths = append(widths, 14)
		}
	}
	s.setWidths(widths...)
}

// headline is the figure as one reads it aloud: a count has its unit, and a value that is no share how many are behind it.
func (s *sheet) headline(definition metrics.Definition, f metrics.Figure) string {
	said := f.Text(s.language)
	switch {
	case !f.Value.Given():
	case f.Kind == metrics.Count && f.Unit != "NOK":
		said += " " + s.unit(definition)
	case f.Kind == metrics.Score || f.Kind == metrics.Breadth:
		said += ", " + s.language.Number(f.Denominator.Float(), 0) + " " + s.unit(definition)
	}
	return said
}

// noTarget says aloud that no target was agreed.
func (s *sheet) noTarget(f metrics.Figure) string {
	if _, agreed := s.Progress(f); agreed {
		return ""
	}
	return metrics.Capital(s.TargetText(f, s.language)) + "."
}

// months is the breakdown in which a curve is told, and headlineMonths where its headline is read.
const (
	months         = "months"
	headlineMonths = "36"
)

// isHeadline says whether the figure is a total; a curve's is the point at which it is read.
func isHeadline(f metrics.Figure) bool {
	if f.Kind == metrics.Duration && f.Breakdown == months {
		return f.Period == metrics.All && f.Category == headlineMonths
	}
	return f.Period == metrics.All && f.Breakdown == ""
}

// figuresOf lists the figures of an indicator as its sheet shows them: programme by programme, period by period, the total
// last. Of a curve they are the points of the whole, and then each period where the headline is read.
func (b *book) figuresOf(definition metrics.Definition) []metrics.Figure {
	var listed []metrics.Figure
	for _, programme := range b.programmes() {
		var points, parts, totals []metrics.Figure
		for _, f := range b.Figures {
			switch {
			case f.Indicator != definition.ID || f.Programme != programme || f.Region != "":
			case f.Breakdown == months && f.Period == metrics.All:
				points = append(points, f)
			case f.Breakdown == months || f.Kind == metrics.Duration && isHeadline(f): // is one of the points
			case isHeadline(f):
				totals = append(totals, f)
			default:
				parts = append(parts, f)
			}
		}
		slices.SortStableFunc(points, func(a, b metrics.Figure) int { return cmp.Compare(monthsOf(a), monthsOf(b)) })
		listed = slices.Concat(listed, points, parts, totals)
	}
	return listed
}

// monthsOf is how many months after completion a figure of a curve is about.
func monthsOf(f metrics.Figure) int {
	category := f.Category
	if f.Breakdown != months {
		category = headlineMonths
	}
	n, err := strconv.Atoi(category)
	if err != nil {
		return 0
	}
	return n
}

// unit is what is counted, in words.
func (b *book) unit(definition metrics.Definition) string { return b.named("unit_", definition.Unit) }
