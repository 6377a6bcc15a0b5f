package reports

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"bolyst/metrics"
)

// pageColumns is how many columns an indicator's page is wide, whatever its table needs.
const pageColumns = 10

// rowsOnOnePage is how many rows of a table fit on a page together with a chart, without the letters getting too small.
const rowsOnOnePage = 24

// writeIndicator writes the sheet of one indicator: what it means, what it is now, period by period as table and chart.
func (s *sheet) writeIndicator(definition metrics.Definition, keyFigures *sheet) {
	total, figures := s.Total(definition.ID), s.figuresOf(definition.ID)
	columns := s.indicatorColumns(definition, figures)
	width := max(pageColumns, len(columns))
	s.setIndicatorWidths(columns, width)

	s.put(1, 1, heading(definition.Title.In(s.language), 16))
	s.height(1, 24)
	back := link(s.say("to_key_figures"), keyFigures)
	back.look.right = true
	s.put(width, 1, back)
	s.put(1, 2, cell{text: s.headline(definition, total), look: look{size: 12, bold: true}})
	row := s.across(1, width, 3, cell{text: sentences(s.reading(total), s.noTarget(total))})
	row = s.across(1, width, row, remark(definition.Meaning.In(s.language)))
	head, chartAt := row+1, row+1
	if len(figures) > rowsOnOnePage { // the chart first, and whole on its page
		head = chartAt + chartRows + 2
	}

	var heads []column
	rows := make([][]cell, len(figures))
	for _, column := range columns {
		heads = append(heads, column.column)
		for i, f := range figures {
			c := column.of(f, head+1+i)
			c.look.total = f.Period == metrics.All && f.Breakdown == ""
			rows[i] = append(rows[i], c)
		}
	}
	if len(rows) <= rowsOnOnePage {
		below := s.table(head, heads, rows)
		s.writeSeries(definition, heads, head, below+1, width)
		s.freeze(0, head)
	} else {
		s.writeSeries(definition, heads, head, chartAt, width)
		s.table(head, heads, rows)
	}
	s.page(width, head, head, len(rows) <= rowsOnOnePage)
}

// setIndicatorWidths makes room for the table, which a page of the width holds, and for the chart's data beside it.
func (s *sheet) setIndicatorWidths(columns []figureColumn, width int) {
	var widths []float64
	for _, column := range columns {
		widths = append(widths, column.width)
	}
	for len(widths) < width {
		widths = append(widths, 13)
	}
	s.setWidths(append(widths, 3, 18, 12, 12, 12)...)
}

// headline is the figure as one reads it aloud: a count has its unit.
func (s *sheet) headline(definition metrics.Definition, f metrics.Figure) string {
	if f.Kind == metrics.Count && f.Value.Given() && f.Unit != "NOK" {
		return f.Text(s.language) + " " + s.unit(definition)
	}
	return f.Text(s.language)
}

// noTarget says aloud that no target was agreed.
func (s *sheet) noTarget(f metrics.Figure) string {
	if f.Target.Given() {
		return ""
	}
	return capital(f.TargetText(s.language)) + "."
}

// figuresOf lists the figures of an indicator as its sheet shows them: programme by programme, period by period, the total
// last.
func (b *book) figuresOf(indicator string) []metrics.Figure {
	var listed []metrics.Figure
	for _, programme := range b.programmes() {
		var totals, parts []metrics.Figure
		for _, f := range b.Figures {
			switch {
			case f.Indicator != indicator || f.Programme != programme:
			case f.Period == metrics.All && f.Breakdown == "":
				totals = append(totals, f)
			default:
				parts = append(parts, f)
			}
		}
		listed = append(append(listed, parts...), totals...)
	}
	return listed
}

// figureColumn is a column of an indicator's table.
type figureColumn struct {
	column
	width float64
	of    func(f metrics.Figure, row int) cell
}

