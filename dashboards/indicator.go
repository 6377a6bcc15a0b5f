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
	whose      string // the programme that is looked at, or All
}

// of is the indicator as one programme has it, or all of them.
func (i indicator) of(programme string) indicator {
	i.whose = programme
	return i
}

func (i indicator) language() metrics.Language { return metrics.Language(i.words) }

func (i indicator) title() string { return i.definition.Title.In(i.language()) }

// unit is what is counted, in the plural.
func (i indicator) unit() string { return i.named("unit_", i.definition.Unit) }

func (i indicator) total() metrics.Figure {
	return i.table.Figure(i.definition.ID, i.whose, metrics.All)
}

// series is the indicator period by period.
func (i indicator) series() []metrics.Figure { return i.table.Series(i.definition.ID, i.whose) }

// several says whether there is more than one programme; with one, its figures are those of all and stand once.
func (i indicator) several() bool { return len(i.table.Programmes) > 1 }

// scope says what the total is about: cohorts 2006–2010, the date on which a state was read, or where on a curve it was read.
func (i indicator) scope() string {
	if i.definition.Total == "latest" {
		return i.Say("latest", i.language().Date(i.table.AsOf))
	}
	text := ""
	if series := i.series(); len(series) > 0 {
		key := cmp.Or(i.definition.Period, "year")
		if first, last := series[0].Period, series[len(series)-1].Period; first == last {
			text = i.Say(key+"_one", first)
		} else {
			text = i.Say(key+"_span", first, last)
		}
	}
	switch {
	case i.definition.Kind != metrics.Duration:
		return text
	case text == "":
		return metrics.Capital(i.Say("after_three_years"))
	}
	return metrics.Capital(i.Say("after_three_years")) + ", " + metrics.Lower(text)
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

// at writes where a figure stands among those beside it: its period, its category, or how long after completion on a curve.
func (i indicator) at(f metrics.Figure) string {
	switch {
	case f.Breakdown == months:
		return i.Say("n_months", f.Category)
	case f.Breakdown != "":
		return i.table.CategoryName(f.Cell, i.language())
	}
	return i.period(f.Period)
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

// whoseName is programme, but with one alone all of them are it.
func (i indicator) whoseName(id string) string {
	if id == metrics.All && !i.several() && len(i.table.Programmes) == 1 {
		return i.table.Programmes[0].Name
	}
	return i.programme(id)
}
