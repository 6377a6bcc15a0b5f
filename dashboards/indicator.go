package dashboards

import (
	"cmp"

	"bolyst/metrics"
)

// indicator is one indicator as an audience sees it: what its card and its section are made from.
type indicator struct {
	words
	table      metrics.Table
	definition metrics.Definition
}

func (i indicator) language() metrics.Language { return metrics.Language(i.words) }

func (i indicator) title() string { return i.definition.Title.In(i.language()) }

func (i indicator) total() metrics.Figure { return i.table.Total(i.definition.ID) }

// series is the indicator over all programmes, period by period.
func (i indicator) series() []metrics.Figure { return i.table.Series(i.definition.ID, metrics.All) }

// scope says which periods the total is about: cohorts 2006–2010, or the date on which a state was read.
func (i indicator) scope() string {
	if i.definition.Total == "latest" {
		return i.Say("latest", i.language().Date(i.table.AsOf))
	}
	series := i.series()
	if len(series) == 0 {
		return ""
	}
	key := cmp.Or(i.definition.Period, "year")
	first, last := series[0].Period, series[len(series)-1].Period
	if first == last {
		return i.Say(key+"_one", first)
	}
	return i.Say(key+"_span", first, last)
}

// period writes the period of a figure; that of a total of the kind "latest" is a date.
func (i indicator) period(period string) string {
	switch {
	case period != metrics.All:
		return period
	case i.definition.Total == "latest":
		return i.Say("latest", i.language().Date(i.table.AsOf))
	}
	return i.Say("all_periods")
}

// programme writes the name of a programme.
func (i indicator) programme(id string) string {
	if id == metrics.All {
		return i.Say("all_programmes")
	}
	for _, programme := range i.table.Programmes {
		if programme.ID == id {
			return programme.Name
		}
	}
	return id // one that figures were published of, but that is not part of the installation
}

// ofHowMany writes the counts behind a share; they stand in the value itself where that is all that may be shown.
func (i indicator) ofHowMany(f metrics.Figure) string {
	if !f.IsShare() || !f.Value.Given() {
		return ""
	}
	return f.OfHowMany(i.language())
}
