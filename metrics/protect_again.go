package metrics

import (
	"cmp"
	"math"
	"slices"
)

// showAgain shows what was hidden for the sake of others and is no longer of use, the dearest first: finding one's way to a
// set of figures that is enough, one may take too many.
func (g *grid) showAgain() {
	var second []int
	for id := range g.worlds.second {
		second = append(second, id)
	}
	slices.SortFunc(second, func(a, b int) int {
		return cmp.Or(-cmp.Compare(g.worlds.second[a].price, g.worlds.second[b].price), cmp.Compare(a, b))
	})
	for _, id := range second {
		hidden := g.entries[id]
		g.entries[id] = g.worlds.second[id]
		if g.stillClosed(id) {
			delete(g.worlds.second, id)
		} else {
			g.entries[id] = hidden
		}
	}
}

// stillClosed says whether everything holds with this entry shown, and remembers the worlds that prove it.
func (g *grid) stillClosed(id int) bool {
	for _, s := range g.sums {
		if (s.whole == id || slices.Contains(s.parts, id)) && g.tells(s) {
			return false
		}
	}
	proofs := map[int][]int{}
	for target, changes := range g.worlds.changes {
		if !g.guarded(target) || !slices.Contains(changes, id) {
			continue
		}
		if proofs[target] = g.world(target, math.SmallestNonzeroFloat64, g.few()); proofs[target] == nil {
			return false
		}
	}
	for target, changes := range proofs {
		g.worlds.changes[target] = changes
	}
	return true
}
