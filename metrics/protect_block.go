package metrics

import "math"

// block is a change of what became of a few persons: the product of a swap along each axis. Its corners are the places that
// change for everybody. Along the programmes, and along the periods, it falls into those who get the outcome and those who
// lose it, who may be of different categories.
type block struct {
	*grid
	target  place
	corners [5][]corner
	raised  [5]bool // whether they raise the target's place
	best    []int   // what changes in the cheapest world so far
	limit   float64 // and what it costs
	parts   []part
}

const (
	net = iota
	programmeGets
	programmeLoses
	periodGets
	periodLoses
)

// corner is a place without its slot, by its first index, and whether it is raised or lowered.
type corner struct {
	base int
	by   float64
}

// part is a slot that changes in some of the corners.
type part struct {
	slot    int
	corners []corner
	way     float64 // 1, or −1 for the opposite of what the corners say
}

// block finds the cheapest world of one block, first without and then with people of different categories.
func (g *grid) block(target int, limit float64) (changes []int, price float64) {
	b := block{grid: g, target: g.entries[target].place, limit: limit}
	for _, mixed := range []bool{false, true} {
		if mixed && len(g.breakdowns) == 0 {
			break
		}
		for _, direction := range []float64{1, -1} {
			for _, edition := range g.editions.swaps[b.target.edition] {
				if !raises(edition.net, b.target.edition) {
					continue
				}
				for _, programme := range g.programmes.swaps[b.target.programme] {
					for _, period := range g.periods.swaps[b.target.period] {
						if b.limit == 0 {
							return b.best, 0
						}
						b.lay(net, edition.net, programme.net, period.net, direction)
						if mixed {
							b.mixed(edition.net, programme, period, direction)
						} else if b.raised[net] {
							b.plain()
						}
					}
				}
			}
		}
	}
	return b.best, b.limit
}

// lay multiplies the steps along the axes.
func (b *block) lay(side int, edition, programme, period []step, direction float64) {
	corners := b.corners[side][:0]
	for _, e := range edition {
		for _, p := range programme {
			for _, t := range period {
				corners = append(corners, corner{b.index(place{e.place, p.place, t.place, 0}), direction * e.by * p.by * t.by})
			}
		}
	}
	b.corners[side] = corners
	b.raised[side] = raises(programme, b.target.programme) && raises(period, b.target.period)
}

// take notes a world that is cheaper than the best so far.
func (b *block) take(price float64, parts ...part) {
	if price < b.limit {
		b.best, b.limit = b.changed(parts), price
	}
}

// toll is what a part costs: infinite when a number would leave its bounds.
func (g *grid) toll(p part) (price float64) {
	for _, corner := range p.corners {
		e := &g.entries[g.at[corner.base+p.slot]]
		if k := e.k + p.way*corner.by; k < e.low || k > e.high {
			return math.Inf(1)
		}
		price += e.price
	}
	return price
}

// changed lists the entries of the parts.
func (g *grid) changed(parts []part) []int {
	var changed []int
	for _, part := range parts {
		for _, corner := range part.corners {
			if id := g.at[corner.base+part.slot]; id > nobody {
				changed = append(changed, id)
			}
		}
	}
	return changed
}
