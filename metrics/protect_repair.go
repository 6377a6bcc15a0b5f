package metrics

import (
	"cmp"
	"iter"
	"math"
	"slices"
)

// repair finds cheaper worlds than those of one block: it changes the target, looks for a sum that is no longer right, changes
// another of its members, and goes on until all sums are right again, going back where it leads nowhere. So it finds rings of
// any shape, such as a woman of one cohort and a man of another; and it tries only so often, since there are many.
type repair struct {
	*grid
	equations [][]term
	of        [][]membership // for every entry
	balance   []float64      // what each equation is off by
	changed   []bool         // the entries on the way
	way       []int
	best      []int
	price     float64 // of the way
	limit     float64
	tries     int
}

// many is how often repair tries when no other world has been found at all.
const many = 2000

// few is how often it tries to find a cheaper one. A small grid is searched well; in one of thousands of entries longer
// searches find little more, and there are thousands of them.
func (g *grid) few() int { return 50 + 10_000/len(g.entries) }

// world returns the entries that change in a world that costs less than the limit, nil when it finds none.
func (r *repair) world(target int, limit float64, tries int) []int {
	r.best, r.price, r.limit, r.tries = nil, 0, limit, tries
	for _, direction := range []float64{1, -1} {
		if e := r.entries[target]; e.k+direction >= e.low && e.k+direction <= e.high {
			r.search(target, direction)
		}
	}
	return r.best
}

func (r *repair) change(id int, by float64) {
	for _, m := range r.of[id] {
		r.balance[m.equation] += by * m.sign
	}
}

// search goes on from the way so far with one more entry. Then it looks for the wrong equation that the fewest members could
// put right, and tries the cheapest of them first.
func (r *repair) search(id int, by float64) {
	r.tries--
	r.changed[id], r.way, r.price = true, append(r.way, id), r.price+r.entries[id].price
	r.change(id, by)
	if choices, wrong := r.choices(); !wrong {
		r.best, r.limit = slices.Clone(r.way), r.price
	} else {
		for _, c := range choices {
			if r.tries <= 0 || !r.affords(c.id) {
				break
			}
			r.search(c.id, c.by)
		}
	}
	r.change(id, -by)
	r.changed[id], r.way, r.price = false, r.way[:len(r.way)-1], r.price-r.entries[id].price
}

// affords says whether the way costs less than the limit with this entry too.
func (r *repair) affords(id int) bool { return r.price+r.entries[id].price < r.limit }

// choice is a member that could put an equation right.
type choice struct {
	id int
	by float64
}

// choices returns those of the wrong equation that has the fewest, and whether any equation is wrong.
func (r *repair) choices() (fewest []choice, wrong bool) {
	least, at := math.MaxInt, -1
	for _, id := range r.way {
		for _, m := range r.of[id] {
			if r.balance[m.equation] == 0 || m.equation == at {
				continue
			}
			n := 0
			for range r.candidates(m.equation) {
				if n++; n >= least {
					break
				}
			}
			if n < least {
				least, at = n, m.equation
			}
		}
	}
	if at < 0 {
		return nil, false
	}
	for c := range r.candidates(at) {
		fewest = append(fewest, c)
	}
	slices.SortStableFunc(fewest, func(a, b choice) int { return cmp.Compare(r.entries[a.id].price, r.entries[b.id].price) })
	return fewest, true
}

// candidates hands on the members of a wrong equation that can change the right way.
func (r *repair) candidates(equation int) iter.Seq[choice] {
	way := 1.0
	if r.balance[equation] > 0 {
		way = -1
	}
	return func(yield func(choice) bool) {
		for _, t := range r.equations[equation] {
			e, by := &r.entries[t.id], way*t.sign
			if !r.changed[t.id] && e.k+by >= e.low && e.k+by <= e.high && r.affords(t.id) && !yield(choice{t.id, by}) {
				return
			}
		}
	}
}
