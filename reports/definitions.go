package reports

import "bolyst/metrics"

// writeDefinitions writes what every indicator means and, under it, what was agreed about each.
func (s *sheet) writeDefinitions() {
	const lastColumn = 8
	s.setWidths(36, 26, 10, 56, 12, 15, 16, 15)
	s.put(1, 1, heading(s.metric("definitions"), 16))
	s.height(1, 24)
	const head = 3
	var rows [][]cell
	for _, d := range s.Definitions {
		rows = append(rows, []cell{
			wrapped(d.Title.In(s.language)), text(d.ID), whole(d.Version), wrapped(d.Meaning.In(s.language)), wrapped(s.unit(d)),
			wrapped(s.named("kind_", string(d.Kind))), wrapped(s.named("direction_", d.Direction)), wrapped(s.goal(d.Goal)),
		})
	}
	below := s.table(head, []column{
		{s.metric("indicator"), false}, {s.say("id"), false}, {s.metric("version"), true}, {s.metric("meaning"), false},
		{s.metric("unit"), false}, {s.say("kind"), false}, {s.say("direction"), false}, {s.metric("goal"), false},
	}, rows)

	s.put(1, below+1, heading(s.say("targets"), 12))
	if targets := s.targetRows(); len(targets) > 0 {
		s.table(below+2, []column{
			{s.metric("indicator"), false}, {s.metric("programme"), false}, {s.metric("period"), false}, {s.say("owner"), false},
			{s.metric("target_label"), true}, {s.say("decided_on"), false},
		}, targets)
	} else {
		s.put(1, below+2, text(s.say("no_targets")))
	}
	s.freeze(1, head)
	s.page(lastColumn, head, head, false)
}

// targetRows makes a row per target on an indicator that this audience is shown.
func (s *sheet) targetRows() [][]cell {
	var rows [][]cell
	for _, target := range s.Targets {
		definition := s.Definition(target.Indicator)
		if definition.ID == "" {
			continue
		}
		f := s.Total(target.Indicator)
		rows = append(rows, []cell{
			wrapped(definition.Title.In(s.language)), wrapped(s.programme(target.Programme)), text(s.targetPeriod(target.Period)),
			wrapped(target.Owner), s.measured(f, metrics.Of(target.Value)), date(target.DecidedOn),
		})
	}
	return rows
}

// targetPeriod is the period of a target in words.
func (b *book) targetPeriod(period string) string {
	if period == metrics.Each {
		return b.metric("each_period")
	}
	return b.period(period)
}
