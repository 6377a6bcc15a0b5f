package metrics_test

import (
	"math/rand/v2"
	"slices"

	"bolyst/metrics"
)

// reader solves what a table leaves unsaid. It knows every denominator and every sum, and nothing of how the table was made:
// unknowns are whole numbers from 0 to n, equations are tightened until they give no more, and the rest is tried out.
type reader struct {
	truth     []int
	low, high []int
	equations []equation
	of        [][]int // for every unknown, its equations
	steps     int     // that may still be tried
}

// equation says that the terms add up to nothing.
type equation []term

type term struct{ unknown, sign int }

// another says whether the unknown has another value than the true one in some world, and notes all that have.
func (r *reader) another(unknown int, possible []bool) bool {
	for _, value := range []int{r.truth[unknown] - 1, r.truth[unknown] + 1} {
		if world := r.find(unknown, value); world != nil {
			for i := range possible {
				possible[i] = possible[i] || world[i] != r.truth[i]
			}
			return true
		}
	}
	return false
}

// find returns a world in which the unknown is the value. It is nil when there is none, or, but for that it tries long and in
// many ways, when none is found.
func (r *reader) find(unknown, value int) []int {
	if value < r.low[unknown] || value > r.high[unknown] {
		return nil
	}
	random := rand.New(rand.NewPCG(uint64(unknown), uint64(value)))
	for attempt := range 500 {
		low, high := slices.Clone(r.low), slices.Clone(r.high)
		low[unknown], high[unknown] = value, value
		r.steps = 100 + 20*attempt
		if world := r.solve(low, high, random); world != nil {
			return world
		}
		if r.steps > 0 {
			return nil // everything has been tried
		}
	}
	return nil
}

func (r *reader) solve(low, high []int, random *rand.Rand) []int {
	if r.steps--; r.steps <= 0 || !r.tighten(low, high) {
		return nil
	}
	next, width, same := -1, 0, 0
	for i := range low { // one of the unknowns that are left with the fewest values
		switch w := high[i] - low[i]; {
		case w == 0:
		case next < 0 || w < width:
			next, width, same = i, w, 1
		case w == width:
			if same++; random.IntN(same) == 0 {
				next = i
			}
		}
	}
	if next < 0 {
		return low
	}
	values := make([]int, 0, width+1)
	for v := low[next]; v <= high[next]; v++ {
		values = append(values, v)
	}
	slices.SortFunc(values, func(a, b int) int { return abs(a-r.truth[next]) - abs(b-r.truth[next]) })
	for _, v := range values {
		l, h := slices.Clone(low), slices.Clone(high)
		l[next], h[next] = v, v
		if world := r.solve(l, h, random); world != nil {
			return world
		}
	}
	return nil
}

func abs(x int) int { return max(x, -x) }

// tighten draws the bounds of every unknown from the bounds of the others in its equations; false: they contradict each other.
func (r *reader) tighten(low, high []int) bool {
	waiting := make([]int, len(r.equations))
	for i := range waiting {
		waiting[i] = i
	}
	queued := make([]bool, len(r.equations))
	for len(waiting) > 0 {
		at := waiting[len(waiting)-1]
		waiting, queued[at] = waiting[:len(waiting)-1], false
		least, most := 0, 0
		for _, t := range r.equations[at] {
			if t.sign > 0 {
				least, most = least+low[t.unknown], most+high[t.unknown]
			} else {
				least, most = least-high[t.unknown], most-low[t.unknown]
			}
		}
		if least > 0 || most < 0 {
			return false
		}
		for _, t := range r.equations[at] {
			u := t.unknown
			l, h := low[u], high[u]
			if t.sign > 0 {
				l, h = max(l, high[u]-most), min(h, low[u]-least)
			} else {
				l, h = max(l, high[u]+least), min(h, low[u]+most)
			}
			if l > h {
				return false
			}
			if l == low[u] && h == high[u] {
				continue
			}
			if t.sign > 0 {
				least, most = least+l-low[u], most+h-high[u]
			} else {
				least, most = least+high[u]-h, most+low[u]-l
			}
			low[u], high[u] = l, h
			for _, other := range r.of[u] {
				if !queued[other] {
					waiting, queued[other] = append(waiting, other), true
				}
			}
		}
	}
	return true
}

// read makes the reader of a table. The second table holds the truth, for the denominators and for what to look for.
func read(table, truth metrics.Table) (r *reader, cells []metrics.Cell) {
	r = &reader{}
	numbers := map[metrics.Cell]metrics.Figure{}
	for _, f := range truth.Figures {
		numbers[f.Cell] = f
	}
	for _, f := range table.Figures {
		k, n := int(numbers[f.Cell].Numerator.Float()), int(numbers[f.Cell].Denominator.Float())
		cells, r.truth = append(cells, f.Cell), append(r.truth, k)
		if f.Numerator.Given() {
			k := int(f.Numerator.Float())
			r.low, r.high = append(r.low, k), append(r.high, k)
		} else {
			r.low, r.high = append(r.low, 0), append(r.high, n)
		}
	}
	r.add(sumsOf(cells))
	return r, cells
}

func (r *reader) add(equations []equation) {
	if r.of == nil {
		r.of = make([][]int, len(r.truth))
	}
	for _, e := range equations {
		for _, t := range e {
			r.of[t.unknown] = append(r.of[t.unknown], len(r.equations))
		}
		r.equations = append(r.equations, e)
	}
}

// sumsOf writes down what adds up to what, by the names alone.
func sumsOf(cells []metrics.Cell) (equations []equation) {
	at := map[metrics.Cell]int{}
	for i, cell := range cells {
		at[cell] = i
	}
	type name struct {
		whole int
		parts string
	}
	sums := map[name]int{}
	add := func(parts string, part int, whole metrics.Cell) {
		i, ok := at[whole]
		if !ok {
			return
		}
		if _, ok := sums[name{i, parts}]; !ok {
			sums[name{i, parts}] = len(equations)
			equations = append(equations, equation{{i, -1}})
		}
		e := sums[name{i, parts}]
		equations[e] = append(equations[e], term{part, 1})
	}
	for i, c := range cells {
		if c.Programme != metrics.All {
			add("programmes", i, renamed(c, metrics.All, c.Period))
		}
		if c.Period != metrics.All {
			add("periods", i, renamed(c, c.Programme, metrics.All))
		}
		if c.Breakdown != "" {
			whole := c
			whole.Breakdown, whole.Category = "", ""
			add(c.Breakdown, i, whole)
		}
	}
	return equations
}

func renamed(c metrics.Cell, programme, period string) metrics.Cell {
	c.Programme, c.Period = programme, period
	return c
}
