package reports

import (
	"slices"
	"strings"

	"bolyst/metrics"
)

// differing are the indicators that some programme counts in its own way, each followed by what takes its place.
func (b *book) differing() [][]metrics.Definition {
	var groups [][]metrics.Definition
	for _, common := range b.Definitions {
		group := []metrics.Definition{common}
		for _, own := range b.Definitions {
			if own.Replaces == common.ID {
				group = append(group, own)
			}
		}
		if len(group) > 1 {
			groups = append(groups, group)
		}
	}
	return groups
}

// writeDiffering writes the common definitions and the programmes' own side by side, with whom each counts for and what it gives.
func (s *sheet) writeDiffering(groups [][]metrics.Definition) {
	const lastColumn = 5
	s.setWidths(14, 36, 44, 70, 34)
	s.put(1, 1, heading(s.say("side_by_side"), 16))
	s.height(1, 24)
	row := s.across(1, lastColumn, 2, remark(s.say("side_by_side_note"))) + 1
	for _, group := range groups {
		s.put(1, row, heading(group[0].Title.In(s.language), 12))
		var rows [][]cell
		for i, d := range group {
			whose := s.say("own")
			if i == 0 {
				whose = s.say("common")
			}
			var names []string
			for _, programme := range s.CountedBy(d) {
				names = append(names, programme.Name)
			}
			slices.Sort(names)
			rows = append(rows, []cell{
				text(whose), wrapped(d.Title.In(s.language)), wrapped(strings.Join(names, ", ")), wrapped(d.Meaning.In(s.language)), wrapped(s.Total(d.ID).Text(s.language)),
			})
		}
		row = s.table(row+1, []column{{s.say("whose_definition"), false}, {s.metric("indicator"), false}, {s.say("counted_for"), false},
			{s.metric("meaning"), false}, {s.metric("value"), false}}, rows) + 1
	}
	s.page(lastColumn, 0, 0, s.fitsOnePage(lastColumn))
}
