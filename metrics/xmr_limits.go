package metrics

import "math"

// ProcessLimits are the values between which a process that nothing has changed nearly always stays, in the unit of its
// readings. They are not cut where the unit ends: a share may have an upper limit over 1. All are absent while there are
// too few readings.
type ProcessLimits struct {
	Mean     Number `json:"mean"`
	Range    Number `json:"range"`    // mean moving range: how far a reading lies from the one before, on average
	Low      Number `json:"low"`      // Mean − 2.66 · Range
	High     Number `json:"high"`     // Mean + 2.66 · Range
	NearLow  Number `json:"near_low"` // two thirds of the way there
	NearHigh Number `json:"near_high"`
}

const (
	limitFactor = 2.66 // three standard deviations, a range of two being 1.128 of them on average: 3/1.128
	nearFactor  = 2 * limitFactor / 3
	// fewestRanges is four moving ranges, from five readings in a row: "useful limits may be constructed with as few as five
	// or six values", Wheeler (1993), Understanding Variation, p. 60.
	fewestRanges = 4
)

// LimitsOf returns the limits of all the readings given, oldest first, an absent value being a gap that no moving range goes
// across. They are absent with fewer than four moving ranges.
//
// mean ± 2.66 · mean |xᵢ − xᵢ₋₁|; Shewhart's limits for individual values as in Wheeler (1993). No reading is screened out,
// so an outlier widens them: a chart that hides nothing errs on the side of calling a change ordinary.
func LimitsOf(readings []Reading) ProcessLimits {
	total, known, ranges, count := 0.0, 0.0, 0.0, 0.0
	for i, r := range readings {
		if !r.Value.Given() {
			continue
		}
		total, known = total+r.Value.Float(), known+1
		if i > 0 && readings[i-1].Value.Given() {
			ranges, count = ranges+math.Abs(r.Value.Float()-readings[i-1].Value.Float()), count+1
		}
	}
	if count < fewestRanges {
		return ProcessLimits{}
	}
	mean, moving := total/known, ranges/count
	return ProcessLimits{
		Mean: Of(mean), Range: Of(moving),
		Low: Of(mean - limitFactor*moving), High: Of(mean + limitFactor*moving),
		NearLow: Of(mean - nearFactor*moving), NearHigh: Of(mean + nearFactor*moving),
	}
}
