package metrics

import (
	"cmp"
	"regexp"
	"slices"
)

// axis is one of the ways in which the figures of an indicator lie beside each other: by programme, by period, or by
// edition. It has places, and members that the places hold: the place of a cohort holds the cohort, All holds every cohort.
type axis struct {
	names []string // of the places; of programmes and periods the first is All
	holds [][]int  // for every member, the places that hold it: its own first
	swaps [][]swap // for every place, those in which a member that it holds gets something
}

// swap is what happens along an axis when one person gets the outcome and another, of another member, loses it: every place
// that holds the one and not the other is raised, or lowered, by one. Without the other, nobody loses it.
type swap struct {
	net, gets, loses []step
}

type step struct {
	place int
	by    float64
}

// newAxis works out the swaps: two members first, since those leave the totals as they are.
func newAxis(names []string, holds [][]int) axis {
	a := axis{names, holds, make([][]swap, len(names))}
	steps := func(places, without []int, by float64) (steps []step) {
		for _, place := range places {
			if !slices.Contains(without, place) {
				steps = append(steps, step{place, by})
			}
		}
		return steps
	}
	add := func(gets, loses []int) {
		s := swap{append(steps(gets, loses, 1), steps(loses, gets, -1)...), steps(gets, nil, 1), steps(loses, nil, -1)}
		for _, place := range gets {
			a.swaps[place] = append(a.swaps[place], s)
		}
	}
	for i, gets := range holds {
		for j, loses := range holds {
			if i != j {
				add(gets, loses)
			}
		}
	}
	for _, gets := range holds {
		add(gets, nil)
	}
	return a
}

// raises says whether the place is among those that are raised.
func raises(steps []step, place int) bool { return slices.Contains(steps, step{place, 1}) }

// place returns where the name lies, and -1 where it does not.
func (a axis) place(name string) int { return slices.Index(a.names, name) }

// parts lists the members' own places that a place holds, without itself.
func (a axis) parts(place int) []int {
	var parts []int
	for _, holds := range a.holds {
		if holds[0] != place && slices.Contains(holds, place) {
			parts = append(parts, holds[0])
		}
	}
	return parts
}

// own says whether the place is a member's own.
func (a axis) own(place int) bool {
	return slices.ContainsFunc(a.holds, func(holds []int) bool { return holds[0] == place })
}

// programmesOf lays out programmes: All holds every one.
func programmesOf(names []string) axis {
	names = allFirst(names)
	var holds [][]int
	for i := range names[1:] {
		holds = append(holds, []int{i + 1, 0})
	}
	if len(holds) == 0 {
		holds = [][]int{{0}}
	}
	return newAxis(names, holds)
}

// pool is the name of a period that holds the periods from one year to another: 2006-2008, or 2006–2008.
var pool = regexp.MustCompile(`^(\d{4})[-–](\d{4})$`)

// periodsOf lays out periods: All holds every one, or only the one that is now when the total is the latest, and a pool
// holds those within its years.
func periodsOf(names []string, total, now string) axis {
	names = allFirst(names)
	var holds [][]int
	for i, name := range names {
		if i == 0 || pool.MatchString(name) {
			continue
		}
		places := []int{i}
		for j, wide := range names {
			if years := pool.FindStringSubmatch(wide); years != nil && years[1] <= name && name <= years[2] {
				places = append(places, j)
			}
		}
		if total != "latest" || name == now {
			places = append(places, 0)
		}
		holds = append(holds, places)
	}
	if !slices.ContainsFunc(holds, func(places []int) bool { return slices.Contains(places, 0) }) {
		holds = append(holds, []int{0}) // a total of nothing that is told: it stands alone
	}
	return newAxis(names, holds)
}

// allFirst sorts the names, each once, with All before them.
func allFirst(names []string) []string {
	names = slices.DeleteFunc(slices.Clone(names), func(name string) bool { return name == All })
	slices.SortFunc(names, cmp.Compare)
	return append([]string{All}, slices.Compact(names)...)
}
