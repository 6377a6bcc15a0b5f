package metrics

import "gonum.org/v1/gonum/mathext"

// ChanceAtLeast returns how probable it is, 0 to 1, that the rate behind k of n is at least the target (a share, 0 to 1);
// for an indicator where lower is better the chance of reaching the target is one minus it. It is absent when nobody
// counts, since it would then say nothing but what was assumed.
//
// P(p ≥ target) for p distributed as Beta(k + ½, n − k + ½): what is known of the rate after k of n when all was open before,
// in the form of Jeffreys (1946), Proc. R. Soc. A 186: 453–461; see Brown, Cai and DasGupta (2001), Statist. Sci. 16:
// 101–133. It speaks of the level behind the figure, as if those who come were like those who came. It is no forecast.
func ChanceAtLeast(k, n, target float64) Number {
	if !(n > 0 && k >= 0 && k <= n) {
		return Number{}
	}
	switch {
	case target <= 0:
		return Of(1)
	case target >= 1:
		return Of(0)
	case target > 0:
		// I(1 − x; b, a) = 1 − I(x; a, b), without losing the digits of a small chance.
		return Of(mathext.RegIncBeta(n-k+0.5, k+0.5, 1-target))
	}
	return Number{} // the target is no number
}

// PaceNeeded returns by how much the value must change each year to be at the target when the years are over, in the unit
// of the value: +0.04 is four percentage points a year. 0 says that it is there. Whether another sign than that of the
// indicator's direction means that the target is already passed is for the caller to say. It is absent without a value,
// a target or any time left.
func PaceNeeded(now, target Number, years float64) Number {
	if !now.Given() || !target.Given() || !(years > 0) {
		return Number{}
	}
	return Of((target.Float() - now.Float()) / years)
}
