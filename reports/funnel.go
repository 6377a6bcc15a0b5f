package reports

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"bolyst/metrics"
)

// addComparisons adds a sheet for every rate by which the programmes can be held against each other.
func (b *book) addComparisons(add func(chapter)) {
	for _, definition := range b.Definitions {
		if funnel, ok := b.Funnel(definition.ID); ok {
			add(chapter{b.say("funnel_sheet", definition.ShortTitle(b.language)), b.say("about_funnel", definition.Title.In(b.language)),
				func(s *sheet) { s.writeFunnel(definition, funnel) }})
		}
	}
}

// Where things stand on the sheet of a funnel: the table's columns, and beside the page what the chart draws.
const (
	funnelWidth     = 12 // columns of the page
	funnelNumerator = 3
	funnelCurve     = funnelWidth + 2 // the lines' first column
	funnelDots      = funnelCurve + 7
	funnelTall      = 25 // that the chart covers
)

// writeFunnel writes the programmes side by side: a point for each by how many count, and the lines that chance alone would keep
// it within. It is no league table: the programmes stand in the order of the configuration.
func (s *sheet) writeFunnel(definition metrics.Definition, funnel metrics.Funnel) {
	s.setWidths(7, 28, 9, 9, 9, 14, 13, 14, 13, 13, 14, 40, 3, 10, 12, 12, 12, 12, 12, 3, 10, 10, 10)
	s.put(1, 1, heading(s.say("about_funnel", definition.Title.In(s.language)), 16))
	s.height(1, 24)
	k, n := 0, 0
	for _, dot := range funnel.Points {
		k, n = k+dot.K, n+dot.N
	}
	together := s.say("funnel_centre", s.language.Say("k_of_n", s.language.Number(float64(k), 0), s.language.Number(float64(n), 0)),
		s.language.Percent(funnel.Centre.Float(), 1))
	row := s.across(1, funnelWidth, 2, cell{text: sentences(together, s.metric(funnel.Spread.Note))})
	row = s.across(1, funnelWidth, row, remark(definition.Meaning.In(s.language)))
	chartAt := row + 1
	head := chartAt + funnelTall + 2
	plot := scatter{across: s.say("funnel_across"), sides: sides(funnel.Points)}
	s.funnelLines(&plot, funnel, chartAt)
	s.funnelDots(&plot, funnel, chartAt, head)
	spoken := []string{s.say("about_funnel", definition.Title.In(s.language)) + ".", together}
	for _, dot := range funnel.Points {
		spoken = append(spoken, s.say("funnel_spoken", s.programme(dot.Programme), s.language.Say("k_of_n", fmt.Sprint(dot.K), fmt.Sprint(dot.N)), dot.Place.Text(s.language)))
	}
	s.draw(chartAt, 1, funnelWidth, drawing{chart: plot.chart(), scatter: &plot, rows: funnelTall,
		title: definition.Title.In(s.language), alternative: sentences(spoken...)})
	s.put(1, chartAt+funnelTall, label(s.say("funnel_note")))
	below := s.table(head, s.funnelColumns(), s.funnelRows(funnel, head))
	var left []string
	for _, programme := range funnel.Left {
		left = append(left, s.programme(programme.Programme)+": "+s.metric(programme.Why)+".")
	}
	if len(left) > 0 {
		s.across(1, funnelWidth, below+1, remark(s.say("funnel_left")+" "+strings.Join(left, " ")))
	}
	s.page(funnelWidth, 0, 0, true)
}

