package metrics

import (
	"math"
	"slices"
)

// For returns the change as the audience may be told it, and whether it may be told at all. A cause is told apart only when
// what it has done tells nothing of few persons; the rest are told as one, and that must hold for them together too, since
// anyone can take the others from the change. When nothing else will do, the causes are not told, and the change, which both
// editions show, stands alone.
//
// An audience with a floor is told the causes behind the headlines alone: of all programmes and periods. The causes behind
// the parts of a total could be subtracted from those behind it.
func (c Change) For(audience Audience, definition Definition) (Change, bool) {
	if audience.Floor <= 1 {
		return c, true
	}
	if !definition.IsFor(audience.Name) || c.After.Programme != All || c.After.Period != All || c.After.Breakdown != "" {
		return Change{}, false
	}
	if !definition.Protected || len(c.Parts) == 1 && c.Parts[0].Cause == Redefined {
		return c, true
	}
	if c.After.Kind == Ratio && !definition.follows() { // of rounded figures the parts would not add up to the change
		return Change{Before: c.Before, After: c.After}, true
	}
	var told []Part
	others := Part{Cause: Others}
	for _, part := range c.Parts {
		if part.isOfFew(c.After.Kind, audience.Floor) {
			others = others.with(part)
		} else {
			told = append(told, part)
		}
	}
	for others.Subjects > 0 && others.isOfFew(c.After.Kind, audience.Floor) && len(told) > 0 {
		fewest := slices.MinFunc(told, func(a, b Part) int { return a.Subjects - b.Subjects })
		told = slices.DeleteFunc(told, func(p Part) bool { return p.Cause == fewest.Cause })
		others = others.with(fewest)
	}
	if others.Subjects > 0 || !others.empty() {
		told = append(told, others)
	}
	guarded := Change{Before: c.Before, After: c.After, Parts: told}
	if len(told) == 1 && told[0].Cause == Others {
		guarded.Parts = nil
	}
	guarded.divide()
	return guarded, true
}

// isOfFew says whether the part tells what became of fewer persons than the floor, or of all that it is about.
func (p Part) isOfFew(kind Kind, floor int) bool {
	k, n := math.Abs(p.Numerator), math.Abs(p.Denominator)
	switch {
	case p.Subjects < floor:
		return true
	case n > 0:
		return revealing(kind, k, n, floor)
	}
	return kind.addsUp() && k >= float64(p.Subjects) // as many to the better as there are
}
