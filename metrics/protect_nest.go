package metrics

import "slices"

// nest is two tellings of which the outer has the outcome wherever the inner has it.
type nest struct{ inner, outer *telling }

// The editions of a nest: what the inner tells, what the outer tells, and those whom only the outer holds, of whom nothing is
// published, but anyone can subtract.
const (
	innerEdition = iota
	outerEdition
	onlyOuter
)

var twoOutcomes = newAxis([]string{"inner", "outer", "only outer"}, [][]int{{innerEdition, outerEdition}, {onlyOuter, outerEdition}})

// holds says whether the outcome of the other is within the outcome of this one.
func (t *telling) holds(other *telling, nestings []Nesting) bool {
	if t.definition.Kind != Rate || other.definition.Kind != Rate {
		return false
	}
	if t.definition.ID == other.definition.ID {
		return slices.Contains(nestings, Nesting{Inner: other.figures[0].Region, Outer: t.figures[0].Region})
	}
	return t.figures[0].Region == other.figures[0].Region && slices.Contains(t.definition.Holds, other.definition.ID)
}

// close hides what would tell, beside the other, that a hidden number can only be what it is. It returns whether it hid anything.
func (n nest) close() (changed bool) {
	g := n.grid()
	for g.closeWorlds() {
	}
	for id, e := range g.entries {
		if e.figure == unpublished || g.shown(id) {
			continue
		}
		t, i := n.inner, e.figure
		if e.edition == outerEdition {
			t, i = n.outer, e.figure-len(n.inner.figures)
		}
		if !t.hidden[i] {
			t.hide(i)
			changed = true
		}
	}
	return changed
}

// grid lays out both, and what is between them.
func (n nest) grid() *grid {
	inner := newRelease(n.inner.definition, n.inner.figures, n.inner.hidden, n.inner.floor, n.inner.known...)
	outer := newRelease(n.outer.definition, n.outer.figures, n.outer.hidden, n.outer.floor, n.outer.known...)
	var cells []counted
	for _, f := range n.outer.figures {
		cells = append(cells, counted{Cell: f.Cell})
	}
	g := inner.grid(twoOutcomes, cells)
	for i, f := range n.outer.figures {
		p, _ := g.placeOf(outerEdition, f.Cell)
		e := g.put(entry{place: p, figure: len(n.inner.figures) + i, k: f.Numerator.Float(), n: f.Denominator.Float()})
		e.low, e.high = max(e.low, outer.low[i]), min(e.high, outer.high[i])
		e.price = g.price(p, e.n)
		if n.outer.hidden[i] {
			e.price, e.guarded = 0, true
		}
	}
	g.follows = g.follows || len(n.outer.known) > 0
	if n.outer.hasParts() {
		g.fill(outerEdition)
	}
	for _, p := range g.everywhere(onlyOuter) {
		for slot := range g.slots {
			p := p.in(slot)
			in, out := g.at[g.index(place{innerEdition, p.programme, p.period, slot})], g.at[g.index(place{outerEdition, p.programme, p.period, slot})]
			k := g.entries[out].k - g.entries[in].k
			switch {
			case in == anybody || out == anybody || k < 0 || p.programme == 0 && !n.isOfThose():
			case in == nobody && out == nobody:
				g.at[g.index(p)] = nobody
			default:
				g.put(entry{place: p, figure: unpublished, k: k, n: g.entries[out].n})
			}
		}
	}
	return g
}

// isOfThose says whether the outer counts every programme that the inner counts.
func (n nest) isOfThose() bool {
	return !slices.ContainsFunc(n.outer.definition.NotFor, func(not NotFor) bool { return n.inner.definition.Counts(not.Programme) })
}

// hasParts says whether more than a total is told.
func (t *telling) hasParts() bool {
	return slices.ContainsFunc(t.figures, func(f Figure) bool { return f.Programme != All })
}
