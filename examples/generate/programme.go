package main

import "slices"

// programme is one of the nine: what was published of it, and what was chosen so that the nine add up to what was published of
// them together. The trainees of KOM Trainee have their stories by hand (trainees.go, jobs.go, residency.go); those of the
// eight others are drawn to these counts.
type programme struct {
	id, name string
	prefix   string // of the trainees' numbers
	course
	first     int   // year of the first cohort
	cohorts   []int // taken on, by year
	quitters  []int // cohorts of those who left early, one each
	groups    []group
	offered   int  // completed, with an offer that counts
	commuters int  // live in the region, and work elsewhere
	inbound   int  // moved away, and work in the region
	register  bool // the population register tells where they lived until 2009
	answered  int  // live in the region, and answered the survey
	mattered  int  // of whom the programme mattered for so many

	places
	degrees, fields []share
	sectors         []share
	applicants      int // to a position, about
	members         int // companies at the end
	fee             int // kroner a year
	grants          int // public, kroner a year
	positions       float64
}

// total is how many months the course takes.
func (c course) total() int { return c.modules * c.months }

// hired is how many were taken on in all.
func (p programme) hired() int {
	n := 0
	for _, cohort := range p.cohorts {
		n += cohort
	}
	return n
}

// completed is how many had completed by the as-of date.
func (p programme) completed() int {
	n := 0
	for _, g := range p.groups {
		n += g.completed()
	}
	return n
}

// completing is how many of the cohort did not leave early.
func (p programme) completing(cohort int) int {
	n := p.cohorts[cohort-p.first]
	for _, quitter := range p.quitters {
		if quitter == cohort {
			n--
		}
	}
	return n
}

// groupOf is the group that the cohort is in; there is none for a cohort whose time was not over by the as-of date.
func (p programme) groupOf(cohort int) (group, bool) {
	i := slices.IndexFunc(p.groups, func(g group) bool { return g.first <= cohort && cohort <= g.last })
	if i < 0 {
		return group{}, false
	}
	return p.groups[i], true
}
