package metrics

import (
	"cmp"
	"slices"
	"strconv"
)

// figuresFor makes the figures that the audience is told, before anything is hidden. What it is not told at all takes nothing
// from what it is told, and gives nothing away.
func (d Draft) figuresFor(audience Audience) []Figure {
	return slices.DeleteFunc(d.figures(), func(f Figure) bool {
		if definition, _ := d.definition(f.Indicator); !definition.IsFor(audience.Name) || definition.Detail == "staff" && audience.Floor > 1 && d.isDetail(f) {
			return true
		}
		if f.IsPlace() && audience.Floor > 1 && (f.Kind != Count || f.Programme != All && len(d.Programmes) > 1) {
			return true // see places
		}
		return audience.WholePeriods && f.Breakdown != "" && f.Breakdown != monthsBreakdown && f.Period != All
	})
}

// isDetail says whether the figure is more than the one total.
func (d Draft) isDetail(f Figure) bool {
	return f.Period != All || !f.IsPlain() || f.Programme != All && len(d.Programmes) > 1
}

// figures makes the figure of every tally, and a figure for every programme's total even where nobody counts yet, so that
// a headline says "nobody yet" instead of not being there. They are ordered by indicator rank, programme and period.
func (d Draft) figures() []Figure {
	definitions := map[string]Definition{}
	for _, definition := range d.Definitions {
		definitions[definition.ID] = definition
	}
	cells := map[Cell]Tally{}
	for _, t := range d.Tallies {
		definition, ok := definitions[t.Indicator]
		tooFew := Cell{Breakdown: t.Breakdown}.IsPlace() && t.Period != All
		if ok && definition.Counts(t.Programme) && !tooFew {
			cells[Cell{t.Indicator, definition.Version, t.Programme, t.Period, t.Breakdown, t.Category, t.Region}] = t
		}
	}
	for _, definition := range d.Definitions {
		for _, programme := range d.programmesAndAll() {
			total := Cell{Indicator: definition.ID, Version: definition.Version, Programme: programme, Period: All}
			if _, ok := cells[total]; !ok && definition.Counts(programme) {
				cells[total] = Tally{}
			}
		}
	}
	for cell := range cells { // a latest total is the state in the year of the date, and not what is pooled over the years
		if cell.Period == All && definitions[cell.Indicator].Total == "latest" {
			now := cell
			now.Period = strconv.Itoa(d.AsOf.Year())
			cells[cell] = cells[now]
		}
	}
	var figures []Figure
	for cell, tally := range cells {
		f := d.figure(cell, tally, definitions[cell.Indicator])
		figures = append(figures, f)
		if f.Kind == Duration && cell.Breakdown == "" {
			figures = append(figures, f.overTime(tally.Spells)...)
		}
	}
	rank := map[string]int{}
	for _, definition := range d.Definitions {
		rank[definition.ID] = definition.Rank
	}
	slices.SortFunc(figures, func(a, b Figure) int {
		return cmp.Or(cmp.Compare(rank[a.Indicator], rank[b.Indicator]), cmp.Compare(a.Indicator, b.Indicator),
			totalFirst(a.Programme, b.Programme), totalFirst(a.Period, b.Period),
			cmp.Compare(a.Region, b.Region), cmp.Compare(a.Breakdown, b.Breakdown), cmp.Compare(a.Category, b.Category))
	})
	return figures
}

// programmesAndAll lists the programmes, All first.
func (d Draft) programmesAndAll() []string {
	ids := []string{All}
	for _, programme := range d.Programmes {
		ids = append(ids, programme.ID)
	}
	return ids
}

func totalFirst(a, b string) int {
	if a == b {
		return 0
	}
	if a == All {
		return -1
	}
	if b == All {
		return 1
	}
	return cmp.Compare(a, b)
}
