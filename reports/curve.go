package reports

import (
	"slices"

	"github.com/xuri/excelize/v2"

	"bolyst/metrics"
)

// The page of curves: a table of how many are followed, over as many columns as there are times, and charts of two to a row.
const (
	curveWidth = 9
	curveHalf  = 4              // columns of a chart that shares its row with another
	curveData  = curveWidth + 2 // the first column of what the charts draw
	curveTall  = 16             // rows that a chart covers
)

// writeCurves draws how long people stay: all programmes together, and each of them, with how many are followed under it. Who
// may be told single persons is shown every step; everybody else the points at which enough are followed.
func (s *sheet) writeCurves(definition metrics.Definition) {
	var curves []metrics.ToldCurve
	for _, programme := range s.programmes() {
		if curve, ok := s.Curve(definition.ID, programme); ok {
			curves = append(curves, curve)
		}
	}
	widths := append([]float64{32}, slices.Repeat([]float64{14}, curveWidth-1)...)
	s.setWidths(append(append(widths, 3), slices.Repeat([]float64{10, 10, 10, 10, 10, 10, 3}, len(curves))...)...)
	s.put(1, 1, heading(s.say("about_curve", definition.Title.In(s.language)), 16))
	s.height(1, 24)
	note := []string{s.say("note_curve"), s.say("curve_points")}
	if curves[0].Whole {
		note[1] = s.say("curve_steps")
	}
	for _, c := range s.Comparisons {
		if c.Indicator == definition.ID && c.Breakdown == metrics.ByProgramme {
			note = append(note, s.metric(c.Note))
		}
	}
	row := s.across(1, curveWidth, 2, remark(sentences(note...))) + 1
	dataAt := row
	s.put(curveData, row-1, label(s.say("chart_data")))
	for i, curve := range curves {
		column := curveData + 7*i
		switch {
		case i == 0:
			s.draw(row, 1, curveWidth, s.curveChart(curve, column, dataAt))
			row = s.writeFollowed(definition, row+curveTall+1)
		case i%2 == 1:
			if i%4 == 1 { // two rows of them to a page
				s.pagesBefore = append(s.pagesBefore, row)
			}
			s.draw(row, 1, curveHalf, s.curveChart(curve, column, dataAt))
			row += curveTall
		default:
			s.draw(row-curveTall, curveHalf+1, curveWidth, s.curveChart(curve, column, dataAt))
		}
	}
	s.page(curveWidth, 0, 0, false)
}

// writeFollowed writes how many are followed at each time, and how large a share is estimated to be there.
func (s *sheet) writeFollowed(definition metrics.Definition, row int) int {
	var times []metrics.Figure
	for _, f := range s.Figures {
		if f.Indicator == definition.ID && f.Programme == metrics.All && f.Breakdown == months && f.Period == metrics.All && f.Region == "" {
			times = append(times, f)
		}
	}
	slices.SortFunc(times, func(a, b metrics.Figure) int { return monthsOf(a) - monthsOf(b) })
	columns := []column{{s.metric("programme"), false}}
	for _, f := range times {
		columns = append(columns, column{s.say("followed_at", monthsOf(f)), true})
	}
	for _, f := range times {
		columns = append(columns, column{s.say("share_at", monthsOf(f)), true})
	}
	var rows [][]cell
	for _, programme := range s.programmes() {
		followed, shares := []cell{wrapped(s.programme(programme))}, []cell(nil)
		for _, time := range times {
			f := s.of(definition.ID, programme, months, time.Category, "")
			followed, shares = append(followed, counted(f, f.Denominator)), append(shares, s.measured(f, f.Value))
		}
		rows = append(rows, append(followed, shares...))
	}
	return s.table(row, columns, rows) + 1
}

// curveChart writes what the curve of one programme is drawn from, and draws it.
func (s *sheet) curveChart(curve metrics.ToldCurve, column, row int) drawing {
	name := s.programme(curve.Programme)
	points := curve.Points
	if curve.Whole {
		points = steps(points)
	}
	s.put(column, row, cell{text: name, look: look{header: true}})
	for i, head := range []string{s.metric("value"), s.metric("low"), s.metric("high"), s.say("below"), s.say("above")} {
		s.put(column+1+i, row, cell{text: head, look: look{header: true, right: true}})
	}
	spoken := []string{name + "."}
	for i, p := range points {
		at := row + 1 + i
		for j, n := range []metrics.Number{metrics.Of(p.Months), p.Share, p.Low, p.High, difference(p.Share, p.Low), difference(p.High, p.Share)} {
			format := percentFormat
			if j == 0 {
				format = decimalFormat
			}
			c := number(n, "", format)
			c.look.body = true
			if j > 3 && n.Given() {
				c.formula = []string{place(column+1, at) + "-" + place(column+2, at), place(column+3, at) + "-" + place(column+1, at)}[j-4]
			}
			s.put(column+j, at, c)
		}
	}
	for _, p := range curve.Points {
		if share, ok := p.Share.Get(); ok {
			spoken = append(spoken, s.say("curve_spoken", s.language.Number(p.Months, 0), s.language.Percent(share, 1), s.language.Number(p.AtRisk.Float(), 0)))
		}
	}
	plot := scatter{across: s.say("months_after"), most: 60, step: 12}
	for _, p := range points {
		for plot.most < p.Months {
			plot.most += 12
		}
	}
	series := func(at int) excelize.ChartSeries {
		return excelize.ChartSeries{Name: s.fixed(column, row, row), Categories: s.fixed(column, row+1, row+len(points)), Values: s.fixed(column+at, row+1, row+len(points))}
	}
	d := drawing{title: name, alternative: sentences(spoken...), scatter: &plot, rows: curveTall}
	if curve.Whole {
		plot.limit(series(1), green, 2, excelize.LineDashSolid)
		plot.limit(series(2), grey, 0.75, excelize.LineDashDash)
		plot.limit(series(3), grey, 0.75, excelize.LineDashDash)
	} else {
		plot.points(series(1))
		d.intervals = errorBars{below: series(4).Values, above: series(5).Values}
	}
	d.chart = plot.chart()
	return d
}

// steps are the corners of the curve: it stays level until somebody leaves.
func steps(points []metrics.CurvePoint) []metrics.CurvePoint {
	at := metrics.CurvePoint{Share: metrics.Of(1)}
	corners := []metrics.CurvePoint{at}
	for _, p := range points {
		at.Months = p.Months
		corners = append(corners, at)
		if p.Share != at.Share {
			corners = append(corners, p)
		}
		at = p
	}
	return corners
}
