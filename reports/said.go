package reports

import (
	"strings"

	"bolyst/metrics"
)

// writeComments writes all that was said and decided as a table.
func (s *sheet) writeComments(front *sheet) {
	const head, lastColumn = 3, 7
	s.setWidths(13, 14, 34, 24, 12, 22, 80)
	s.put(1, 1, heading(s.metric("comments"), 16))
	s.height(1, 24)
	s.putBack(lastColumn, front)
	var rows [][]cell
	for _, c := range s.Comments {
		rows = append(rows, []cell{
			date(c.Date), text(s.metric(string(c.Kind))), wrapped(s.Definition(c.Indicator).Title.In(s.language)), wrapped(s.ProgrammeName(c.Programme, s.language)),
			text(s.period(c.Period)), wrapped(c.Author), wrapped(c.Text.In(s.language)),
		})
	}
	s.tableWith(head, []column{
		{s.say("on"), false}, {s.say("comment_kind"), false}, {s.metric("indicator"), false}, {s.metric("programme"), false},
		{s.metric("period"), false}, {s.say("by"), false}, {s.say("what"), false},
	}, rows, true)
	s.freeze(0, head)
	s.page(lastColumn, head, head, false)
}

// writeChanges writes which figures have changed since the edition before, and why, as a table.
func (s *sheet) writeChanges(front *sheet) {
	const head, lastColumn = 4, 4
	s.setWidths(44, 15, 15, 110)
	s.put(1, 1, heading(s.say("changes_since", s.on(s.Since.AsOf)), 16))
	s.height(1, 24)
	s.putBack(lastColumn, front)
	s.put(1, 2, remark(s.say("changes_note", s.Since.Edition)))
	var rows [][]cell
	for _, c := range s.Since.Changes {
		rows = append(rows, []cell{
			wrapped(s.placeOf(c.After)), s.measured(c.Before, c.Before.Value), s.measured(c.After, c.After.Value), wrapped(s.changed(c)),
		})
	}
	s.table(head, []column{{s.metric("indicator"), false}, {s.say("before"), true}, {s.say("now"), true}, {s.say("why"), false}}, rows)
	s.freeze(0, head)
	s.page(lastColumn, head, head, false)
}

// placeOf names a figure: its indicator and, where they are not all, programme and period.
func (b *book) placeOf(f metrics.Figure) string {
	names := []string{b.Definition(f.Indicator).Title.In(b.language)}
	if f.Programme != metrics.All && len(b.Programmes) > 1 {
		names = append(names, b.programme(f.Programme))
	}
	if f.Period != metrics.All {
		names = append(names, f.Period)
	}
	return strings.Join(names, ", ")
}

// changed says what became of a figure, and why, as far as it may be told.
func (b *book) changed(c metrics.Change) string {
	said := b.placeOf(c.After) + ": " + c.Text(b.language) + "."
	for _, line := range c.Lines(b.language) {
		said = sentences(said, metrics.Capital(line)+".")
	}
	return said
}
