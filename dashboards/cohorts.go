package dashboards

import (
	"slices"
	"strconv"

	"bolyst/metrics"
)

// shades is how many tints a cell of the map of cohorts has.
const shades = 10

// cohorts is the map of an indicator: a row for each programme, a column for each period, the darker the higher. It is a table
// whose cells are tinted, so that it says the same to everybody.
func (i indicator) cohorts() *block {
	if !i.total().IsShare() || i.definition.Kind == metrics.Duration {
		return nil
	}
	var periods []string
	for _, programme := range i.whoses() {
		for _, f := range i.of(programme).series() {
			if !slices.Contains(periods, f.Period) {
				periods = append(periods, f.Period)
			}
		}
	}
	if len(periods) < 2 {
		return nil
	}
	slices.Sort(periods)
	t := &twin{Caption: i.Say("cohorts_title", i.title()), Names: true, Tinted: true, Compact: true, Head: append(wordsUnder(i.rowsAre()), numbersUnder(periods...)...)}
	var all []metrics.Figure
	for _, programme := range i.whoses() {
		one := i.of(programme)
		r := row{Heads: []string{i.whoseName(programme)}, Link: one.address("")}
		for _, period := range periods {
			f := i.table.Figure(i.definition.ID, programme, period)
			c := i.value(f)
			c.Key, c.Strong = keyOf(f), false
			if f.Indicator == "" {
				c.Key = ""
			}
			if value, ok := f.Value.Get(); ok {
				c.Shade = strconv.Itoa(min(int(value*shades), shades-1) + 1)
			}
			r.Cells = append(r.Cells, c)
			all = append(all, f)
		}
		t.Rows = append(t.Rows, r)
	}
	t.Notes = i.explained(all)
	return &block{ID: "cohorts-" + i.definition.ID, Indicator: i.definition.ID, Title: t.Caption, Finding: i.finding(i.totals()), Table: t, Note: i.Say("cohorts_note")}
}

// rowsAre names the first column: programmes where there are several, and otherwise the indicators that are added one by one.
func (i indicator) rowsAre() string {
	if i.several() {
		return i.Say("programme")
	}
	return i.Say("indicator")
}

// totals are the programmes' figures over all periods.
func (i indicator) totals() (totals []metrics.Figure) {
	for _, programme := range i.table.Programmes {
		if f := i.table.Figure(i.definition.ID, programme.ID, metrics.All); f.Indicator != "" {
			totals = append(totals, f)
		}
	}
	return totals
}
