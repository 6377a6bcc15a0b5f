package metrics

import "math"

// z95 is the 97.5 % point of the normal distribution.
const z95 = 1.959963984540054

// Wilson returns the 95 % score interval of k out of n as shares 0 to 1; both are absent when n is 0.
//
// (2k + z² ± z·√(z² + 4k(1 − k/n))) / (2(n + z²)), Wilson (1927), J. Am. Stat. Assoc. 22: 209–212, in the form that the
// Office for Health Improvement and Disparities uses for public health profiles. It holds its level at the small n of a
// cohort, where the textbook p ± z·√(p(1−p)/n) does not, and never leaves 0 to 1.
func Wilson(k, n float64) (low, high Number) {
	if n <= 0 || k < 0 || k > n {
		return Number{}, Number{}
	}
	const z2 = z95 * z95
	centre := 2*k + z2
	spread := z95 * math.Sqrt(z2+4*k*(1-k/n))
	scale := 2 * (n + z2)
	return Of(math.Max(0, (centre-spread)/scale)), Of(math.Min(1, (centre+spread)/scale))
}
