package metrics

import (
	"cmp"
	"maps"
	"slices"
)

// fewestForPercent is the smallest denominator of which a board or a centre is shown a percentage. Below it one person
// moves the rate by more than ten points, and the counts say the same without pretending.
const fewestForPercent = 10

// protect hides what an audience with this floor must not see. A floor of 1 hides nothing: the staff already hold the rows.
//
// Hidden at first hand: a protected figure of fewer persons than the floor, and one where all or none have the outcome,
// since that says it of each of them. Hidden at second hand: whatever would let a reader compute a hidden figure from the
// totals that are shown. Statistics Norway and the Directorate for Education work the same way, with floors of 3 to 5.
func protect(figures []Figure, definitions []Definition, floor int) []Figure {
	if floor <= 1 {
		return figures
	}
	protected := map[string]bool{}
	for _, definition := range definitions {
		protected[definition.ID] = definition.Protected
	}
	byIndicator := map[string]grid{}
	for _, f := range figures {
		if protected[f.Indicator] {
			g := byIndicator[f.Indicator]
			byIndicator[f.Indicator] = append(g, &protection{Figure: f, hidden: revealing(f, floor)})
		}
	}
	hidden := map[Cell]bool{}
	for _, g := range byIndicator {
		g.closeBackDoors()
		for _, p := range g {
			hidden[p.Cell] = p.hidden
		}
	}
	shown := make([]Figure, len(figures))
	for i, f := range figures {
		switch {
		case hidden[f.Cell]:
			f = f.hide()
		case protected[f.Indicator] && f.Kind == Rate && f.Value.Given() && f.Denominator.Float() < fewestForPercent:
			f.Value, f.Low, f.High, f.Sign = Number{}, Number{}, Number{}, Hidden // the counts stay
		}
		shown[i] = f
	}
	return shown
}

// revealing says whether a figure by itself tells too much about the persons in it.
func revealing(f Figure, floor int) bool {
	k, n := f.Numerator.Float(), f.Denominator.Float()
	if f.Kind == Score || f.Kind == Breadth || f.Kind == Duration {
		return n > 0 && n < float64(floor)
	}
	return n > 0 && (n < float64(floor) || k == 0 || k == n)
}

// protection is a figure on its way to an audience.
type protection struct {
	Figure
	hidden bool
}

// grid holds the figures of one indicator: programmes × periods with their totals.
type grid []*protection

// closeBackDoors hides further figures until no sum of the grid gives a hidden one back. The smallest goes first, so that
// totals stay as long as they can.
func (g grid) closeBackDoors() {
	for {
		changed := false
		for _, sum := range g.sums() {
			if next := sum.leak(); next != nil {
				next.hidden, changed = true, true
			}
		}
		if !changed {
			return
		}
	}
}

// sum is one equation that a reader can solve: the parts add up to the whole.
type sum struct {
	whole *protection
	parts []*protection
}

// sums lists the equations of the grid: a programme's periods add up to its total, the programmes of a period to the
// period's total, and the categories of a breakdown to the figure that is broken down.
func (g grid) sums() []sum {
	var sums []sum
	for _, whole := range g {
		if whole.Kind == Duration || whole.Kind == Breadth {
			continue // nothing in a curve, or in how varied a group is, adds up
		}
		var periods, programmes []*protection
		categories := map[string][]*protection{}
		for _, part := range g {
			if part.Denominator.Float() == 0 {
				continue
			}
			if whole.Breakdown == "" && part.Breakdown != "" && part.Programme == whole.Programme && part.Period == whole.Period {
				categories[part.Breakdown] = append(categories[part.Breakdown], part)
			}
			if part.Breakdown != whole.Breakdown || part.Category != whole.Category {
				continue
			}
			if whole.Period == All && part.Period != All && part.Programme == whole.Programme {
				periods = append(periods, part)
			}
			if whole.Programme == All && part.Programme != All && part.Period == whole.Period {
				programmes = append(programmes, part)
			}
		}
		groups := [][]*protection{periods, programmes}
		for _, breakdown := range slices.Sorted(maps.Keys(categories)) {
			groups = append(groups, categories[breakdown])
		}
		for _, parts := range groups {
			if len(parts) > 0 {
				slices.SortStableFunc(parts, func(a, b *protection) int {
					return cmp.Or(cmp.Compare(a.Denominator.Float(), b.Denominator.Float()),
						cmp.Compare(a.Period, b.Period), cmp.Compare(a.Programme, b.Programme),
						cmp.Compare(a.Category, b.Category))
				})
				sums = append(sums, sum{whole, parts})
			}
		}
	}
	return sums
}

// leak returns the figure to hide next, or nil when the equation gives nothing away.
func (s sum) leak() *protection {
	var hidden, shown []*protection
	var k, n float64
	for _, part := range s.parts {
		if part.hidden {
			hidden = append(hidden, part)
			k, n = k+part.Numerator.Float(), n+part.Denominator.Float()
		} else {
			shown = append(shown, part)
		}
	}
	if len(hidden) == 0 {
		if s.whole.hidden { // all parts shown: they add up to it
			return shown[0]
		}
		return nil
	}
	// One unknown in one equation is solved. So are several when none, or all, of their persons have the outcome.
	if s.whole.hidden || (len(hidden) > 1 && (s.whole.Kind != Rate || k > 0 && k < n)) {
		return nil
	}
	if len(shown) > 0 {
		return shown[0]
	}
	return s.whole
}
