package reports

import (
	"slices"

	"bolyst/metrics"
)

// writeGoalOutlooks writes the goals below each other, each with what it is and how it stands in words, and returns the next row.
func (s *sheet) writeGoalOutlooks(row, to int) int {
	const from = 2 // of the goal's text; its title stands before it
	s.put(1, row, heading(s.metric("goals"), 12))
	s.put(boardHalf, row, heading(s.say("outlook"), 12))
	row++
	for _, g := range s.GoalOutlooks() {
		told := outlookMarks[g.Outlook] + " " + s.GoalSentence(g, s.language)
		row = s.beside(row,
			span{1, 1, cell{text: g.Goal.Title.In(s.language), look: look{bold: true}}},
			span{from, boardHalf - 1, cell{text: g.Goal.Text.In(s.language)}},
			span{boardHalf, to, cell{text: told}})
	}
	return row
}

// writeSaid writes what was decided and said, decisions first and the newest before others, as far as there is room before the
// last row, and returns the next row.
func (s *sheet) writeSaid(row, last, to int) int {
	s.put(boardHalf, row, heading(s.say("decided"), 12))
	said := slices.Clone(s.Comments)
	slices.SortStableFunc(said, func(a, b metrics.Comment) int {
		if (a.Kind == metrics.Decision) == (b.Kind == metrics.Decision) {
			return 0
		}
		if a.Kind == metrics.Decision {
			return -1
		}
		return 1
	})
	var texts []string
	for _, c := range said {
		texts = append(texts, s.Definition(c.Indicator).ShortTitle(s.language)+". "+s.Said(c, s.language))
	}
	return s.listed(row+1, last, to, texts, s.say("nothing_said"))
}

// writeSince writes what has changed since the edition before, key indicators first, as far as there is room.
func (s *sheet) writeSince(row, last, to int) {
	if s.Since.Edition == "" {
		s.put(boardHalf, row, heading(s.say("changes"), 12))
		s.across(boardHalf, to, row+1, cell{text: s.say("first_edition")})
		return
	}
	s.put(boardHalf, row, heading(s.say("changes_since", s.on(s.Since.AsOf)), 12))
	changes := slices.Clone(s.Since.Changes)
	slices.SortStableFunc(changes, func(a, b metrics.Change) int {
		return s.keyPlace(a.After.Indicator) - s.keyPlace(b.After.Indicator)
	})
	var texts []string
	for _, c := range changes {
		texts = append(texts, s.changed(c))
	}
	s.listed(row+1, last, to, texts, s.say("nothing_changed"))
}

// keyPlace is the place of the indicator among the key ones; the rest come after them.
func (b *book) keyPlace(indicator string) int {
	key := b.KeyDefinitions()
	if i := slices.IndexFunc(key, func(d metrics.Definition) bool { return d.ID == indicator }); i >= 0 {
		return i
	}
	return len(key)
}

// listed writes the texts below each other in the right half of the page until the last row, and says how many are left.
func (s *sheet) listed(row, last, to int, texts []string, none string) int {
	if len(texts) == 0 {
		texts = []string{none}
	}
	for i, text := range texts {
		c := cell{text: text}
		needs := s.rowsFor(span{boardHalf, to, c})
		if rest := len(texts) - i; row+needs-1 > last || row+needs-1 == last && rest > 1 {
			return s.across(boardHalf, to, row, remark(s.say("more", rest)))
		}
		row = s.across(boardHalf, to, row, c)
	}
	return row
}
