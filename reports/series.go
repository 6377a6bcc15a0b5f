package reports

import (
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"bolyst/metrics"
)

// seriesPlace is where the charts of an indicator's sheet stand, and where the table is that they draw from.
type seriesPlace struct {
	definition metrics.Definition
	listed     []metrics.Figure // as the table lists them
	columns    []column
	head       int // row of the table's head
	row        int // of the charts
	width      int // of the page, in columns
}

func (p seriesPlace) rowOf(f metrics.Figure) int {
	return p.head + 1 + slices.IndexFunc(p.listed, func(other metrics.Figure) bool { return other.Cell == f.Cell })
}

func (p seriesPlace) columnOf(head string) int {
	return 1 + slices.Index(p.columns, column{head, true})
}

// fewForPoints is the denominator under which a percentage says less than the counts that it is made of.
const fewForPoints = 10

// writeSeries draws the periods of all programmes together, and beside them, where there are several, a line for each.
func (s *sheet) writeSeries(p seriesPlace) {
	series := s.drawnOf(p.definition, p.listed)
	title := s.say("by_"+p.definition.Period, p.definition.Title.In(s.language))
	at := func(f metrics.Figure) string { return f.Period }
	if p.definition.Kind == metrics.Duration {
		title = s.say("by_months", p.definition.Title.In(s.language))
		at = func(f metrics.Figure) string { return s.say("n_months", monthsOf(f)) }
	}
	whole := p.width
	byProgramme := s.programmeLines(p)
	if byProgramme != nil {
		whole = p.width / 2
	}
	d, note := s.seriesChart(p, series, at)
	if note == "" {
		s.across(1, p.width, p.row, remark(s.say("no_chart")))
		return
	}
	spoken := []string{title + "."}
	for _, f := range series {
		if said := f.Text(s.language); said != "" {
			spoken = append(spoken, at(f)+": "+said+".")
		}
	}
	d.title, d.alternative = title, sentences(spoken...)
	s.draw(p.row, 1, whole, d)
	if byProgramme != nil {
		s.draw(p.row, whole+1, p.width, *byProgramme)
	}
	s.put(1, p.row+chartRows, label(note))
}

// drawnOf are the figures that the chart of an indicator draws: its periods, or the points of a curve.
func (b *book) drawnOf(definition metrics.Definition, listed []metrics.Figure) []metrics.Figure {
	if definition.Kind != metrics.Duration {
		return b.Series(definition.ID, metrics.All)
	}
	return spaced(slices.DeleteFunc(slices.Clone(listed), func(f metrics.Figure) bool { return f.Breakdown != months || f.Programme != metrics.All }))
}

// spaced fills in the years that a curve is not told at, so that its points lie as far apart as they are in time.
func spaced(points []metrics.Figure) []metrics.Figure {
	var all []metrics.Figure
	for _, f := range points {
		for len(all) > 0 && monthsOf(f)-monthsOf(all[len(all)-1]) > 12 {
			between := metrics.Figure{Cell: f.Cell, Kind: f.Kind, Unit: f.Unit}
			between.Category = strconv.Itoa(monthsOf(all[len(all)-1]) + 12)
			all = append(all, between)
		}
		all = append(all, f)
	}
	return all
}

