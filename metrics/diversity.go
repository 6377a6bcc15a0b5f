package metrics

import "math"

// EffectiveNumber returns how many equally common categories would be as varied as these counts: 1 when all are in one
// category, and as many as there are categories when all are equally common. Ten applicants of whom eight studied the same
// and two something else make 1.65 fields. It is absent when nobody is counted, or a count is negative or no number.
//
// exp(−Σ p·ln p), the exponential of Shannon's entropy; Hill (1973), Ecology 54: 427–432, and Jost (2006), Oikos 113:
// 363–375. It is low for few persons whatever they chose, since five persons cannot have studied more than five fields.
func EffectiveNumber(counts []float64) Number {
	total := 0.0
	for _, n := range counts {
		if !(n >= 0) {
			return Number{}
		}
		total += n
	}
	if total == 0 {
		return Number{}
	}
	entropy := 0.0
	for _, n := range counts {
		if p := n / total; p > 0 {
			entropy -= p * math.Log(p)
		}
	}
	return Of(math.Exp(entropy))
}
