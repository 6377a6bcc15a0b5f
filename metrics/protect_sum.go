package metrics

import (
	"cmp"
	"slices"
)

// sum is one equation that a reader can solve: the parts add up to the whole. Its members are entries.
type sum struct {
	whole int
	parts []int
}

// monthsBreakdown is not one: a curve is told at several months, and those do not add up to its headline.
const monthsBreakdown = "months"

// findSums lists the equations of the edition to publish: the programmes of a period add up to the period's total, a
// programme's periods to its total and to its pools, and the categories of a breakdown to everybody. A total that is the
// latest has one part. The parts are sorted by what hiding them costs. A sum with a part that is not published is none.
func (g *grid) findSums() {
	g.eachSum(thisEdition, func(whole int, all []int) {
		var parts []int
		for _, part := range all {
			if part == anybody {
				return
			}
			if part != nobody && (g.entries[part].n > 0 || !g.shown(part)) {
				parts = append(parts, part)
			}
		}
		if whole > nobody && len(parts) > 0 {
			slices.SortStableFunc(parts, func(a, b int) int { return cmp.Compare(g.entries[a].price, g.entries[b].price) })
			g.sums = append(g.sums, sum{whole, parts})
		}
	})
}

// eachSum hands on the entries of every sum of an edition.
func (g *grid) eachSum(edition int, add func(whole int, parts []int)) {
	for _, p := range g.everywhere(edition) {
		for slot := range g.slots {
			whole := g.at[g.index(p.in(slot))]
			var programmes, periods []int
			for _, part := range g.programmes.parts(p.programme) {
				programmes = append(programmes, g.at[g.index(place{edition, part, p.period, slot})])
			}
			for _, part := range g.periods.parts(p.period) {
				periods = append(periods, g.at[g.index(place{edition, p.programme, part, slot})])
			}
			for _, parts := range [][]int{programmes, periods} {
				if len(parts) > 0 {
					add(whole, parts)
				}
			}
		}
		for _, slots := range g.breakdowns {
			var categories []int
			for _, slot := range slots {
				if g.slots[slot].breakdown != monthsBreakdown {
					categories = append(categories, g.at[g.index(p.in(slot))])
				}
			}
			if len(categories) > 0 {
				add(g.at[g.index(p)], categories)
			}
		}
	}
}

// shown says whether a reader sees the entry.
func (g *grid) shown(id int) bool {
	return g.entries[id].figure != unpublished && g.entries[id].price > 0
}

// members lists the parts, and then the whole.
func (s sum) members() []int { return append(slices.Clone(s.parts), s.whole) }

// seen says whether a reader knows the entry: it is shown, or earlier editions told it.
func (g *grid) seen(id int) bool { return g.shown(id) || g.told(id) }

func (g *grid) told(id int) bool { return g.entries[id].low == g.entries[id].high }

// remainder returns what a reader has who subtracts the parts that are seen from the whole, and whether anything is left to see.
func (g *grid) remainder(s sum) (k, n float64, any bool) {
	if !g.seen(s.whole) {
		return 0, 0, false
	}
	k, n = g.entries[s.whole].k, g.entries[s.whole].n
	for _, part := range s.parts {
		if g.seen(part) {
			k, n = k-g.entries[part].k, n-g.entries[part].n
		} else {
			any = true
		}
	}
	return k, n, any
}

// tells says whether a single sum tells too much: the hidden parts of a whole that is shown are, together, a figure of
// their own, and must be one that could have been shown. Where numerators do not add up, a sum tells too much when all but
// one of its members are shown.
func (g *grid) tells(s sum) bool {
	if g.kind.addsUp() {
		k, n, any := g.remainder(s)
		return any && revealing(g.kind, k, n, g.floor)
	}
	hidden, harmless := 0, false
	for _, member := range s.members() {
		if !g.seen(member) {
			hidden++
			harmless = !g.entries[member].guarded // a rest that could be shown
		}
	}
	return hidden == 1 && !harmless
}

// closeSums hides the cheapest member of a sum that tells too much, until none does.
func (g *grid) closeSums() (changed bool) {
	for again := true; again; {
		again = false
		for _, s := range g.sums {
			if !g.tells(s) {
				continue
			}
			for _, member := range s.members() {
				if g.shown(member) && !g.told(member) {
					g.hide(member)
					again, changed = true, true
					break
				}
			}
		}
	}
	return changed
}
