package main

import (
	"slices"
	"strconv"
	"time"

	"bolyst/internal/store"
	"bolyst/queries"
)

// inside lists the municipalities that belong to another region, for every programme, and those of which nobody can say: a
// municipality without a known class of centrality.
func (in *installation) inside(r Region) (regions []store.Region, undecided []string) {
	classes := map[string][]classified{}
	for _, row := range queries.Centrality() {
		classes[row[0]] = append(classes[row[0]], classified{row[2], date(row[4]), date(row[5])})
	}
	for _, k := range in.config.municipalities().All() {
		if len(r.Centrality) > 0 && len(classes[k.Code]) == 0 {
			undecided = append(undecided, k.Code)
		}
		for _, p := range in.config.Programmes {
			switch {
			case r.By == "county" && slices.ContainsFunc(p.Region, func(m Member) bool { return county(string(m.Kommune)) == county(k.Code) }),
				slices.Contains(r.Kommuner, Code(k.Code)):
				regions = append(regions, store.Region{Programme: p.ID, Kommune: k.Code})
			}
			for _, c := range classes[k.Code] {
				if class, err := strconv.Atoi(c.class); err == nil && slices.Contains(r.Centrality, class) {
					regions = append(regions, store.Region{Programme: p.ID, Kommune: k.Code, From: c.from, To: c.to})
				}
			}
		}
	}
	return regions, undecided
}

// classified is a municipality's class of centrality from a day and until another; the zero time has no end.
type classified struct {
	class    string
	from, to time.Time
}

// county is the county of a municipality: the first two digits of its code.
func county(kommune string) string { return kommune[:2] }

// date reads a day of our own lists, "" being the zero time.
func date(text string) time.Time {
	day, err := time.Parse(time.DateOnly, text)
	if err != nil && text != "" {
		panic(err)
	}
	return day
}
