package metrics

// release is the figures of one indicator on their way to an audience.
type release struct {
	definition Definition
	figures    []Figure
	hidden     []bool
	floor      int
	earlier    [][]counted
	low, high  []float64 // what earlier editions let a reader know of each figure
}

func newRelease(definition Definition, figures []Figure, hidden []bool, floor int, earlier ...[]counted) *release {
	r := &release{definition: definition, figures: figures, hidden: hidden, floor: floor, earlier: earlier}
	r.know()
	return r
}

// close hides what must be hidden in the new edition by itself, and then beside each of the earlier ones.
func (r *release) close() {
	for _, earlier := range r.earlier {
		g := r.compare(earlier)
		g.hideLeaks()
		r.take(g)
	}
	g := r.grid(oneEdition, nil)
	g.close()
	r.take(g)
	for again := len(r.earlier) > 0; again; {
		again = false
		for _, earlier := range r.earlier {
			g := r.compare(earlier)
			for g.hideLeaks() || g.closeSums() || g.closeWorlds() {
			}
			again = r.take(g) || again
		}
	}
}

// take notes what a grid has hidden.
func (r *release) take(g *grid) (changed bool) {
	for id, e := range g.entries {
		if e.figure != unpublished && !g.shown(id) && !r.hidden[e.figure] {
			r.hidden[e.figure], changed = true, true
		}
	}
	return changed
}

// grid lays out the new edition's figures, with room for the cells of an earlier one.
func (r *release) grid(editions axis, earlier []counted) *grid {
	var cells []Cell
	for _, f := range r.figures {
		cells = append(cells, f.Cell)
	}
	for _, c := range earlier {
		cells = append(cells, c.Cell)
	}
	g := newGrid(r.definition, r.floor, editions, r.now(), cells)
	g.follows = len(r.earlier) > 0
	g.name = Cell{Indicator: r.figures[0].Indicator, Version: r.figures[0].Version, Region: r.figures[0].Region}
	for i, f := range r.figures {
		p, _ := g.placeOf(thisEdition, f.Cell)
		e := g.put(entry{place: p, figure: i, k: f.Numerator.Float(), n: f.Denominator.Float()})
		e.low, e.high = max(e.low, r.low[i]), min(e.high, r.high[i])
		e.price = g.price(p, e.n)
		if r.hidden[i] {
			e.price, e.guarded = 0, true
		}
	}
	g.fill(thisEdition)
	if len(editions.names) == 1 {
		g.findSums()
	}
	return g
}

// now returns the period that a total which is the latest shows: the last one that has the numbers of every total.
func (r *release) now() (now string) {
	if r.definition.Total != "latest" {
		return ""
	}
	type key struct{ programme, period string }
	at := map[key]Figure{}
	for _, f := range r.figures {
		if f.Breakdown == "" {
			at[key{f.Programme, f.Period}] = f
		}
	}
	same := func(period string) bool {
		for place, total := range at {
			if f := at[key{place.programme, period}]; place.period == All && total.Denominator.Float() > 0 &&
				(f.Numerator != total.Numerator || f.Denominator != total.Denominator) {
				return false
			}
		}
		return true
	}
	for _, f := range r.figures {
		if f.Period != All && f.Period > now && same(f.Period) {
			now = f.Period
		}
	}
	return now
}
