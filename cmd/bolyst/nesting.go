package main

import (
	"slices"

	"bolyst/internal/store"
	"bolyst/metrics"
)

// nestings lists which of the regions that residence is told in lie wholly within another, for every programme and on every day:
// who lives in the inner one lives in the outer one too.
func (in *installation) nestings(m store.Moment) []metrics.Nesting {
	type land struct {
		id        string
		regions   []store.Region
		undecided []string
	}
	lands := []land{{"", m.Regions, nil}}
	for _, r := range in.config.Regions {
		regions, undecided := in.inside(r)
		lands = append(lands, land{r.ID, regions, undecided})
	}
	var nestings []metrics.Nesting
	for _, inner := range lands {
		for _, outer := range lands {
			covers := func(part store.Region) bool {
				return !slices.Contains(outer.undecided, part.Kommune) && slices.ContainsFunc(outer.regions, func(whole store.Region) bool {
					return whole.Programme == part.Programme && whole.Kommune == part.Kommune && !part.From.Before(whole.From) &&
						(whole.To.IsZero() || !part.To.IsZero() && !part.To.After(whole.To))
				})
			}
			if inner.id != outer.id && !slices.ContainsFunc(inner.regions, func(part store.Region) bool { return !covers(part) }) {
				nestings = append(nestings, metrics.Nesting{Inner: inner.id, Outer: outer.id})
			}
		}
	}
	return nestings
}
