package metricstest

import (
	"math/rand/v2"
	"slices"
)

// Reader solves what a table leaves unsaid. It knows every denominator and every sum, and nothing of how the table was made:
// unknowns are whole numbers from 0 to n, equations are tightened until they give no more, and the rest is tried out.
type Reader struct {
	Truth     []int
	Low, High []int // what it knows to begin with
	equations []Equation
	of        [][]int // for every unknown, its equations
	steps     int     // that may still be tried
}

// Equation says that the terms add up to nothing.
type Equation []Term

// Term is an unknown, added or taken away.
type Term struct{ Unknown, Sign int }

// Another says whether the unknown has another value than the true one in some world, and notes all that have.
func (r *Reader) Another(unknown int, possible []bool) bool {
	for _, value := range []int{r.Truth[unknown] - 1, r.Truth[unknown] + 1} {
		if world := r.Find(unknown, value); world != nil {
			for i := range possible {
				possible[i] = possible[i] || world[i] != r.Truth[i]
			}
			return true
		}
	}
	return false
}

// Find returns a world in which the unknown is the value. It is nil when there is none, or, but for that it tries long and in
// many ways, when none is found.
func (r *Reader) Find(unknown, value int) []int {
	if value < r.Low[unknown] || value > r.High[unknown] {
		return nil
	}
	random := rand.New(rand.NewPCG(uint64(unknown), uint64(value)))
	for attempt := range 500 {
		low, high := slices.Clone(r.Low), slices.Clone(r.High)
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

func (r *Reader) solve(low, high []int, random *rand.Rand) []int {
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
	slices.SortFunc(values, func(a, b int) int { return abs(a-r.Truth[next]) - abs(b-r.Truth[next]) })
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
func (r *Reader) tighten(low, high []int) bool {
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
			if t.Sign > 0 {
				least, most = least+low[t.Unknown], most+high[t.Unknown]
			} else {
				least, most = least-high[t.Unknown], most-low[t.Unknown]
			}
		}
		if least > 0 || most < 0 {
			return false
		}
		for _, t := range r.equations[at] {
			u := t.Unknown
			l, h := low[u], high[u]
			if t.Sign > 0 {
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
			if t.Sign > 0 {
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

// Add tells the reader of equations.
func (r *Reader) Add(equations []Equation) {
	for len(r.of) < len(r.Truth) {
		r.of = append(r.of, nil)
	}
	for _, e := range equations {
		for _, t := range e {
			r.of[t.Unknown] = append(r.of[t.Unknown], len(r.equations))
		}
		r.equations = append(r.equations, e)
	}
}

// Parts splits the reader into those that have nothing to do with each other, once every equation by itself has said what it
// can. The unknowns of each are told by their numbers here.
func (r *Reader) Parts() (parts []*Reader, unknowns [][]int) {
	low, high := slices.Clone(r.Low), slices.Clone(r.High)
	r.tighten(low, high)
	part := make([]int, len(r.Truth)) // of each unknown, from 1
	for from := range r.Truth {
		if part[from] > 0 || low[from] == high[from] {
			continue
		}
		of := &Reader{}
		var here []int
		at := map[int]int{}
		add := func(u int) {
			if _, known := at[u]; !known {
				at[u] = len(here)
				here = append(here, u)
				of.Truth, of.Low, of.High = append(of.Truth, r.Truth[u]), append(of.Low, low[u]), append(of.High, high[u])
			}
		}
		parts = append(parts, of)
		part[from] = len(parts)
		add(from)
		seen := map[int]bool{}
		for i := 0; i < len(here); i++ {
			if low[here[i]] == high[here[i]] {
				continue // known, and leads no further
			}
			part[here[i]] = len(parts)
			for _, number := range r.of[here[i]] {
				if seen[number] {
					continue
				}
				seen[number] = true
				var e Equation
				for _, t := range r.equations[number] {
					add(t.Unknown)
					e = append(e, Term{at[t.Unknown], t.Sign})
				}
				of.equations = append(of.equations, e)
			}
		}
		equations := of.equations
		of.equations = nil
		of.Add(equations)
		unknowns = append(unknowns, here)
	}
	return parts, unknowns
}
