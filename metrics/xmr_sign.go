package metrics

import "math"

// Variation says what the last point with a value tells: chance, or a change, and whether that is for the better.
type Variation string

const (
	VariationTooFew Variation = "variation_too_few" // no limits yet, so nothing can be said
	CommonCause     Variation = "common_cause"      // ordinary ups and downs: do not explain them
	ImprovementHigh Variation = "improvement_high"  // higher, which is better
	ImprovementLow  Variation = "improvement_low"
	ConcernHigh     Variation = "concern_high" // higher, which is worse
	ConcernLow      Variation = "concern_low"
	NeutralHigh     Variation = "neutral_high" // higher, which is neither
	NeutralLow      Variation = "neutral_low"
)

// Assurance says what may be expected of the target if the process goes on as it is.
type Assurance string

const (
	AssuranceTooFew Assurance = "assurance_too_few" // no limits yet
	NoTarget        Assurance = "no_target"         // none is agreed
	NoDirection     Assurance = "no_direction"      // neither higher nor lower is better, so a target is not hit from one side
	AlwaysHit       Assurance = "always_hit"        // even an ordinarily bad reading is at the target or better
	NeverHit        Assurance = "never_hit"         // even an ordinarily good reading is not: the process must change
	HitAndMiss      Assurance = "hit_and_miss"      // chance decides
)

// variation reads the last point with a value. Where the limits are trial limits so is the sign.
func (p Process) variation(direction string) Variation {
	for i := len(p.Points) - 1; i >= 0; i-- {
		point := p.Points[i]
		switch {
		case !point.Value.Given():
			continue
		case !p.Parts[point.Part].Limits.Mean.Given():
			return VariationTooFew
		case point.Signal == Ordinary:
			return CommonCause
		case direction == "none" && point.High:
			return NeutralHigh
		case direction == "none":
			return NeutralLow
		case direction == "up" && point.High:
			return ImprovementHigh
		case direction == "up":
			return ConcernLow
		case point.High:
			return ConcernHigh
		}
		return ImprovementLow
	}
	return VariationTooFew
}

// assurance compares the target with the limits of the last part.
func (p Process) assurance(direction string, target Number) Assurance {
	switch {
	case !target.Given():
		return NoTarget
	case direction == "none":
		return NoDirection
	case len(p.Parts) == 0 || !p.Parts[len(p.Parts)-1].Limits.Mean.Given():
		return AssuranceTooFew
	}
	limits := p.Parts[len(p.Parts)-1].Limits
	worst, best := limits.Low.Float()-target.Float(), limits.High.Float()-target.Float() // how far on the good side
	if direction == "down" {
		worst, best = target.Float()-limits.High.Float(), target.Float()-limits.Low.Float()
	}
	slack := rounding * math.Abs(target.Float())
	switch {
	case worst >= -slack:
		return AlwaysHit
	case best < -slack:
		return NeverHit
	}
	return HitAndMiss
}
