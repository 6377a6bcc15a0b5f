package metrics

import "math"

// halfway is how near to a half a share is a half; the curve multiplies fractions, and R's survfit allows as much.
const halfway = 1.5e-8

// Median returns the months after which half have left, with its 95 % interval, and is absent while more than half are
// still there. A limit that the curve does not reach is absent too: "at least 14 months" has a Low and no High.
//
// It is the first time at which the curve is at a half or below; where the curve lies at exactly a half until it falls
// again, the middle of that stretch. The limits are read off the limits of the curve in the same way; Brookmeyer and
// Crowley (1982), Biometrics 38: 29–41. The table that R's survfit prints has the same numbers.
func (c Curve) Median() Estimate {
	return Estimate{
		Value: c.halved(func(s Step) Number { return Of(s.Survival) }),
		Low:   c.halved(func(s Step) Number { return s.Low }),
		High:  c.halved(func(s Step) Number { return s.High }),
	}
}

// halved returns when the line falls to a half.
func (c Curve) halved(line func(Step) Number) Number {
	for i, step := range c.Steps {
		share, given := line(step).Get()
		if !given || share >= 0.5+halfway {
			continue
		}
		if math.Abs(share-0.5) < halfway {
			for _, later := range c.Steps[i:] {
				if next, given := line(later).Get(); given && next < share {
					return Of((step.Months + later.Months) / 2)
				}
			}
		}
		return Of(step.Months)
	}
	return Number{}
}
