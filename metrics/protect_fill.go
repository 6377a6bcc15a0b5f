package metrics

// fill gives every place of an edition its entry: those of the figures, which put must already have laid down, the rests of
// the breakdowns, and nobody or anybody elsewhere.
func (g *grid) fill(edition int) {
	for _, p := range g.everywhere(edition) {
		told := func(slots []int) bool {
			for _, slot := range slots {
				if g.at[g.index(p.in(slot))] != anybody {
					return true
				}
			}
			return false
		}
		if g.at[g.index(p)] == anybody && g.nobodyIn(p) {
			empty := true
			for _, slots := range g.breakdowns {
				empty = empty && !told(slots)
			}
			if empty {
				g.at[g.index(p)] = nobody
			}
		}
		whole := g.at[g.index(p)]
		for _, slots := range g.breakdowns {
			switch {
			case told(slots):
				g.fillBreakdown(p, slots)
			case whole == nobody || whole != anybody && g.entries[whole].n == 0:
				for _, slot := range slots {
					g.at[g.index(p.in(slot))] = nobody
				}
			}
		}
	}
}

// nobodyIn says whether a place without a figure is one where nobody counts: the tallies leave those out. When a programme
// is told by no period at all it is otherwise: its periods are then not published.
func (g *grid) nobodyIn(p place) bool {
	if !g.programmes.own(p.programme) || !g.periods.own(p.period) {
		return false
	}
	for period := range g.periods.names {
		if period != 0 && g.at[g.index(place{p.edition, p.programme, period, 0})] > nobody {
			return true
		}
	}
	return g.at[g.index(place{p.edition, p.programme, 0, 0})] == anybody
}

// fillBreakdown says of a breakdown's categories without a figure that nobody is in them, and works out the rest.
func (g *grid) fillBreakdown(p place, slots []int) {
	whole := g.at[g.index(p)]
	others := g.entries[whole]
	last := slots[0]
	for _, slot := range slots {
		at := g.index(p.in(slot))
		if g.slots[slot].category == rest {
			last = slot
			continue
		}
		if g.at[at] == anybody {
			g.at[at] = nobody
		}
		others.k, others.n = others.k-g.entries[g.at[at]].k, others.n-g.entries[g.at[at]].n
	}
	switch {
	case whole == anybody:
	case others.n > 0 && others.k >= 0 && (others.k <= others.n || g.kind != Rate):
		g.put(entry{place: p.in(last), figure: unpublished, k: others.k, n: others.n, guarded: g.guards(others.k, others.n)})
	default: // nobody is left out, or someone is in several categories
		g.at[g.index(p.in(last))] = nobody
	}
}
