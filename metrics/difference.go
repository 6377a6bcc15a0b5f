package metrics

import (
	"math"
	"slices"
)

// Leak is a figure whose change from one edition to the next tells what became of a few persons. It holds no outcome.
type Leak struct {
	Cell
	Persons int  // how many persons the change isolates
	Parts   bool // not the figure's own change, but what is left of it when the changes of its parts that are shown are taken away
}

// Differences compares what an audience was shown with what it is to be shown, figure by figure of the same indicator in the
// same version, and lists what the changes tell, in the order of the new table.
//
// A change of n is a group of persons: those who came, or those who left. Who they are is often known, since who takes part
// in a programme is public. So the change is read as a figure of its own, k of n being the change of both, and the rule for
// figures is the rule for it: fewer persons than the floor, or all or none with the outcome, is a leak. It does not matter
// why n changed. A person who matured, or whose answer came late, is as alone as a newcomer. It is a leak too when what is
// left of a total's change, after subtracting the changes of its parts, is such a group.
//
// A change of k alone is read as that of as many persons, whose outcome is not what it was thought to be, through late
// information or a correction: fewer than the floor is a leak. The counts do not say who of the n they are, but whoever knows
// whose answer was late does, and that is seldom a secret in a cohort of ten. The figure is held back until as many have come
// or changed as the floor asks for.
//
// This is differencing, Hundepool et al. (2012), Statistical Disclosure Control, section 4.3: publications over the same
// persons are one publication. Draft.ForAfter hides what Differences finds, and what a reader could find by solving.
func Differences(before, after Table) []Leak {
	var leaks []Leak
	for _, figures := range byIndicator(after.Figures) {
		definition := after.Definition(figures[0].Indicator)
		old := Earlier{Shown: before.Figures}.of(definition, figures)
		if !definition.Protected || definition.follows() || after.Audience.Floor <= 1 || len(old) == 0 {
			continue
		}
		hidden := make([]bool, len(figures))
		for i, f := range figures {
			hidden[i] = f.withheld()
		}
		r := newRelease(definition, figures, hidden, after.Audience.Floor)
		leaks = append(leaks, r.compare(old).leaks()...)
	}
	return leaks
}

// byIndicator splits figures by indicator, in their order.
func byIndicator(figures []Figure) [][]Figure {
	var groups [][]Figure
	for _, f := range figures {
		i := slices.IndexFunc(groups, func(g []Figure) bool { return g[0].told() == f.told() })
		if i < 0 {
			groups, i = append(groups, nil), len(groups)
		}
		groups[i] = append(groups[i], f)
	}
	return groups
}

// change returns how an entry of the new edition has changed, and whether a reader sees it.
func (g *grid) change(id int) (k, n float64, seen bool) {
	before := g.beside(g.entries[id], earlierEdition)
	if before == anybody || !g.shown(id) || !g.told(before) {
		return 0, 0, false
	}
	return g.entries[id].k - g.entries[before].k, g.entries[id].n - g.entries[before].n, true
}

// isolates returns how many persons a change isolates: 0 when they are not few.
func (g *grid) isolates(k, n float64) float64 {
	if n < 0 {
		k, n = -k, -n
	}
	switch persons := math.Ceil(math.Abs(k)); {
	case n == 0 && persons < float64(g.floor): // only what became of them is another
		return persons
	case revealing(g.kind, k, n, g.floor):
		return n
	}
	return 0
}

// leaks lists the changes that tell too much: those of figures, then those that are left of sums.
func (g *grid) leaks() []Leak {
	var leaks []Leak
	for id, e := range g.entries {
		if e.edition != thisEdition || id <= nobody {
			continue
		}
		if k, n, seen := g.change(id); seen && g.isolates(k, n) > 0 {
			leaks = append(leaks, Leak{Cell: g.cell(e), Persons: int(g.isolates(k, n))})
		}
	}
	for _, s := range g.sums {
		if persons := g.leftOfChange(s); persons > 0 {
			leaks = append(leaks, Leak{Cell: g.cell(g.entries[s.whole]), Persons: int(persons), Parts: true})
		}
	}
	return leaks
}

// leftOfChange returns how many persons are isolated when the changes of the parts are taken from that of the whole.
func (g *grid) leftOfChange(s sum) float64 {
	k, n, seen := g.change(s.whole)
	if !seen {
		return 0
	}
	any := false
	for _, part := range s.parts {
		if partK, partN, seen := g.change(part); seen {
			k, n = k-partK, n-partN
		} else {
			any = true
		}
	}
	if any {
		return g.isolates(k, n)
	}
	return 0
}

// hideLeaks hides what leaks, and returns whether anything did: the figure itself; of a sum, the cheapest part that changed,
// or else the whole.
func (g *grid) hideLeaks() (changed bool) {
	for id := range g.entries {
		if k, n, seen := g.change(id); g.entries[id].edition == thisEdition && seen && g.isolates(k, n) > 0 {
			g.hide(id)
			changed = true
		}
	}
	for _, s := range g.sums {
		for g.leftOfChange(s) > 0 {
			members := s.members()
			at := slices.IndexFunc(members, func(id int) bool {
				k, n, seen := g.change(id)
				return seen && (k != 0 || n != 0 || id == s.whole)
			})
			g.hide(members[at])
			changed = true
		}
	}
	return changed
}

// cell names an entry's place.
func (g *grid) cell(e entry) Cell {
	c := g.name
	c.Programme, c.Period = g.programmes.names[e.programme], g.periods.names[e.period]
	c.Breakdown, c.Category = g.slots[e.slot].breakdown, g.slots[e.slot].category
	return c
}
