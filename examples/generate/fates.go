package main

// fate is what became of a trainee who completed, as far as anyone knows.
type fate int

const (
	stayed fate = iota // lives in the region ever since
	late               // moved away more than three years after completing
	third              // moved away in the third year
	early              // moved away within two years
	back               // moved away within two years, and came back after more than three
	lost               // seen in the region in the first two autumns, and not since
	unseen             // never seen
	fateCount
)

// fates is how many had which fate.
type fates map[fate]int

// outcome is what an observer would say: in the region, outside, or not known.
type outcome int

const (
	inside outcome = iota
	outside
	unknown
)

// at tells where a trainee of that fate lived two or three years after completing; 0 is at the as-of date.
func (f fate) at(years int) outcome {
	switch {
	case f == unseen, f == lost && years != 2:
		return unknown
	case f == stayed, f == lost, f == late && years > 0, f == third && years == 2, f == back && years == 0:
		return inside
	}
	return outside
}

// group is some cohorts of a programme, and what became of those in them who completed.
type group struct {
	first, last int
	fates
}

// completed is how many of the group did.
func (g group) completed() int {
	n := 0
	for _, count := range g.fates {
		n += count
	}
	return n
}

// count is how many of the group lived inside and how many are known, so many years after completing; 0 is at the as-of date.
func (g group) count(years int) (in, known int) {
	for f, n := range g.fates {
		switch f.at(years) {
		case inside:
			in, known = in+n, known+n
		case outside:
			known += n
		}
	}
	return in, known
}

// matured says whether the group completed at least so many years before the as-of date. A programme takes whole years, and they
// end in August.
func (p programme) matured(g group, years int) bool {
	return !day(g.last+p.course.total()/12+years, 8, 31).After(asOf)
}

// count is how many of the programme's trainees lived in the region and how many are known, among those for whom the time has come.
func (p programme) count(years int) (in, known int) {
	for _, g := range p.groups {
		if p.matured(g, years) {
			i, k := g.count(years)
			in, known = in+i, known+k
		}
	}
	return in, known
}
