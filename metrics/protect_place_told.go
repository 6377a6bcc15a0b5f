package metrics

import (
	"cmp"
	"slices"
)

// told is what the audience sees: the municipalities that are told apart, and the others together. Where that would be all in one,
// or few have moved, it is one figure, which is hidden.
func (p *places) told(set Cell, earlier []Earlier) []Figure {
	others := func(category string) Figure {
		f := Figure{Cell: set, Kind: Count, Unit: p.figures[0].Unit}
		f.Category = category
		return f
	}
	if p.none() && !p.sided || slices.ContainsFunc(earlier, func(e Earlier) bool { return p.showsMoves(e.places(set, p.figures)) }) {
		return []Figure{others(OtherPlaces).hide()}
	}
	var told []Figure
	for i, f := range p.figures {
		if p.apart[i] {
			told = append(told, f)
		}
	}
	slices.SortFunc(told, func(a, b Figure) int { return cmp.Compare(a.Category, b.Category) })
	add := func(category, land string) {
		if _, n := p.persons(land); n > 0 {
			f := others(category)
			f.Numerator, f.Denominator, f.Value, f.Unknown, f.Immature = Of(n), Of(n), Of(n), Of(0), Of(0)
			told = append(told, f)
		}
	}
	if p.sided {
		add(PlacesInside, All)
		add(PlacesOutside, outside)
	} else {
		add(OtherPlaces, everywhere)
	}
	return told
}

// places are how many there were in each place in the earlier edition; none where it told nothing. Without what was behind
// it, those that it did not tell apart are taken to be as they are now.
func (e Earlier) places(set Cell, now []Figure) map[string]float64 {
	count := func(figures []Figure) map[string]float64 {
		n := map[string]float64{}
		for _, f := range figures {
			if f.isOneOf(set) && !f.IsOthers() && f.Value.Given() {
				n[f.Category] = f.Value.Float()
			}
		}
		return n
	}
	if !slices.ContainsFunc(e.Shown, func(f Figure) bool { return f.isOneOf(set) && f.Value.Given() }) {
		return nil
	}
	told, then := count(e.Shown), count(e.Behind)
	if len(then) == 0 {
		then = count(now)
	}
	for place, n := range told {
		then[place] = n
	}
	return then
}

// showsMoves says whether the changes since then would tell of a few persons where they came to or left, or that all of them
// came to or left the same place.
func (p *places) showsMoves(then map[string]float64) bool {
	if len(then) == 0 {
		return false
	}
	changes := map[string]float64{}
	for place, n := range then {
		changes[place] = -n
	}
	for _, f := range p.figures {
		changes[f.Category] += f.Value.Float()
	}
	for _, way := range []float64{1, -1} {
		var moved, most float64
		for _, change := range changes {
			moved, most = moved+max(0, way*change), max(most, way*change)
		}
		if moved > 0 && (moved < p.floor || moved == most) {
			return true
		}
	}
	return false
}
