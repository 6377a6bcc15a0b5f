package dashboards

import (
	"slices"

	"bolyst/metrics"
)

// earlierMatter is the page of one indicator in this edition and in each of the earlier ones.
type earlierMatter struct {
	frame
	Lead       string
	Back       Link
	Editions   []option
	Programmes []option
	Breakdowns []option
	Periods    []string
	Views      []earlierView
	Diff       string // how the staff learn what nobody else may know
	Signs      []sign
}

func (s site) earlier(definition metrics.Definition) earlierMatter {
	i, l := s.about(definition), metrics.Language(s.words)
	m := earlierMatter{frame: s.frame(earlierPage(definition.ID), s.Say("earlier_title", i.title())), Lead: s.Say("earlier_lead"),
		Back: Link{Text: s.Say("earlier_back"), Address: "../" + indicatorPage(definition.ID)}, Views: i.earlier(), Signs: s.signs()}
	m.Above = m.Name + " · " + m.Audience
	add := func(options []option, value, text string) []option {
		if slices.ContainsFunc(options, func(o option) bool { return o.Value == value }) {
			return options
		}
		return append(options, option{value, text})
	}
	for _, before := range s.table.Before {
		m.Editions = add(m.Editions, before.Edition, metrics.Capital(s.Say("earlier_then", l.Date(before.AsOf), l.Number(float64(before.KnownAt), 0))))
	}
	for _, v := range m.Views {
		m.Programmes = add(m.Programmes, v.Programme, i.programme(v.Programme))
		m.Breakdowns = add(m.Breakdowns, v.Breakdown, i.breakdownName(v.Breakdown))
	}
	for _, f := range i.series() {
		m.Periods = append(m.Periods, f.Period)
	}
	if s.table.Audience.Name == "staff" {
		m.Diff = s.Say("earlier_diff", s.table.Before[0].Edition, s.table.Edition)
	}
	return m
}
