package metrics

import (
	"cmp"
	"math"
	"slices"
)

// grid holds the figures of one indicator as a reader sees them who solves every sum: programmes × periods × categories,
// each with its totals, and in the comparison of two editions those of both, and of who came and who left in between.
type grid struct {
	name                          Cell // of the indicator, without a place
	kind                          Kind
	floor                         int
	follows                       bool // on earlier editions
	editions, programmes, periods axis
	slots                         []slot  // the first is everybody, the others are categories
	breakdowns                    [][]int // the slots of each breakdown
	at                            []int   // for every place, its entry
	entries                       []entry
	sums                          []sum
	worlds                        worlds
}

// slot is a part of those who count: everybody, or a category of a breakdown.
type slot struct{ breakdown, category string }

// rest is the category of those whom a breakdown leaves out. It is never published, but anyone can subtract.
const rest = "\x00rest"

// place is where in the grid an entry lies.
type place struct{ edition, programme, period, slot int }

// entry is one number of the grid, published or not.
type entry struct {
	place
	figure    int     // its number among the figures; unpublished otherwise
	k, n      float64 // how many have the outcome, of how many
	low, high float64 // between what a reader, before looking at any sum, knows k to be
	price     float64 // what it would cost to hide it; 0 when it is hidden, or never published
	guarded   bool    // not to be worked out: another k must be possible
}

const unpublished = -1

// Two entries stand for all places without one. Nobody is where a figure is not told because nobody counts there. Anybody is
// where nothing is published about persons who do count, so that it holds back no other world.
const (
	anybody = iota
	nobody
)

// newGrid lays out the places that the cells need. The editions are those of an axis; the first is the one to publish.
func newGrid(definition Definition, floor int, editions axis, now string, cells []Cell) *grid {
	var programmes, periods []string
	var slots []slot
	for _, c := range cells {
		programmes, periods = append(programmes, c.Programme), append(periods, c.Period)
		if c.Breakdown != "" {
			slots = append(slots, slot{c.Breakdown, c.Category}, slot{c.Breakdown, rest})
		}
	}
	slices.SortFunc(slots, func(a, b slot) int {
		return cmp.Or(cmp.Compare(a.breakdown, b.breakdown), cmp.Compare(a.category, b.category))
	})
	g := &grid{
		kind: definition.Kind, floor: floor,
		editions: editions, programmes: programmesOf(programmes), periods: periodsOf(periods, definition.Total, now),
		slots: append([]slot{{}}, slices.Compact(slots)...),
	}
	for i, s := range g.slots[1:] {
		if i == 0 || g.slots[i].breakdown != s.breakdown {
			g.breakdowns = append(g.breakdowns, nil)
		}
		last := len(g.breakdowns) - 1
		g.breakdowns[last] = append(g.breakdowns[last], i+1)
	}
	g.at = make([]int, len(editions.names)*len(g.programmes.names)*len(g.periods.names)*len(g.slots))
	g.entries = []entry{
		anybody: {figure: unpublished, low: math.Inf(-1), high: math.Inf(1)},
		nobody:  {figure: unpublished},
	}
	return g
}

// index is the number of a place. Those of the same edition, programme and period follow each other.
func (g *grid) index(p place) int {
	return ((p.edition*len(g.programmes.names)+p.programme)*len(g.periods.names)+p.period)*len(g.slots) + p.slot
}

// placeOf returns where the cell lies in an edition, and false when it has no place there.
func (g *grid) placeOf(edition int, c Cell) (place, bool) {
	p := place{edition, g.programmes.place(c.Programme), g.periods.place(c.Period), slices.Index(g.slots, slot{c.Breakdown, c.Category})}
	return p, p.programme >= 0 && p.period >= 0 && p.slot >= 0
}

// put adds an entry at its place. Of persons, at most all have the outcome; an amount has no end.
func (g *grid) put(e entry) *entry {
	e.high = e.n
	if g.kind == Ratio || g.kind == Share {
		e.high = math.Inf(1)
	}
	g.at[g.index(e.place)] = len(g.entries)
	g.entries = append(g.entries, e)
	return &g.entries[len(g.entries)-1]
}

// beside returns what lies at the entry's place in another edition.
func (g *grid) beside(e entry, edition int) int {
	e.place.edition = edition
	return g.at[g.index(e.place)]
}

// everywhere lists the places of an edition without their slots.
func (g *grid) everywhere(edition int) []place {
	var places []place
	for programme := range g.programmes.names {
		for period := range g.periods.names {
			places = append(places, place{edition: edition, programme: programme, period: period})
		}
	}
	return places
}

// in returns the same place for another part of those who count.
func (p place) in(slot int) place { p.slot = slot; return p }

// price is what hiding a figure costs: its persons, a hundred times as much for a total of programmes or of periods, and for
// everybody instead of a category. So the smallest go first, and totals last: a programme's own total is asked for before how
// its men and women differ.
func (g *grid) price(p place, n float64) float64 {
	price := n + 1
	if p.programme == 0 {
		price *= 100
	}
	if p.period == 0 || !g.periods.own(p.period) {
		price *= 100
	}
	if p.slot == 0 {
		price *= 100
	}
	return price
}
