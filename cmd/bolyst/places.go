package main

import (
	"bolyst/internal/store"
	"bolyst/metrics"
	"bolyst/queries"
)

// places are the municipalities that there are, each with how central it is and the programmes whose region it belongs to at the
// moment. Of two of the same name each is written with its county.
func (in *installation) places(m store.Moment) []metrics.Kommune {
	classes := map[string]string{}
	for _, row := range queries.Centrality() {
		if from, to := date(row[4]), date(row[5]); !m.AsOf.Before(from) && (to.IsZero() || m.AsOf.Before(to)) {
			classes[row[0]] = row[2]
		}
	}
	of := map[string][]string{}
	for _, r := range m.Regions {
		if !m.AsOf.Before(r.From) && (r.To.IsZero() || m.AsOf.Before(r.To)) {
			of[r.Kommune] = append(of[r.Kommune], r.Programme)
		}
	}
	named := map[string]int{}
	all := in.config.municipalities().All()
	for _, k := range all {
		named[k.Name]++
	}
	var places []metrics.Kommune
	for _, k := range all {
		place := metrics.Kommune{Code: k.Code, Name: k.Name, Centrality: classes[k.Code], Of: of[k.Code]}
		if named[k.Name] > 1 {
			place.Name += " (" + k.County + ")"
		}
		places = append(places, place)
	}
	return places
}
