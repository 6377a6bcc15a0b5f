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

// protect hides what an audience with this floor must not see, given what it was shown in earlier editions. A floor of 1
// hides nothing: the staff already hold the rows.
//
// Hidden at first hand: a protected figure of fewer persons than the floor, and one where all or none have the outcome,
// since that says it of each of them. Hidden at second hand: whatever would let a reader compute a hidden figure from
// those that are shown (grid.close), or from how they changed (release.close). Statistics Norway and the Directorate for
// Education work the same way, with floors of 3 to 5.
//
// A reader is taken to know every denominator, since the size of a programme is public, and to solve every sum of the
// indicator at once. Not guarded against: a reader who knows the outcome of some persons already, who compares indicators
// with each other, who finds those who count in two periods by comparing their total with the sum, or who concludes from
// which figures are hidden. Nor is the number of unknown and immature persons a secret: it is no outcome.
func protect(figures []Figure, definitions []Definition, floor int, earlier ...Earlier) []Figure {
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
	of := map[told][]int{}
	for i, f := range figures {
		if _, ok := protected[f.Indicator]; ok {
			of[f.told()] = append(of[f.told()], i)
			if f.Kind == Rate && f.Value.Given() && f.Denominator.Float() < fewestForPercent {
				f.Value, f.Low, f.High, f.Sign = Number{}, Number{}, Number{}, Hidden // the counts stay
			}
			if f.Kind == Duration {
				f = f.blunt()
			}
		}
		shown[i] = f
	}
	var wait sync.WaitGroup // no indicator knows of another, and beside many earlier editions there is much to solve
	for told, places := range of {
		wait.Go(func() {
			figuresOf := make([]Figure, len(places))
			for i, place := range places {
				figuresOf[i] = figures[place]
			}
			for i, hidden := range hide(protected[told.indicator], figuresOf, floor, earlier) {
				if hidden {
					shown[places[i]] = shown[places[i]].hide()
				}
			}
		})
	}
	wait.Wait()
	return shown
}

// told is what figures must share to be parts of each other: an indicator, in one region.
type told struct{ indicator, region string }

func (c Cell) told() told { return told{c.Indicator, c.Region} }

// hide says of each figure of one indicator whether it must be hidden.
func hide(definition Definition, figures []Figure, floor int, earlier []Earlier) []bool {
	hidden := make([]bool, len(figures))
	for i, f := range figures {
		hidden[i] = revealing(definition.Kind, f.Numerator.Float(), f.Denominator.Float(), floor) || f.Kind == Duration && f.isCertain()
	}
	var known [][]counted
	for _, e := range earlier { // of editions that say the same of this indicator, one is enough
		now := e.of(definition, figures)
		if len(now) > 0 && !slices.ContainsFunc(known, func(then []counted) bool { return slices.Equal(then, now) }) {
			known = append(known, now)
		}
	}
	newRelease(definition, figures, hidden, floor, known...).close()
	return hidden
}

// revealing says whether k of n by themselves tell too much about the n persons.
func revealing(kind Kind, k, n float64, floor int) bool {
	if !kind.addsUp() {
		return n > 0 && n < float64(floor)
	}
	return n > 0 && (n < float64(floor) || k <= 0 || k == n)
}

// blunt rounds the value of a curve and its interval to a tenth of a percentage point: the digits of a product of shares would
// tell in which order the persons left.
func (f Figure) blunt() Figure {
	for _, n := range []*Number{&f.Value, &f.Low, &f.High} {
		if v, ok := n.Get(); ok {
			*n = Of(math.Round(1000*v) / 1000)
		}
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
