package metrics

import (
	"math"
	"slices"
)

// Spread says whether programmes differ by more than chance alone would make them.
type Spread struct {
	Phi  Number `json:"phi"`  // mean squared distance from the centre, in units of chance: about 1 when there is nothing else
	Tau2 Number `json:"tau2"` // variance between programmes beyond chance, on the scale of arcsin √share
	Note string `json:"note"` // key of the sentence that stands below the plot
}

// The notes of a Spread: keys of the words of a page.
const (
	SpreadTooFew   = "funnel_spread_too_few" // too few programmes to tell
	SpreadChance   = "funnel_spread_chance"  // no more than chance
	SpreadEnds     = "funnel_spread_ends"    // single ones do, and the others together no more than chance
	SpreadBeyond   = "funnel_spread_beyond"  // more than chance: the limits are drawn as they are, and more lie outside
	fewestToSpread = 3                       // programmes
	winsorised     = 0.1                     // at each end
)

// SpreadOf returns the over-dispersion of the programmes about the rate theta, 0 to 1. Programmes without persons do not
// count; of fewer than three, or when theta is not between 0 and 1, both numbers are absent. The limits of the plot are never
// widened by it: a page prints the note, and the reader knows that the programmes differ in more than luck.
//
// y = arcsin √(k/n), s = 1/(2√n), z = (y − arcsin √θ)/s; the outermost tenth at each end is drawn in to the quantile there
// (R's type 7); φ = Σz²/m over m programmes; τ² = max(0, (mφ − (m − 1))/(Σw − Σw²/Σw)) with w = 1/s²; Spiegelhalter (2005),
// Qual. Saf. Health Care 14: 347–351, and DerSimonian and Laird (1986), Control. Clin. Trials 7: 177–188. By chance alone
// mφ is about χ² with m degrees of freedom, so φ has mean 1 and standard deviation √(2/m): over-dispersed is what lies more
// than two of these above 1. Drawing in the ends makes that cautious.
func SpreadOf(points []FunnelPoint, theta float64) Spread {
	var z []float64
	sum, squares := 0.0, 0.0 // of the weights
	for _, p := range points {
		if p.N < 1 || p.K < 0 || p.K > p.N {
			continue
		}
		n := float64(p.N)
		z = append(z, (math.Asin(math.Sqrt(float64(p.K)/n))-math.Asin(math.Sqrt(theta)))*2*math.Sqrt(n))
		sum, squares = sum+4*n, squares+16*n*n
	}
	if len(z) < fewestToSpread || !(theta > 0 && theta < 1) {
		return Spread{Note: SpreadTooFew}
	}
	slices.Sort(z)
	low, high := quantile(z, winsorised), quantile(z, 1-winsorised)
	m, phi := float64(len(z)), 0.0
	for _, v := range z {
		drawnIn := math.Min(math.Max(v, low), high)
		phi += drawnIn * drawnIn / m
	}
	spread := Spread{Phi: Of(phi), Tau2: Of(math.Max(0, (m*phi-(m-1))/(sum-squares/sum))), Note: SpreadChance}
	if phi > 1+2*math.Sqrt(2/m) {
		spread.Note = SpreadBeyond
	}
	return spread
}

// quantile returns the point of the sorted values below which the share p lies, on a line between neighbours.
func quantile(sorted []float64, p float64) float64 {
	at := p * float64(len(sorted)-1)
	i := min(int(at), len(sorted)-2)
	return sorted[i] + (at-float64(i))*(sorted[i+1]-sorted[i])
}