// indicatorColumns lists the columns that this kind of figure needs.
func (s *sheet) indicatorColumns(definition metrics.Definition, figures []metrics.Figure) []figureColumn {
	isCount, isRate := definition.Kind == metrics.Count, definition.Kind == metrics.Rate
	broken := slices.ContainsFunc(figures, func(f metrics.Figure) bool { return f.Breakdown != "" })
	var columns []figureColumn
	words := func(show bool, head string, width float64, of func(metrics.Figure) cell) {
		if show {
			columns = append(columns, figureColumn{column{s.metric(head), false}, width, func(f metrics.Figure, _ int) cell { return of(f) }})
		}
	}
	numbers := func(show bool, head string, of func(f metrics.Figure, row int) cell) {
		if show {
			columns = append(columns, figureColumn{column{s.metric(head), true}, 13, of})
		}
	}
	words(true, definition.Period, 18, func(f metrics.Figure) cell { return text(s.period(f.Period)) })
	words(len(s.Programmes) > 1, "programme", 22, func(f metrics.Figure) cell { return wrapped(s.programme(f.Programme)) })
	words(broken, "breakdown", 14, func(f metrics.Figure) cell { return wrapped(f.Breakdown) })
	words(broken, "category", 14, func(f metrics.Figure) cell { return wrapped(f.Category) })
	numerator := len(columns) + 1
	numbers(!isCount, "numerator", func(f metrics.Figure, _ int) cell { return counted(f, f.Numerator) })
	numbers(!isCount, "denominator", func(f metrics.Figure, _ int) cell { return counted(f, f.Denominator) })
	numbers(true, "value", func(f metrics.Figure, row int) cell { return s.value(f, numerator, row) })
	numbers(isRate, "low", func(f metrics.Figure, _ int) cell { return s.measured(f, f.Low) })
	numbers(isRate, "high", func(f metrics.Figure, _ int) cell { return s.measured(f, f.High) })
	numbers(!isCount, "unknown", func(f metrics.Figure, _ int) cell { return counted(f, f.Unknown) })
	numbers(!isCount, "immature", func(f metrics.Figure, _ int) cell { return counted(f, f.Immature) })
	words(true, "sign", 9, func(f metrics.Figure) cell { return text(string(f.Sign)) })
	numbers(true, "target_label", func(f metrics.Figure, _ int) cell { return s.target(f) })
	return columns
}

// writeSeries draws the periods of all programmes together: rates as points with their intervals; the rest, and rates that are
// of too few to be shown as such, as bars.
func (s *sheet) writeSeries(definition metrics.Definition, columns []column, head, row, width int) {
	dataColumn := width + 2
	series := s.Series(definition.ID, metrics.All)
	values := slices.ContainsFunc(series, func(f metrics.Figure) bool { return f.Value.Given() })
	counts := slices.ContainsFunc(series, func(f metrics.Figure) bool { return f.Numerator.Given() })
	if !values && !counts {
		s.put(1, row, remark(s.say("no_chart")))
		return
	}
	listed := s.figuresOf(definition.ID)
	rowOf := func(f metrics.Figure) int { return head + 1 + slices.Index(listed, f) }
	columnOf := func(word string) int { return 1 + slices.Index(columns, column{s.metric(word), true}) }

	d := drawing{title: s.say("by_"+definition.Period, definition.Title.In(s.language))}
	spoken := []string{d.title + "."}
	for _, f := range series {
		spoken = append(spoken, f.Period+": "+f.Text(s.language)+".")
	}
	d.alternative = sentences(spoken...)
	data := s.newChartData(dataColumn, head, series, func(f metrics.Figure) string {
		return strings.TrimSpace(f.Period + "\n" + s.underPoint(f))
	})
	note := ""
	switch {
	case definition.Kind == metrics.Rate && values:
		points_, intervals := data.addRates(origin{rowOf, columnOf("value"), columnOf("low"), columnOf("high")})
		d.chart, d.intervals, note = points(points_, true), intervals, s.say("whiskers_note")
	case definition.Kind == metrics.Rate:
		k := data.add(s.metric("numerator"), func(f metrics.Figure) cell {
			return onlyCounts(f, counted(f, f.Numerator)).from(place(columnOf("numerator"), rowOf(f)))
		})
		n := data.add(s.metric("denominator"), func(f metrics.Figure) cell {
			return onlyCounts(f, counted(f, f.Denominator)).from(place(columnOf("denominator"), rowOf(f)))
		})
		d.chart, note = bars(wholeFormat, k, n), s.say("counts_note")
	default:
		v := data.add(s.metric("value"), func(f metrics.Figure) cell {
			return s.measured(f, f.Value).from(place(columnOf("value"), rowOf(f)))
		})
		d.chart = bars(s.formatOf(series[0]), v)
		if definition.Kind == metrics.Share {
			d.chart = asShares(d.chart)
		} else {
			d.chart.YAxis.Title.Paragraph = []excelize.RichTextRun{{Text: capital(s.unit(definition)), Font: chartText(9, false)}}
		}
	}
	s.draw(row, 1, width, d)
	if note != "" {
		s.put(1, row+chartRows, label(note))
	}
}

// onlyCounts leaves out the number of a figure of which there is nothing to show, not even counts.
func onlyCounts(f metrics.Figure, c cell) cell {
	if f.Sign != metrics.Hidden {
		return cell{}
	}
	return c
}

// unit is what is counted, in words.
func (b *book) unit(definition metrics.Definition) string { return b.named("unit_", definition.Unit) }
