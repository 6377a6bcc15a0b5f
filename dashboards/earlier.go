package dashboards

import (
	"fmt"
	"slices"
	"strings"

	"bolyst/metrics"
)

// earlierView is a view of an indicator in this edition and in an earlier one.
type earlierView struct {
	view
	Edition string
	Notes   []string
}

// earlier puts what the audience was shown in each of the earlier editions beside what it is shown now: period by period for
// everybody, and over all periods what all programmes together are told apart by.
func (i indicator) earlier() (views []earlierView) {
	for _, before := range i.table.Before {
		then := i
		then.table.Figures = figuresOf(before, i.definition)
		for _, programme := range i.whoses() {
			for _, breakdown := range i.of(programme).breakdowns() {
				if breakdown != "" && programme != metrics.All {
					break
				}
				if v, ok := i.of(programme).beside(then.of(programme), before, breakdown); ok {
					views = append(views, v)
				}
			}
		}
	}
	return views
}

// figuresOf are the figures of the indicator in an earlier edition.
func figuresOf(before metrics.Before, definition metrics.Definition) (figures []metrics.Figure) {
	for _, f := range before.Figures {
		if f.Indicator == definition.ID {
			f.Kind = definition.Kind // a figure that was published has none
			figures = append(figures, f)
		}
	}
	return figures
}

// beside is one view: of each figure a row of the earlier edition, a row of this one, and by how much they differ.
func (i indicator) beside(then indicator, before metrics.Before, breakdown string) (v earlierView, ok bool) {
	was, now := then.alone(breakdown), i.alone(breakdown)
	if len(was) == 0 || len(now) == 0 {
		return v, false
	}
	l := i.language()
	v = earlierView{view: view{Programme: i.whose, Breakdown: breakdown, Title: i.Say("earlier_view", i.viewTitle(breakdown), l.Date(before.AsOf))}, Edition: before.Edition}
	v.ID = strings.Trim(i.whose+"-"+breakdown, "-") + "-" + before.Edition
	v.Notes = i.different(was[0], now[0], before)
	t := &twin{Caption: v.Title, Names: true, Head: wordsUnder(i.breakdownName(breakdown), i.Say("earlier_column")), Notes: i.explained(slices.Concat(was, now))}
	for _, field := range i.fields() {
		t.Head = append(t.Head, heading{Text: field.head})
	}
	t.Head = append(t.Head, heading{Text: i.Say("earlier_step")})
	for _, c := range inBoth(was, now) {
		step := c.Step(l)
		switch {
		case step == "" && c.Before.Denominator.Given() && c.Before.Numerator == c.After.Numerator && c.Before.Denominator == c.After.Denominator:
			step = i.Say("change_nothing") // too few for a percentage, and the same few
		case c.After.Indicator == "":
			step = i.Say("earlier_gone")
		case c.Before.Indicator == "":
			step = i.Say("earlier_new")
		}
		if c.Before.Indicator != "" {
			r := i.rowOf(c.Before, breakdown, i.Say("earlier_then", l.Date(before.AsOf), fmt.Sprint(before.KnownAt)))
			r.Edition = before.Edition
			t.Rows = append(t.Rows, r)
		}
		if c.After.Indicator != "" {
			t.Rows = append(t.Rows, i.rowOf(c.After, breakdown, i.Say("earlier_now")))
		}
		cells := t.Rows[len(t.Rows)-1].Cells
		cells[len(cells)-1] = cell{Text: step, Step: true}
	}
	t.Compact = len(t.Rows) > manyRows
	v.Table = t.named()
	return v, true
}

// alone are the figures of a view that are put beside those of another edition: single periods, or what is told apart over all
// of them.
func (i indicator) alone(breakdown string) []metrics.Figure {
	return slices.DeleteFunc(i.shown(breakdown), func(f metrics.Figure) bool { return f.IsPool() || breakdown != "" && f.Period != metrics.All })
}

// inBoth puts the figures of two editions side by side, in the order of the second. What only the first has comes last.
func inBoth(was, now []metrics.Figure) (changes []metrics.Change) {
	place := func(f metrics.Figure) metrics.Cell {
		f.Version = 0
		return f.Cell
	}
	before := map[metrics.Cell]metrics.Figure{}
	for _, f := range was {
		before[place(f)] = f
	}
	for _, f := range now {
		changes = append(changes, metrics.Change{Before: before[place(f)], After: f})
		delete(before, place(f))
	}
	for _, f := range was {
		if _, left := before[place(f)]; left {
			changes = append(changes, metrics.Change{Before: f})
		}
	}
	return changes
}

// rowOf is the figure of one edition. The last cell is for what has changed.
func (i indicator) rowOf(f metrics.Figure, breakdown, edition string) row {
	name := i.rowName(f)
	switch {
	case breakdown == months:
		name = i.at(f)
	case breakdown == "" && f.Period == metrics.All && i.definition.Total == "latest":
		name = i.Say("as_of") // of each edition its own
	case breakdown == "":
		name = i.period(f.Period)
	}
	r := row{Key: keyOf(f), Total: f.Period == metrics.All && f.Breakdown == "" && breakdown == "", Heads: []string{name, edition}}
	for _, field := range i.fields() {
		r.Cells = append(r.Cells, field.of(f))
	}
	r.Cells = append(r.Cells, cell{})
	return r
}

// different says why the figures of the two editions differ, as far as that is known: by the definition, or in all for the
// causes that the audience is told of the change since the edition before.
func (i indicator) different(was, now metrics.Figure, before metrics.Before) (notes []string) {
	l := i.language()
	if was.Version != now.Version {
		notes = append(notes, i.Say("earlier_redefined", fmt.Sprint(was.Version), fmt.Sprint(now.Version)))
	}
	if i.table.Since.Edition != before.Edition || i.whose != metrics.All {
		return notes
	}
	for _, c := range i.table.Since.Changes {
		if lines := c.Lines(l); c.After.Indicator == i.definition.ID && len(lines) > 0 {
			notes = append(notes, i.Say("earlier_why", strings.Join(lines, "; ")))
		}
	}
	return notes
}
