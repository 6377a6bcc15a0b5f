package reports

import (
	"github.com/xuri/excelize/v2"

	"bolyst/metrics"
)

// drawParts draws a line for each part of those who count, over the figures of the whole. Lines without a number are left out.
func (t *figureTable) drawParts(row int, title string, whole []metrics.Figure, parts []string, nameOf func(part string) string, of func(f metrics.Figure, part string) metrics.Figure) {
	spoken := []string{title + "."}
	data := t.newChartData(t.width()+2, t.head, whole, func(f metrics.Figure) string { return t.Definition(f.Indicator).ShortTitle(t.language) })
	var series []excelize.ChartSeries
	for _, part := range parts {
		var given []metrics.Figure
		for _, f := range whole {
			if at := of(f, part); at.Value.Given() && !tooFew(at) {
				given = append(given, at)
			}
		}
		if len(given) == 0 {
			continue
		}
		series = append(series, data.add(nameOf(part), func(f metrics.Figure) cell {
			at := of(f, part)
			if !at.Value.Given() || tooFew(at) {
				return cell{}
			}
			return t.measured(at, at.Value).from(place(t.column(atValue), t.rowOf(at)))
		}))
		for _, f := range given {
			spoken = append(spoken, nameOf(part)+", "+t.Definition(f.Indicator).Title.In(t.language)+": "+f.Text(t.language)+".")
		}
	}
	if len(series) == 0 {
		t.across(1, t.width(), row, remark(t.say("no_chart")))
		return
	}
	chart := asShares(lines(percentFormat, series...))
	chart.Legend.Position = "bottom"
	t.draw(row, 1, t.width(), drawing{chart: chart, title: title, alternative: sentences(spoken...)})
}

// drawIntervals draws a point with its interval for each of the figures, of which low and high are two columns of the table.
func (t *figureTable) drawIntervals(row int, title string, figures []metrics.Figure, low, high int, labelOf func(metrics.Figure) string) {
	if len(figures) == 0 {
		t.across(1, t.width(), row, remark(t.say("no_chart")))
		return
	}
	data := t.newChartData(t.width()+2, t.head, figures, labelOf)
	values, intervals := data.addRates(origin{t.rowOf, t.column(atValue), t.column(low), t.column(high)})
	spoken := []string{title + "."}
	for _, f := range figures {
		spoken = append(spoken, labelOf(f)+": "+f.Text(t.language)+".")
	}
	t.draw(row, 1, t.width(), drawing{chart: asShares(points(values, percentFormat, false)), title: title, alternative: sentences(spoken...), intervals: intervals})
}
