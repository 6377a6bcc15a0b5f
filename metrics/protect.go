package metrics

import (
	"math"
	"slices"
	"sync"
)

// fewestForPercent is the smallest denominator of which a board or a centre is shown a percentage. Below it one person
// moves the rate by more than ten points, and the counts say the same without pretending. Neither the counts nor a rounded
// percentage hide anything: who sees 60,0 % of a known number of persons sees the count, and is meant to.
const fewestForPercent = 10

// protected makes the figures of an audience that has been shown the earlier editions.
func (d Draft) protected(audience Audience, earlier ...Earlier) []Figure {
	whole := d.figuresFor(audience)
	shown := d.besidePublished(protect(whole, d.Definitions, d.Nestings, audience.Floor, earlier...))
	return d.mergePlaces(whole, shown, audience.Floor, earlier)
}

// protect hides what an audience with this floor must not see, given what it was shown in earlier editions. A floor of 1
// hides nothing: the staff already hold the rows.
//
// Hidden at first hand: a protected figure of fewer persons than the floor, and one where all or none have the outcome,
// since that says it of each of them. Hidden at second hand: whatever would let a reader compute a hidden figure from
// those that are shown (grid.close), from how they changed (release.close), or from what another indicator tells of the same
// persons (kin.close). Statistics Norway and the Directorate for Education work the same way, with floors of 3 to 5.
//
// A reader is taken to know every denominator, since the size of a programme is public, and to solve every sum of the
// indicators at once. Not guarded against: a reader who knows the outcome of some persons already, who finds those who count
// in two periods by comparing their total with the sum, or who concludes from which figures are hidden. Nor is the number of
// unknown and immature persons a secret: it is no outcome.
func protect(figures []Figure, definitions []Definition, nestings []Nesting, floor int, earlier ...Earlier) []Figure {
	if floor <= 1 {
		return figures
	}
	protected := map[string]Definition{}
	for _, definition := range definitions {
		if definition.Protected {
			protected[definition.ID] = definition
		}
	}
	shown := make([]Figure, len(figures))
	for i, f := range figures {
		if definition, ok := protected[f.Indicator]; ok && !definition.follows() {
			f = f.blunt()
		}
		shown[i] = f
	}
	figures = slices.Clone(shown)
	for i, f := range shown {
		if f.Kind == Rate && f.Value.Given() && f.Denominator.Float() < fewestForPercent {
			shown[i].Value, shown[i].Low, shown[i].High, shown[i].Sign = Number{}, Number{}, Number{}, Hidden // the counts stay
		}
	}
	tellings := tellingsOf(figures, protected, floor, earlier)
	var wait sync.WaitGroup // no kin knows of another, and beside many earlier editions there is much to solve
	for _, kin := range kinOf(tellings, nestings) {
		wait.Go(kin.close)
	}
	wait.Wait()
	for _, t := range tellings {
		for i, hidden := range t.hidden {
			if hidden {
				shown[t.places[i]] = shown[t.places[i]].hide()
			}
		}
	}
	return shown
}

// revealing says whether k of n by themselves tell too much about the n persons.
func revealing(kind Kind, k, n float64, floor int) bool {
	if !kind.addsUp() {
		return n > 0 && n < float64(floor)
	}
	return n > 0 && (n < float64(floor) || k <= 0 || k == n)
}

// blunt takes the digits away that would tell of single persons. Those of a curve, a product of shares, tell in which order they
// left: it is told to a tenth of a percentage point. Those of a cost for each year that somebody lived in the region tell, to
// whoever knows the cost, the days that they lived there: it is told to a hundred kroner, of whole years.
func (f Figure) blunt() Figure {
	round := func(step float64, numbers ...*Number) {
		for _, n := range numbers {
			if v, ok := n.Get(); ok {
				*n = Of(math.Round(v/step) * step)
			}
		}
	}
	switch f.Kind {
	case Duration:
		for _, n := range []*Number{&f.Value, &f.Low, &f.High} {
			if v, ok := n.Get(); ok {
				*n = Of(math.Round(1000*v) / 1000)
			}
		}
	case Ratio:
		round(1, &f.Numerator, &f.Denominator)
		round(100, &f.Value)
	}
	return f
}

// isCertain says whether the value tells of everybody: that all are still there, or that none is.
func (f Figure) isCertain() bool {
	value, ok := f.Value.Get()
	return ok && (value == 0 || value == 1)
}

// addsUp says whether the numerators of the parts make the numerator of the whole, one by one. The sum of scores does too,
// but its scale has no end that a reader could use, and nothing in a curve, or in how varied a group is, adds up.
func (k Kind) addsUp() bool { return k != Score && k != Breadth && k != Duration }
