package main

import (
	"slices"
	"testing"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

// linkPlaces tells the attacker how many there are in each place, as far as that is told, and that whoever has the outcome of a
// rate inside lives in the region, and whoever lives outside has not. It is even told in which places there is anybody. What it is
// after are the places that are not told apart, with fewer than five.
func (a *attacker) linkPlaces(t *testing.T, definitions []metrics.Definition, kommuner []metrics.Kommune) {
	of := map[string][]string{}
	for _, k := range kommuner {
		of[k.Code] = k.Of
	}
	sums := map[metrics.Cell]metricstest.Equation{}
	add := func(whole metrics.Cell, u int) {
		sums[whole] = append(sums[whole], metricstest.Term{Unknown: u, Sign: 1})
	}
	sizes := map[metrics.Cell]int{}
	for _, f := range a.places { // those of all programmes come first
		k := int(f.Numerator.Float())
		every, set := f.Cell, f.Cell
		every.Programme, set.Category = metrics.All, ""
		sizes[set] += k
		u := a.unknown(k, 0, sizes[set])
		if told, ok := a.told[f.Cell]; ok && told.Numerator.Given() {
			if a.Low[u], a.High[u] = k, k; k < 5 {
				t.Errorf("%+v is told to be %d", f.Cell, k)
			}
		} else if a.High[u] = 1000; f.Programme == metrics.All && k < 5 {
			a.hidden[u] = f.Cell
		}
		inside := f.Programme == metrics.All && len(of[f.Category]) > 0 || slices.Contains(of[f.Category], f.Programme)
		if side := set; a.Low[u] < a.High[u] && f.Programme == metrics.All {
			if side.Category = metrics.PlacesOutside; inside {
				side.Category = metrics.PlacesInside
			}
			if others := a.told[side]; others.Numerator.Given() {
				add(side, u)
				sizes[side] = int(others.Numerator.Float())
			}
		}
		add(set, u)
		if f.Programme == metrics.All {
			sums[every] = append(sums[every], metricstest.Term{Unknown: u, Sign: -1})
			continue
		}
		add(every, u)
		i := slices.IndexFunc(definitions, func(d metrics.Definition) bool { return d.ID == f.Indicator })
		for _, id := range definitions[i].Inside {
			rate := metrics.Cell{Indicator: id, Version: 1, Programme: f.Programme, Period: metrics.All, Category: "lives outside"}
			if inside {
				rate.Category = "lives inside"
			}
			add(rate, u)
		}
	}
	for cell, e := range sums {
		rate := cell
		rate.Category = ""
		u, isRate := a.at[rate]
		switch size, ok := sizes[cell]; {
		case ok: // it adds up to what is known
			e = append(e, metricstest.Term{Unknown: a.unknown(size, size, size), Sign: -1})
		case cell.Category == "lives inside" && isRate: // at least as many as the rate says
			n := 0
			for _, t := range e {
				n += a.Truth[t.Unknown]
			}
			e = append(e, metricstest.Term{Unknown: u, Sign: -1}, metricstest.Term{Unknown: a.unknown(n-a.Truth[u], 0, 1000), Sign: -1})
		case cell.Category == "lives outside" && isRate: // they are among those without the outcome
			n := int(a.figures[u].Denominator.Float())
			left := n - a.Truth[u]
			for _, t := range e {
				left -= a.Truth[t.Unknown]
			}
			e = append(e, metricstest.Term{Unknown: u, Sign: 1}, metricstest.Term{Unknown: a.unknown(left, 0, 1000), Sign: 1}, metricstest.Term{Unknown: a.unknown(n, n, n), Sign: -1})
		case !cell.IsPlace():
			continue
		}
		a.Add([]metricstest.Equation{e})
	}
}
