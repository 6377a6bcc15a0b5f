package metrics

import "math"

// RestrictedMean returns the months that a person is in the region on average out of the first so many months after
// completion, with standard error and 95 % interval: "26 of the first 36 months". It is absent when nobody was followed
// that far while somebody may still be there, and the interval when there is no spread to make it from, because nobody
// left within the time or all left at once.
//
// It is the area under the curve up to there. Its variance is Σ A²·d/(n(n−d)), A being the area from each time of leaving
// onwards; Irwin (1949), J. Hygiene 47: 188–189, and Klein and Moeschberger (2003), Survival Analysis, section 4.5. The
// interval is mean ± z·error, cut at 0 and at the months asked for. R's summary(survfit(…), rmean = upTo) gives the same
// mean and error; beyond the longest spell it draws the curve on as it was, which we do not.
func (c Curve) RestrictedMean(upTo float64) Estimate {
	if len(c.Steps) == 0 || !(upTo > 0) || math.IsInf(upTo, 1) || upTo > c.reach() {
		return Estimate{}
	}
	mean, variance := 0.0, 0.0
	end := upTo
	for i := len(c.Steps) - 1; i >= 0; i-- { // from the end, so that mean is the area after the step
		step := c.Steps[i]
		if step.Months > upTo {
			continue
		}
		mean += step.Survival * (end - step.Months)
		if n, d := float64(step.AtRisk), float64(step.Left); d < n {
			variance += mean * mean * d / (n * (n - d))
		}
		end = step.Months
	}
	mean += end
	estimate := Estimate{Value: Of(mean), Error: Of(math.Sqrt(variance))}
	if variance > 0 {
		spread := z95 * math.Sqrt(variance)
		estimate.Low, estimate.High = Of(math.Max(0, mean-spread)), Of(math.Min(upTo, mean+spread))
	}
	return estimate
}
