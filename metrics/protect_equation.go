package metrics

import "slices"

// term is a member of an equation that adds up to nothing.
type term struct {
	id   int
	sign float64
}

// membership is the same from the entry's side.
type membership struct {
	equation int
	sign     float64
}

// prepare writes down every equation between the entries of the grid.
func (g *grid) prepare() *repair {
	r := &repair{grid: g, of: make([][]membership, len(g.entries)), changed: make([]bool, len(g.entries))}
	add := func(terms []term) {
		terms = slices.DeleteFunc(terms, func(t term) bool { return t.id == nobody })
		if slices.ContainsFunc(terms, func(t term) bool { return t.id == anybody }) {
			return
		}
		for _, t := range terms {
			r.of[t.id] = append(r.of[t.id], membership{len(r.equations), t.sign})
		}
		r.equations = append(r.equations, terms)
	}
	for edition := range g.editions.names {
		g.eachSum(edition, func(whole int, parts []int) {
			terms := []term{{whole, -1}}
			for _, part := range parts {
				terms = append(terms, term{part, 1})
			}
			add(terms)
		})
	}
	if signs := g.signs(); signs != nil {
		for _, p := range g.everywhere(thisEdition) {
			for slot := range g.slots {
				var terms []term
				for edition, sign := range signs {
					terms = append(terms, term{g.at[g.index(place{edition, p.programme, p.period, slot})], sign})
				}
				add(terms)
			}
		}
	}
	r.balance = make([]float64, len(r.equations))
	return r
}

// signs are those of the editions in the equation between them: whoever is in this one, and did not come, was in the earlier
// one, and did not leave; whoever is in the outer, and in nothing else, is in the inner.
func (g *grid) signs() []float64 {
	switch len(g.editions.names) {
	case len(twoEditions.names):
		return []float64{thisEdition: 1, earlierEdition: -1, whoCame: -1, whoLeft: 1}
	case len(twoOutcomes.names):
		return []float64{innerEdition: 1, outerEdition: -1, onlyOuter: 1}
	}
	return nil
}
