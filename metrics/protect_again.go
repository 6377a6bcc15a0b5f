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
		if twins := g.twins(id); !g.shown(id) && g.areSecond(twins) {
			g.tryToShow(twins)
		}
	}
}

// twins lists the entries that are the same number: the total of a single programme, or of a period in which only one has
// anybody, and a total that is the latest. They are shown together or not at all.
func (g *grid) twins(id int) []int {
	twins := []int{id}
	for i := 0; i < len(twins); i++ {
		for _, s := range g.sums {
			if len(s.parts) != 1 || s.whole != twins[i] && s.parts[0] != twins[i] || g.entries[s.whole].n != g.entries[s.parts[0]].n {
				continue
			}
			for _, twin := range s.members() {
				if !slices.Contains(twins, twin) {
					twins = append(twins, twin)
				}
			}
		}
	}
	return twins
}

func (g *grid) areSecond(ids []int) bool {
	for _, id := range ids {
		if _, ok := g.worlds.second[id]; !ok {
			return false
		}
	}
	return true
}

// tryToShow shows the entries if all that is hidden stays so.
func (g *grid) tryToShow(ids []int) {
	hidden := make([]entry, len(ids))
	for i, id := range ids {
		hidden[i] = g.entries[id]
		g.entries[id] = g.worlds.second[id]
	}
	if g.stillClosed(ids) {
		for _, id := range ids {
			delete(g.worlds.second, id)
		}
		return
	}
	for i, id := range ids {
		g.entries[id] = hidden[i]
	}
}

// stillClosed says whether everything holds with these entries shown, and remembers the worlds that prove it.
func (g *grid) stillClosed(ids []int) bool {
	for _, s := range g.sums {
		for _, id := range ids {
			if (s.whole == id || slices.Contains(s.parts, id)) && g.tells(s) {
				return false
			}
		}
	}
	proofs := map[int][]int{}
	for target, changes := range g.worlds.changes {
		if !g.guarded(target) || !slices.ContainsFunc(changes, func(id int) bool { return slices.Contains(ids, id) }) {
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
