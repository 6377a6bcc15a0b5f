package main

import "math/rand/v2"

// A municipality stands in these files as people write it: by its name, and by the name it had then. Frei is gone after 2007;
// Halsa, Fræna and Nesset lived on until 2020. Ålesund is left out on purpose: its territory of those years is two
// municipalities today, and no program should choose between them.

// places is where a programme works, and where its people come from otherwise.
type places struct {
	near      []share // the catchment
	far       []share // where the others come from, or went to study
	until2007 string  // a municipality of the catchment that was merged away at the end of 2007
}

// nordmøre is Nordmøre and its neighbours, as KOM Trainee draws its region.
var nordmøre = places{
	near: []share{
		{"Kristiansund", 46}, {"Averøy", 11}, {"Sunndal", 9}, {"Surnadal", 8}, {"Tingvoll", 5}, {"Smøla", 5},
		{"Aure", 4}, {"Gjemnes", 4}, {"Halsa", 3}, {"Rindal", 3},
	},
	far: []share{
		{"Trondheim", 30}, {"Oslo", 15}, {"Bergen", 14}, {"Molde", 11}, {"Stavanger", 5}, {"Fræna", 4}, {"Volda", 3},
		{"Kristiansand", 3}, {"Tromsø", 3}, {"Bærum", 3}, {"Rauma", 2}, {"Nesset", 2}, {"Orkdal", 2}, {"Bodø", 2}, {"Drammen", 2},
		{"Gjøvik", 2}, {"Ørsta", 2}, {"Haugesund", 1}, {"Lillehammer", 1},
	},
	until2007: "Frei",
}

// draw draws a municipality of the catchment in nearby of 100 times; unknown (empty) in unknown of 100.
func (p places) draw(r *rand.Rand, year, nearby, unknown int) string {
	switch n := r.IntN(100); {
	case n < unknown:
		return ""
	case n < unknown+nearby:
		if p.until2007 != "" && year <= 2007 && one(r, 12) {
			return p.until2007
		}
		return draw(r, p.near)
	default:
		return draw(r, p.far)
	}
}

// holds says whether the name is one of the catchment's, those of before included.
func (p places) holds(name string) bool {
	for _, c := range p.near {
		if c.value == name {
			return true
		}
	}
	return name != "" && name == p.until2007
}
