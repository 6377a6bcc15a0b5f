package reports

import "bolyst/metrics"

// whiskers are rates beside each other, each a point with its interval: where the chart stands and how many rows high, where
// its data stand, and the table that they come from.
type whiskers struct {
	rates               []metrics.Figure
	row, from, to       int
	rows                int // 0: as many as a chart usually has
	dataColumn, dataRow int
	origin
}

// drawWhiskers draws them, when there are any, with a note under the chart.
func (s *sheet) drawWhiskers(w whiskers) {
	if len(w.rates) == 0 {
		return
	}
	if w.rows == 0 {
		w.rows = chartRows
	}
	data := s.newChartData(w.dataColumn, w.dataRow, w.rates, func(f metrics.Figure) string {
		return plain(s.Definition(f.Indicator).ShortTitle(s.language)) + "\n" + s.underPoint(f)
	})
	values, intervals := data.addRates(w.origin)
	spoken := []string{s.say("whiskers_title") + "."}
	for _, f := range w.rates {
		spoken = append(spoken, s.Definition(f.Indicator).Title.In(s.language)+": "+f.Text(s.language)+".")
	}
	s.draw(w.row, w.from, w.to, drawing{
		chart: asShares(points(values, percentFormat, false)), title: s.say("whiskers_title"), alternative: sentences(spoken...), intervals: intervals,
		rows: w.rows,
	})
	s.put(w.from, w.row+w.rows, label(s.say("whiskers_note")))
}
