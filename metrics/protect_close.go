package metrics

import "math"

// close hides further figures until no sum tells too much and every hidden number has another possible value; then it shows
// again what need not have been hidden.
//
// Why another value is enough, and not five: whatever is shown says something of its parts. Where 6 of 7 have the outcome,
// 2 of any 3 of them have it, and nobody calls that a leak. So the hidden parts of a sum must together be a figure that
// could have been shown (tells), and then a reader learns of each of them what any shown figure tells of some of its persons:
// perhaps how many, nearly, but of no one what became of them. To ask that from none to all must stay possible in a group
// under the floor would hide nearly every cohort of a small programme for the sake of its breakdowns.
func (g *grid) close() {
	for g.closeSums() || g.closeWorlds() {
	}
	g.showAgain()
}

// hide hides an entry for the sake of others. It is guarded itself: if a reader could work it out, hiding it would be for
// nothing.
func (g *grid) hide(id int) {
	e := &g.entries[id]
	if g.worlds.second == nil {
		g.worlds.second = map[int]entry{}
	}
	g.worlds.second[id] = *e
	e.price, e.guarded = 0, true
}

// guards says whether k of n must be guarded where it is not published: it is, if it could not have been.
func (g *grid) guards(k, n float64) bool { return revealing(g.kind, k, n, g.floor) }

// closeWorlds finds another world for every guarded entry, and hides what is shown and different there.
func (g *grid) closeWorlds() (changed bool) {
	if !g.kind.addsUp() {
		return false
	}
	if g.worlds.changes == nil {
		g.worlds.changes, g.worlds.repair = make([][]int, len(g.entries)), g.prepare()
	}
	for id := range g.entries {
		if !g.guarded(id) || g.worlds.changes[id] != nil {
			continue
		}
		changes := g.world(id, math.Inf(1), g.few())
		if changes == nil {
			changes = g.giveUp(id)
		}
		g.worlds.changes[id] = changes
		for _, id := range changes {
			if g.shown(id) {
				g.hide(id)
				changed = true
			}
		}
	}
	return changed
}

// guarded says whether the entry needs another possible value, and has not been told by earlier editions already.
func (g *grid) guarded(id int) bool {
	return g.entries[id].guarded && !g.told(id)
}

// giveUp says what to hide for an entry of which no other world has been found, even if all is hidden. One more search is a
// long one. Without earlier editions there is another world unless the figures contradict each other: then everything goes.
// What earlier editions have told cannot be taken back.
func (g *grid) giveUp(id int) []int {
	if changes := g.worlds.repair.world(id, math.Inf(1), many); changes != nil || g.follows {
		return append(changes, id)
	}
	all := []int{id}
	for other := range g.entries {
		if g.shown(other) {
			all = append(all, other)
		}
	}
	return all
}
