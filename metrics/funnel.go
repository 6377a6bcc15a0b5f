package metrics

import (
	"math"
	"sort"

	"gonum.org/v1/gonum/stat/distuv"
)

// FunnelPoint is one programme on a funnel plot: k of its n persons have the outcome.
type FunnelPoint struct {
	Programme string `json:"programme"`
	K         int    `json:"k"`
	N         int    `json:"n"`
}

// FunnelCentre returns the rate, 0 to 1, of all programmes together, from their persons and not from their rates. It is
// absent when nobody counts. Only programmes with the same definition may be put together.
func FunnelCentre(points []FunnelPoint) Number {
	k, n := 0, 0
	for _, p := range points {
		k, n = k+p.K, n+p.N
	}
	return Of(float64(k) / float64(n)) // of nobody: no number
}

// FunnelLimits are the shares, 0 to 1, between which a programme of N persons would lie if its rate were the centre.
// All four are absent when N is under 1 or the centre is not a share.
type FunnelLimits struct {
	N       int    `json:"n"`
	Low998  Number `json:"low_998"` // 99.8 %
	Low95   Number `json:"low_95"`  // 95 %
	High95  Number `json:"high_95"`
	High998 Number `json:"high_998"`
}

// FunnelAt returns the exact binomial limits for n persons about the rate theta, 0 to 1.
//
// With r the smallest number for which F(r; n, θ) ≥ p, and α = (F(r) − p)/(F(r) − F(r − 1)), the limit is (r − α)/n, cut at
// 0 and 1, for p = 0.001, 0.025, 0.975 and 0.999; Spiegelhalter (2005), Statist. Med. 24: 1185–1202, as funnelcompar draws
// it. Others draw qbinom(p)/n, or turn the Wilson interval around: a page must name its limits. At rates near 1 the formula
// would put an upper limit under θ; it then is θ. The smoothed upper lines lie up to one person lower than a test would
// put them, so what is said of a point is said by FunnelPlace.
func FunnelAt(theta float64, n int) FunnelLimits {
	if n < 1 || !(theta >= 0 && theta <= 1) {
		return FunnelLimits{N: n}
	}
	at := func(p float64) float64 {
		f := distuv.Binomial{N: float64(n), P: theta}
		r := float64(sort.Search(n, func(r int) bool { return f.CDF(float64(r)) >= p }))
		alpha := (f.CDF(r) - p) / (f.CDF(r) - f.CDF(r-1))
		return (r - alpha) / float64(n)
	}
	return FunnelLimits{
		N:      n,
		Low998: Of(math.Max(0, math.Min(theta, at(0.001)))), Low95: Of(math.Max(0, math.Min(theta, at(0.025)))),
		High95: Of(math.Min(1, math.Max(theta, at(0.975)))), High998: Of(math.Min(1, math.Max(theta, at(0.999)))),
	}
}

// smooth is into how many parts the lines of a funnel are divided at most.
const smooth = 60

// FunnelCurve returns the limits from the fewest to the most persons, as lines to draw: for every number of them, or for about
// sixty that lie equally far apart.
func FunnelCurve(theta float64, fewest, most int) []FunnelLimits {
	var curve []FunnelLimits
	fewest = max(1, fewest)
	step := max(1, (most-fewest+smooth-1)/smooth)
	for n := fewest; n < most+step; n += step {
		curve = append(curve, FunnelAt(theta, min(n, most)))
	}
	return curve
}

// Place says where a programme lies against what chance alone would do about the centre.
type Place string

const (
	Inside95 Place = "inside_95" // nothing to explain
	Above95  Place = "above_95"  // between the limits of 95 % and 99.8 %: one in forty would by chance alone
	Below95  Place = "below_95"
	Above998 Place = "above_998" // outside 99.8 %: one in a thousand would by chance alone
	Below998 Place = "below_998"
	Nowhere  Place = "" // nobody counts, or the numbers cannot be
)

// FunnelPlace places k of n about the rate theta, 0 to 1, by the exact probability of as few, or of as many: below 95 % when
// P(X ≤ k) < 0.025, above when P(X ≥ k) < 0.025, and with 0.001 for 99.8 %. Downwards that is the drawn line of FunnelAt to
// the person. Upwards a point may lie just above the drawn line and be inside: 13 of 15 about 0.67 is drawn above 86.2 %, yet
// 13 or more come by chance one time in twelve. The probability decides, so that nobody is praised for chance.
func FunnelPlace(theta float64, k, n int) Place {
	if n < 1 || k < 0 || k > n || !(theta >= 0 && theta <= 1) {
		return Nowhere
	}
	few := distuv.Binomial{N: float64(n), P: theta}.CDF(float64(k))
	many := distuv.Binomial{N: float64(n), P: 1 - theta}.CDF(float64(n - k))
	switch {
	case few < 0.001:
		return Below998
	case many < 0.001:
		return Above998
	case few < 0.025:
		return Below95
	case many < 0.025:
		return Above95
	}
	return Inside95
}