// seriesChart chooses how the figures are drawn: values with intervals as points, other values as bars, and rates of which none
// has enough behind it as their counts. The note is what a reader must know of the chart; it is "" when there is none.
func (s *sheet) seriesChart(p seriesPlace, series []metrics.Figure, at func(metrics.Figure) string) (drawing, string) {
	kind := p.definition.Kind
	if !canBeDrawn(kind, series) {
		return drawing{}, ""
	}
	counts := kind == metrics.Rate && slices.ContainsFunc(series, hasCounts) && !slices.ContainsFunc(series, func(f metrics.Figure) bool {
		return f.Value.Given() && f.Denominator.Float() >= fewForPoints
	})
	data := s.newChartData(p.width+2, p.head, series, func(f metrics.Figure) string {
		return strings.TrimSpace(at(f) + "\n" + s.underPoint(f))
	})
	low, high, value := s.metric("low"), s.metric("high"), s.metric("value")
	switch {
	case counts:
		n := data.add(s.metric("denominator"), func(f metrics.Figure) cell {
			return ofCounts(f, counted(f, f.Denominator)).from(place(p.columnOf(s.metric("denominator")), p.rowOf(f)))
		})
		k := data.add(s.metric("numerator"), func(f metrics.Figure) cell {
			return ofCounts(f, counted(f, f.Numerator)).from(place(p.columnOf(s.metric("numerator")), p.rowOf(f)))
		})
		return drawing{chart: filled(n, k), overlap: 100}, s.say("counts_note")
	case kind == metrics.Rate || kind == metrics.Duration || kind == metrics.Score:
		points_, intervals := data.addRates(origin{p.rowOf, p.columnOf(value), p.columnOf(low), p.columnOf(high)})
		chart := points(points_, s.formatOf(series[0]), kind != metrics.Duration)
		if series[0].IsShare() {
			chart = asShares(chart)
		}
		return drawing{chart: chart, intervals: intervals}, s.say("whiskers_note")
	}
	v := data.add(value, func(f metrics.Figure) cell {
		return s.measured(f, f.Value).from(place(p.columnOf(value), p.rowOf(f)))
	})
	chart := bars(s.formatOf(series[0]), v)
	if kind == metrics.Share {
		chart = asShares(chart)
	} else if kind != metrics.Breadth {
		chart.YAxis.Title.Paragraph = []excelize.RichTextRun{{Text: metrics.Capital(s.unit(p.definition)), Font: chartText(9, false)}}
	}
	return drawing{chart: chart}, s.say("bars_note")
}

// canBeDrawn says whether any of the figures has something to draw.
func canBeDrawn(kind metrics.Kind, series []metrics.Figure) bool {
	return slices.ContainsFunc(series, func(f metrics.Figure) bool { return f.Value.Given() || kind == metrics.Rate && hasCounts(f) })
}

// hasCounts says whether the figure has counts to draw.
func hasCounts(f metrics.Figure) bool { return f.Numerator.Given() && f.Denominator.Float() > 0 }

// ofCounts leaves out the number of a figure of which there are no counts to show.
func ofCounts(f metrics.Figure, c cell) cell {
	if !hasCounts(f) {
		return cell{}
	}
	return c
}

// mostLines is how many lines a reader can tell apart.
const mostLines = 5

// programmeLines draws a line for each programme; nil where there is one, where there are too many for lines, and where nothing
// can be drawn.
func (s *sheet) programmeLines(p seriesPlace) *drawing {
	series, programmes := s.Series(p.definition.ID, metrics.All), s.CountedBy(p.definition)
	if len(programmes) < 2 || len(programmes) > mostLines || len(series) < 2 || p.definition.Kind == metrics.Duration {
		return nil
	}
	given := false
	d := drawing{title: s.say("by_programme", p.definition.Title.In(s.language))}
	spoken := []string{d.title + "."}
	data := s.newChartData(p.width+7, p.head, series, func(f metrics.Figure) string { return f.Period })
	var lines_ []excelize.ChartSeries
	for _, programme := range programmes {
		lines_ = append(lines_, data.add(programme.Name, func(all metrics.Figure) cell {
			f := s.Figure(p.definition.ID, programme.ID, all.Period)
			if !f.Value.Given() {
				return cell{}
			}
			given = true
			spoken = append(spoken, programme.Name+", "+f.Period+": "+f.Amount(s.language)+".")
			if row := p.rowOf(f); row > p.head {
				return s.measured(f, f.Value).from(place(p.columnOf(s.metric("value")), row))
			}
			return s.measured(f, f.Value) // which is not in the table of a board
		}))
	}
	if !given {
		return nil
	}
	d.alternative = sentences(spoken...)
	d.chart = lines(s.formatOf(series[0]), lines_...)
	if series[0].IsShare() {
		d.chart = asShares(d.chart)
	}
	return &d
}
