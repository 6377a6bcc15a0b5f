package metrics

import (
	"cmp"
	"slices"
)

// places are the municipalities of one count on their way to an audience, those with most people first. Those with fewer than the
// floor are taken together as other municipalities, without their names, those in the regions and those outside, and so are as
// many more as it takes:
//
// In every land, which is a programme's region or what lies outside of all of them, nobody or at least as many as the floor are
// among those others, unless all of the land are. For how many live in a region is known: a rate says at least how many.
//
// Where such a rate (Definition.Inside) is hidden, everybody of the programme may for all that is told live in its region: else it
// is not told how many of the others are outside, and if need be not which places outside. Then nobody learns from places what
// is hidden there.
//
// And since an earlier edition told them apart, nobody has come to any of them or left it, or as many as the floor, who did not
// all come to the same. Until then nothing is told, as of any figure that changed for a few (Differences).
//
// They are told of all programmes together: the programmes of each place would be a second way to divide the same persons, and
// the differences between the two would tell of single ones.
type places struct {
	floor   float64
	figures []Figure
	apart   []bool // whether each is told apart
	sided   bool   // whether it is told how many of the others are outside
	of      map[string][]string
}

// mergePlaces takes municipalities together where the audience must not be told them apart. The figures are protected already;
// whole are the same ones with nothing hidden.
func (d Draft) mergePlaces(whole, figures []Figure, floor int, earlier []Earlier) []Figure {
	if floor <= 1 {
		return figures
	}
	var told []Figure
	done := map[Cell]bool{}
	for _, f := range figures {
		set := f.set()
		switch {
		case !f.isOneOf(set) || !f.Value.Given():
			told = append(told, f)
		case !done[set]:
			done[set] = true
			told = append(told, d.placesOf(set, whole, figures, floor).told(set, earlier)...)
		}
	}
	return told
}

// set is the cell of all categories of a breakdown together.
func (c Cell) set() Cell { c.Category = ""; return c }

// isOneOf says whether the cell is a place of the set, and one that is known.
func (c Cell) isOneOf(set Cell) bool {
	return c.IsPlace() && c.set() == set && c.Category != unknownCategory
}

// placesOf finds which municipalities of the set are told apart.
func (d Draft) placesOf(set Cell, whole, figures []Figure, floor int) *places {
	p := &places{floor: float64(floor), of: map[string][]string{}}
	for _, k := range d.Kommuner {
		p.of[k.Code] = k.Of
	}
	for _, f := range whole {
		if f.isOneOf(set) {
			p.figures = append(p.figures, f)
		}
	}
	slices.SortStableFunc(p.figures, func(a, b Figure) int { return -cmp.Compare(a.Value.Float(), b.Value.Float()) })
	for _, f := range p.figures {
		p.apart = append(p.apart, f.Value.Float() >= p.floor)
	}
	hidden := d.hiddenInside(p, set, whole, figures)
	for again := true; again; {
		again = false
		for _, land := range append(d.programmesAndAll(), outside) {
			if apart, others := p.persons(land); apart > 0 && 0 < others && others < p.floor {
				again = p.take(land)
			}
		}
		if _, others := p.persons(everywhere); 0 < others && others < p.floor {
			again = p.take(everywhere) || again
		}
		if p.tellsOf(hidden) && !p.none() {
			if again = true; !p.take(outside) {
				clear(p.apart)
			}
		}
	}
	p.sided = p.sides(hidden)
	return p
}

// The lands that are no programme's: what is in none, and all that there is. All is what is in any.
const (
	outside    = ""
	everywhere = "\x00"
)

// isIn says whether the municipality lies in the land.
func (p *places) isIn(f Figure, land string) bool {
	switch of := p.of[f.Category]; land {
	case everywhere:
		return true
	case outside:
		return len(of) == 0
	case All:
		return len(of) > 0
	default:
		return slices.Contains(of, land)
	}
}

// persons counts those in the land, in what is told apart and in the others.
func (p *places) persons(land string) (apart, others float64) {
	for i, f := range p.figures {
		switch n := f.Value.Float(); {
		case p.isIn(f, land) && p.apart[i]:
			apart += n
		case p.isIn(f, land):
			others += n
		}
	}
	return apart, others
}

// hiddenInside says of which programmes a rate is hidden of those whom the set finds in the region, and how many may live there.
func (d Draft) hiddenInside(p *places, set Cell, whole, figures []Figure) map[string]float64 {
	definition, _ := d.definition(set.Indicator)
	hidden := map[string]float64{}
	for _, f := range figures {
		if f.IsPlain() && f.Period == All && slices.Contains(definition.Inside, f.Indicator) && f.withheld() {
			apart, others := p.persons(everywhere)
			hidden[f.Programme] = apart + others
		}
	}
	for _, f := range whole {
		if most, ok := hidden[f.Programme]; ok && f.Indicator == set.Indicator && f.IsPlain() && f.Period == All {
			hidden[f.Programme] = min(most, f.Value.Float())
		}
	}
	return hidden
}

// tellsOf says whether for all that is told fewer can live in one of the regions than may: those who are told in it, and the
// others there and outside.
func (p *places) tellsOf(hidden map[string]float64) bool {
	_, beyond := p.persons(outside)
	for programme, most := range hidden {
		if apart, others := p.persons(programme); apart+others+beyond < most {
			return true
		}
	}
	return false
}

// sides says whether it may be told how many of the others are outside.
func (p *places) sides(hidden map[string]float64) bool {
	for programme, most := range hidden {
		if apart, others := p.persons(programme); apart+others < most {
			return false
		}
	}
	_, inside := p.persons(All)
	_, beyond := p.persons(outside)
	few := func(n float64) bool { return 0 < n && n < p.floor }
	return !few(inside) && !few(beyond)
}

// take takes the smallest that is told apart in the land to the others, and says whether there was any.
func (p *places) take(land string) bool {
	for i, f := range slices.Backward(p.figures) {
		if p.apart[i] && p.isIn(f, land) {
			p.apart[i] = false
			return true
		}
	}
	return false
}

func (p *places) none() bool { return !slices.Contains(p.apart, true) }
