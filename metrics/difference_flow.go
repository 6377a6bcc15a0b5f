package metrics

// The editions of a comparison: this one, which is to be published, the earlier one, and who came and who left in between,
// which is never published, but anyone can subtract.
const (
	thisEdition = iota
	earlierEdition
	whoCame
	whoLeft
)

// oneEdition is an edition by itself.
var oneEdition = newAxis([]string{"this"}, [][]int{{thisEdition}})

// twoEditions are those of a comparison: who stayed is in both, who came in this one, who left in the earlier one.
var twoEditions = newAxis([]string{"this", "earlier", "came", "left"},
	[][]int{{thisEdition, earlierEdition}, {thisEdition, whoCame}, {earlierEdition, whoLeft}})

// fillFlows works out who came and who left, for every place from the places of the members that it holds: in a total, a
// person who came and another who left must not cancel out.
func (g *grid) fillFlows() {
	type flow struct{ k, n float64 }
	flows := map[place]flow{}
	open := map[place]bool{} // where it is not published who is in the part
	add := func(p place, edition int, k, n float64) {
		p.edition = edition
		f := flows[p]
		flows[p] = flow{f.k + max(0, min(k, n)), f.n + n}
	}
	between := func(p place, to place) (known bool) {
		now, then := g.at[g.index(p)], g.at[g.index(place{earlierEdition, p.programme, p.period, p.slot})]
		if now == anybody || then == anybody {
			return false
		}
		k, n := g.entries[now].k-g.entries[then].k, g.entries[now].n-g.entries[then].n
		if n > 0 {
			add(to, whoCame, k, n)
		} else if n < 0 {
			add(to, whoLeft, -k, -n)
		}
		return true
	}
	for _, programmes := range g.programmes.holds {
		for _, periods := range g.periods.holds {
			for slot := range g.slots {
				from := place{thisEdition, programmes[0], periods[0], slot}
				for _, programme := range programmes {
					for _, period := range periods {
						if to := (place{thisEdition, programme, period, slot}); !between(from, to) {
							open[to] = true
						}
					}
				}
			}
		}
	}
	for to := range open {
		delete(flows, place{whoCame, to.programme, to.period, to.slot})
		delete(flows, place{whoLeft, to.programme, to.period, to.slot})
		if g.programmes.own(to.programme) && g.periods.own(to.period) || !between(to, to) {
			continue // anybody may have come and left
		}
		open[to] = false
	}
	for _, p := range g.everywhere(thisEdition) {
		for slot := range g.slots {
			for _, edition := range []int{whoCame, whoLeft} {
				to := place{edition, p.programme, p.period, slot}
				if f := flows[to]; f.n > 0 {
					g.put(entry{place: to, figure: unpublished, k: f.k, n: f.n, guarded: g.guards(f.k, f.n)})
				} else if !open[p.in(slot)] {
					g.at[g.index(to)] = nobody
				}
			}
		}
	}
}
