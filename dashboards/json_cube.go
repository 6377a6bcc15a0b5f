package dashboards

import (
	"cmp"
	"slices"

	"bolyst/metrics"
)

// cube lays the figures of one indicator out over its dimensions.
type cube struct {
	indicator
	figures []metrics.Figure
	axes    []axis
}

// axis is a dimension: its categories in their order, and in which of them a figure is.
type axis struct {
	name, label string
	of          func(metrics.Figure) (id, label string)
	ids         []string
	labels      map[string]string
}

// measures are the numbers of a figure, in the order of the last dimension.
var measures = []struct {
	name, label string
	of          func(metrics.Figure) metrics.Number
	decided     bool // agreed, not observed: a figure that is not told has it all the same, and its absence has no sign
}{
	{"value", "value", func(f metrics.Figure) metrics.Number { return f.Value }, false},
	{"low", "low", func(f metrics.Figure) metrics.Number { return f.Low }, false},
	{"high", "high", func(f metrics.Figure) metrics.Number { return f.High }, false},
	{"numerator", "numerator", func(f metrics.Figure) metrics.Number { return f.Numerator }, false},
	{"denominator", "denominator", func(f metrics.Figure) metrics.Number { return f.Denominator }, false},
	{"unknown", "unknown", func(f metrics.Figure) metrics.Number { return f.Unknown }, false},
	{"immature", "immature", func(f metrics.Figure) metrics.Number { return f.Immature }, false},
	{"target", "target_label", func(f metrics.Figure) metrics.Number { return f.Target }, true},
}

func newCube(i indicator) *cube {
	c := &cube{indicator: i}
	c.axes = []axis{
		{name: "region", label: c.Say("region"), of: func(f metrics.Figure) (string, string) {
			return cmp.Or(f.Region, "0"), c.table.RegionName(f.Cell, c.language()) // no region has such an id
		}},
		{name: "programme", label: c.Say("programme"), of: func(f metrics.Figure) (string, string) {
			return f.Programme, c.table.Whose(f, c.language())
		}},
		{name: "period", label: c.Say("period"), of: func(f metrics.Figure) (string, string) {
			return f.Period, c.periodInData(f.Period)
		}},
		{name: "group", label: c.Say("breakdown"), of: func(f metrics.Figure) (string, string) {
			if f.Breakdown == "" {
				return "total", c.Say("all_groups")
			}
			return f.Breakdown + ":" + f.Category, c.groupName(f)
		}},
	}
	for _, f := range i.table.Figures {
		if f.Indicator == i.definition.ID {
			c.figures = append(c.figures, f)
		}
	}
	for at := range c.axes {
		c.axes[at].find(c.figures)
	}
	return c
}

// groupName says in words which group the figure is of: Kjønn: Kvinner.
func (c *cube) groupName(f metrics.Figure) string {
	return f.BreakdownName(c.language()) + ": " + c.table.CategoryName(f.Cell, c.language())
}

// find lists the categories in the order in which the figures have them: totals first.
func (a *axis) find(figures []metrics.Figure) {
	a.labels = map[string]string{}
	for _, f := range figures {
		id, label := a.of(f)
		if _, known := a.labels[id]; !known {
			a.ids, a.labels[id] = append(a.ids, id), label
		}
	}
}

// cell is the number of the figure's first measure.
func (c *cube) cell(f metrics.Figure) int {
	at := 0
	for _, a := range c.axes {
		id, _ := a.of(f)
		at = at*len(a.ids) + slices.Index(a.ids, id)
	}
	return at * len(measures)
}

func (c *cube) dataset() statDataset {
	t := c.table
	d := statDataset{
		Version: "2.0", Class: "dataset", Label: c.title(), Source: t.Name, Note: []string{c.definition.Meaning.In(c.language())},
		Role:      map[string][]string{"time": {"period"}, "geo": {"region"}, "metric": {"measure"}},
		Dimension: map[string]statDimension{}, Value: map[int]metrics.Number{}, Status: map[int]metrics.Sign{},
		Extension: statExtension{
			Indicator: c.definition.ID, Version: c.definition.Version, Kind: c.definition.Kind, Unit: c.definition.Unit,
			Edition: t.Edition, AsOf: day(t.AsOf), KnownAt: t.KnownAt, Audience: t.Audience.Name, Signs: map[metrics.Sign]string{},
		},
	}
	for _, a := range c.axes {
		d.ID, d.Size = append(d.ID, a.name), append(d.Size, len(a.ids))
		d.Dimension[a.name] = statDimension{a.label, statCategory{Index: a.ids, Label: a.labels}}
	}
	d.ID, d.Size = append(d.ID, "measure"), append(d.Size, len(measures))
	d.Dimension["measure"] = c.measures()
	for _, f := range c.figures {
		at := c.cell(f)
		for i, m := range measures {
			number := m.of(f)
			if number.Given() {
				d.Value[at+i] = number
			} else if f.Sign != metrics.NoSign && !m.decided {
				d.Value[at+i], d.Status[at+i] = number, f.Sign // readers look for no status where no value at all is named
			}
		}
	}
	for _, s := range []metrics.Sign{metrics.NotPossible, metrics.Missing, metrics.Hidden} {
		d.Extension.Signs[s] = metrics.Capital(c.Say("sign_" + string(s)))
	}
	return d
}

// measures is the last dimension. Only a count is in units of what is counted.
func (c *cube) measures() statDimension {
	d := statDimension{c.Say("measure"), statCategory{Label: map[string]string{}, Unit: map[string]statUnit{}}}
	for _, m := range measures {
		d.Category.Index = append(d.Category.Index, m.name)
		d.Category.Label[m.name] = c.Say(m.label)
		d.Category.Unit[m.name] = statUnit{c.unitOf(m.name)}
	}
	return d
}

// unitOf is what the measure is told in.
func (c *cube) unitOf(measure string) string {
	switch measure {
	case "numerator", "denominator", "unknown", "immature":
		return c.unit()
	}
	if c.definition.Kind == metrics.Count {
		return c.unit()
	}
	return c.Say("kind_" + string(c.definition.Kind))
}
