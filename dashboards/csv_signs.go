package dashboards

import (
	"strings"

	"bolyst/metrics"
)

// signColumns writes what is held against the figures of a table: targets, the signs of series, funnels and comments.
type signColumns struct {
	words
	table     metrics.Table
	processes map[metrics.Cell]metrics.Process // by the cell of the total
	funnels   map[string]metrics.Funnel
}

func newSignColumns(w words, table metrics.Table) signColumns {
	s := signColumns{w, table, map[metrics.Cell]metrics.Process{}, map[string]metrics.Funnel{}}
	for _, f := range table.Figures {
		if !f.IsPlain() || f.Period != metrics.All {
			continue
		}
		if process, ok := table.Process(f.Indicator, f.Programme); ok {
			s.processes[f.Cell] = process
		}
	}
	for _, definition := range table.Definitions {
		if funnel, ok := table.Funnel(definition.ID); ok {
			s.funnels[definition.ID] = funnel
		}
	}
	return s
}

func (s signColumns) heads() []string {
	return []string{
		s.Say("target_label"), s.Say("target_period"), s.Say("baseline"), s.Say("gap"), s.Say("pace"), s.Say("chance"),
		s.Say("signal"), s.Say("variation"), s.Say("assurance"), s.Say("funnel_place"), s.Say("comments"),
	}
}

func (s signColumns) of(f metrics.Figure) []string {
	l := metrics.Language(s.words)
	cells := make([]string, 6, 11)
	if progress, ok := s.table.Progress(f); ok {
		period := progress.Target.Period
		switch period {
		case metrics.All:
			period = s.Say("all_periods")
		case metrics.Each:
			period = s.Say("each_period")
		}
		cells = []string{
			plain(metrics.Of(progress.Target.Value), l), harmless(period), plain(progress.Target.Baseline.Value, l),
			plain(progress.Gap, l), plain(progress.Pace, l), plain(progress.Chance, l),
		}
	}
	var said []string
	for _, c := range s.table.CommentsOn(f) {
		said = append(said, s.table.Said(c, l))
	}
	return append(cells, s.signal(f), s.variation(f), s.assurance(f), s.funnels[f.Indicator].PlaceOf(f).Text(l), harmless(strings.Join(said, " ")))
}

// signal is the rule that the figure breaks in its series.
func (s signColumns) signal(f metrics.Figure) string {
	total := f.Cell
	total.Period = metrics.All
	for _, point := range s.processes[total].Points {
		if point.Period == f.Period && f.IsPlain() && point.Signal != metrics.Ordinary {
			return s.Say("signal_" + string(point.Signal))
		}
	}
	return ""
}

// variation and assurance are the signs of a whole series; they stand with its total.
func (s signColumns) variation(f metrics.Figure) string {
	process, ok := s.processes[f.Cell]
	if !ok {
		return ""
	}
	return process.VariationLabel(metrics.Language(s.words))
}

func (s signColumns) assurance(f metrics.Figure) string {
	process, ok := s.processes[f.Cell]
	if !ok {
		return ""
	}
	return process.Assurance.Label(metrics.Language(s.words))
}
