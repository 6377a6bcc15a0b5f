package metrics

import "slices"

// Audience is one group of readers and the fewest persons of whom it may be told an outcome.
type Audience struct {
	Name  string // board, centre or staff
	Floor int
	// WholePeriods says that the audience is told the categories of a breakdown over all periods only. A cohort of six divided
	// in five is hidden anyway, and every such figure would make others be hidden with it.
	WholePeriods bool
}

// Public is the audience that is everybody. It is told figures, and not what the programme says of them to itself: no comments,
// and not who answers for a target.
const Public = "public"

// Table is what one audience may see, and the only thing a writer accepts. Make one with Draft.For.
type Table struct {
	Draft    // its Tallies are taken out, and its Faults but for the staff; its Definitions are those of the audience
	Audience Audience
	Figures  []Figure // ordered by indicator rank, total before programmes, total before periods

	Comparisons []Comparison
	Since       Since
	Before      []Before  // the newest first
	spells      []spelled // of curves that are told step by step
}

// For makes the table of one audience: its indicators, with everything hidden that it must not see.
func (d Draft) For(audience Audience) Table {
	figures := d.protected(audience)
	d.Definitions = slices.DeleteFunc(slices.Clone(d.Definitions), func(definition Definition) bool {
		return !definition.IsFor(audience.Name)
	})
	slices.SortFunc(d.Definitions, func(a, b Definition) int { return a.Rank - b.Rank })
	for i, definition := range d.Definitions {
		d.Definitions[i] = d.meaningToTell(definition)
	}
	spells, comparisons := d.spellsFor(audience), d.comparisons(audience)
	d.Tallies = nil
	if audience.Name != "staff" {
		d.Faults = nil
	}
	t := Table{Draft: d, Audience: audience, Figures: figures, Comparisons: comparisons, spells: spells}
	t.Comments, t.Targets = t.commentsFor(), t.targetsFor()
	return t
}

// Definition returns what the indicator means; the zero Definition when the audience is not shown it.
func (t Table) Definition(id string) Definition {
	definition, _ := t.definition(id)
	return definition
}

func (d Draft) definition(id string) (Definition, bool) {
	i := slices.IndexFunc(d.Definitions, func(definition Definition) bool { return definition.ID == id })
	if i < 0 {
		return Definition{}, false
	}
	return d.Definitions[i], true
}

// Total returns the indicator's figure over all programmes and periods; the zero Figure when the audience is not shown it.
func (t Table) Total(indicator string) Figure { return t.Figure(indicator, All, All) }

// Figure returns the figure of one programme and period, without breakdown; the zero Figure when there is none.
func (t Table) Figure(indicator, programme, period string) Figure {
	for _, f := range t.Figures {
		if f.Indicator == indicator && f.Programme == programme && f.Period == period && f.IsPlain() {
			return f
		}
	}
	return Figure{}
}

// Series returns the indicator's figures of one programme (or All) period by period, oldest first, without the total and
// without the pools of several periods.
func (t Table) Series(indicator, programme string) []Figure {
	var series []Figure
	for _, f := range t.Figures {
		if f.Indicator == indicator && f.Programme == programme && f.Period != All && !f.IsPool() && f.IsPlain() {
			series = append(series, f)
		}
	}
	return series
}

// Pools returns the indicator's figures of one programme (or All) for three periods in a row, oldest first. They overlap.
func (t Table) Pools(indicator, programme string) []Figure {
	var pools []Figure
	for _, f := range t.Figures {
		if f.Indicator == indicator && f.Programme == programme && f.IsPool() && f.IsPlain() {
			pools = append(pools, f)
		}
	}
	return pools
}

// RegionName says in words which region the cell is about.
func (t Table) RegionName(c Cell, l Language) string {
	for _, region := range t.Regions {
		if region.ID == c.Region {
			return region.Title.In(l)
		}
	}
	return l.Say("own_region")
}

// ReportedFor returns the figures published elsewhere that stand beside this one.
func (t Table) ReportedFor(f Figure) []Reported {
	var found []Reported
	for _, r := range t.Reported {
		if r.Indicator == f.Indicator && r.Programme == t.only(f.Indicator, f.Programme) && r.Period == f.Period && f.IsPlain() {
			found = append(found, r)
		}
	}
	return found
}
