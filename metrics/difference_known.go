package metrics

import (
	"math"
	"slices"
)

// compare lays out the new edition beside an earlier one.
func (r *release) compare(earlier []counted) *grid {
	g := r.grid(twoEditions, earlier)
	for _, c := range earlier {
		p, _ := g.placeOf(earlierEdition, c.Cell)
		e := g.put(entry{place: p, figure: unpublished, k: c.k, n: c.n})
		switch {
		case c.shown:
			e.low, e.high = c.k, c.k
		case c.n == 0: // it was hidden, and nobody says what it was
			e.high = math.Inf(1)
		default:
			e.guarded = g.guards(c.k, c.n)
		}
	}
	g.fill(earlierEdition)
	g.fillFlows()
	g.findSums()
	return g
}

// know works out the bounds that earlier editions give: k now is k then, at most one more for everyone who has come since, and
// at most one less for everyone who has left. A figure of the same persons as then is known, even if it is hidden now.
func (r *release) know() {
	r.low, r.high = make([]float64, len(r.figures)), make([]float64, len(r.figures))
	for i := range r.figures {
		r.high[i] = math.Inf(1)
	}
	low, high := slices.Clone(r.low), slices.Clone(r.high)
	for _, earlier := range r.earlier {
		g := r.compare(earlier)
		for _, e := range g.entries {
			if e.figure == unpublished {
				continue
			}
			then := g.entries[g.beside(e, earlierEdition)]
			if then.low < then.high {
				continue // it was hidden
			}
			low[e.figure] = max(low[e.figure], min(e.k, then.k-g.entries[g.beside(e, whoLeft)].high))
			high[e.figure] = min(high[e.figure], max(e.k, then.k+g.entries[g.beside(e, whoCame)].high))
		}
	}
	r.low, r.high = low, high
}
