package store

import (
	"cmp"
	"slices"
	"time"
)

// Region is one municipality of a programme's region, from a day and until the day before another, which may be the zero
// time.
type Region struct {
	Programme, Kommune string
	From, To           time.Time
}

// always is the day before which everything without an end ends.
var always = time.Date(9999, time.December, 31, 0, 0, 0, 0, time.UTC)

// merged returns the regions so that no day of a municipality is in two of them: a fact that met two would count twice.
func merged(regions []Region) []Region {
	regions = slices.Clone(regions)
	for i := range regions {
		if regions[i].To.IsZero() {
			regions[i].To = always
		}
	}
	slices.SortFunc(regions, func(a, b Region) int {
		return cmp.Or(cmp.Compare(a.Programme, b.Programme), cmp.Compare(a.Kommune, b.Kommune), a.From.Compare(b.From))
	})
	var all []Region
	for _, r := range regions {
		last := len(all) - 1
		if last >= 0 && all[last].Programme == r.Programme && all[last].Kommune == r.Kommune && !r.From.After(all[last].To) {
			if r.To.After(all[last].To) {
				all[last].To = r.To
			}
			continue
		}
		all = append(all, r)
	}
	return all
}