// funnelLines writes and draws the limits and the common rate.
func (s *sheet) funnelLines(plot *scatter, funnel metrics.Funnel, row int) {
	s.put(funnelCurve, row-1, label(s.say("chart_data")))
	heads := []string{"n", s.say("low_998"), s.say("low_95"), s.say("centre"), s.say("high_95"), s.say("high_998")}
	for i, head := range heads {
		s.put(funnelCurve+i, row, cell{text: head, look: look{header: true, right: true}})
	}
	for i, at := range funnel.Curve {
		numbers := []metrics.Number{metrics.Of(float64(at.N)), at.Low998, at.Low95, funnel.Centre, at.High95, at.High998}
		for j, n := range numbers {
			format := percentFormat
			if j == 0 {
				format = wholeFormat
			}
			c := number(n, "", format)
			c.look.body = true
			s.put(funnelCurve+j, row+1+i, c)
		}
	}
	first, last := row+1, row+len(funnel.Curve)
	for i := range heads[1:] {
		line := excelize.ChartSeries{Name: s.fixed(funnelCurve+1+i, row, row), Categories: s.fixed(funnelCurve, first, last),
			Values: s.fixed(funnelCurve+1+i, first, last)}
		switch i {
		case 2:
			plot.limit(line, green, 1.5, excelize.LineDashSolid)
		case 1, 3:
			plot.limit(line, grey, 1, excelize.LineDashDash)
		default:
			plot.limit(line, grey, 1.25, excelize.LineDashSolid)
		}
	}
}

// funnelDots writes and draws a point for each programme, from the counts in the table. It has the programme's number in the table
// beside it: names would stand in each other's way.
func (s *sheet) funnelDots(plot *scatter, funnel metrics.Funnel, row, table int) {
	for i, head := range []string{s.say("number"), "n", s.metric("value")} {
		s.put(funnelDots+i, row, cell{text: head, look: look{header: true, right: i > 0}})
	}
	for i, dot := range funnel.Points {
		at := row + 1 + i
		name := text(strconv.Itoa(i + 1))
		name.look.body = true
		n := whole(dot.N).from(place(funnelNumerator+1, table+1+i))
		share := number(metrics.Of(float64(dot.K)/float64(dot.N)), "", percentFormat).from(place(funnelNumerator, table+1+i) + "/" + place(funnelNumerator+1, table+1+i))
		n.look.body, share.look.body = true, true
		s.put(funnelDots, at, name)
		s.put(funnelDots+1, at, n)
		s.put(funnelDots+2, at, share)
		plot.points(excelize.ChartSeries{Name: s.fixed(funnelDots, at, at), Categories: s.fixed(funnelDots+1, at, at), Values: s.fixed(funnelDots+2, at, at)})
	}
}

// sides puts the names of neighbours above and below in turn, so that they stand less in each other's way.
func sides(dots []metrics.FunnelDot) []string {
	order := make([]int, len(dots))
	for i := range dots {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return dots[a].N - dots[b].N })
	names := make([]string, len(dots))
	for rank, i := range order {
		names[i] = []string{"t", "b"}[rank%2]
	}
	return names
}

func (s *sheet) funnelColumns() []column {
	return []column{{s.say("number"), false}, {s.metric("programme"), false}, {s.metric("numerator"), true}, {s.metric("denominator"), true}, {s.metric("value"), true},
		{s.metric("low"), true}, {s.metric("high"), true}, {s.say("low_998"), true}, {s.say("low_95"), true}, {s.say("high_95"), true}, {s.say("high_998"), true},
		{s.metric("funnel_place"), false}}
}

func (s *sheet) funnelRows(funnel metrics.Funnel, head int) [][]cell {
	var rows [][]cell
	for i, dot := range funnel.Points {
		f := s.Figure(funnel.Indicator, dot.Programme, metrics.All)
		cells := []cell{text(strconv.Itoa(i + 1)), wrapped(s.programme(dot.Programme)), counted(f, f.Numerator), counted(f, f.Denominator), s.value(f, funnelNumerator, head+1+i),
			s.limit(f, f.Low), s.limit(f, f.High)}
		for _, limit := range []metrics.Number{dot.Limits.Low998, dot.Limits.Low95, dot.Limits.High95, dot.Limits.High998} {
			cells = append(cells, number(limit, "", percentFormat))
		}
		rows = append(rows, append(cells, wrapped(dot.Place.Text(s.language))))
	}
	return rows
}
