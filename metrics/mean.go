package metrics

import (
	"math"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
)

// Mean returns the mean of the values, such as the scores of placements, with its standard error and a 95 % interval, in
// the unit of the values. Of nobody it is absent; of one value, or of values that are all the same, it has no error and no
// interval, since they tell nothing of how others would differ.
//
// mean ± t·s/√n, t being the 97.5 % point of Student's distribution with n − 1 degrees of freedom; Student (1908),
// Biometrika 6: 1–25. R's t.test gives the same, and refuses values that are all the same, too.
func Mean(values []float64) Estimate {
	n := float64(len(values))
	if n == 0 {
		return Estimate{}
	}
	if n == 1 {
		return Estimate{Value: Of(values[0])}
	}
	mean, deviation := stat.MeanStdDev(values, nil)
	err := deviation / math.Sqrt(n)
	if err <= 1e-14*math.Abs(mean) { // the rounding of equal values
		return Estimate{Value: Of(mean)}
	}
	spread := err * studentQuantile(n-1)
	return Estimate{Value: Of(mean), Error: Of(err), Low: Of(mean - spread), High: Of(mean + spread)}
}

// studentQuantile returns the 97.5 % point of Student's distribution.
func studentQuantile(degrees float64) float64 {
	return distuv.StudentsT{Sigma: 1, Nu: degrees}.Quantile(0.975)
}

// MeanOfSums returns the same from how many values there are, their sum and the sum of their squares.
func MeanOfSums(n, sum, squares float64) Estimate {
	if n == 0 {
		return Estimate{}
	}
	mean := sum / n
	if n == 1 {
		return Estimate{Value: Of(mean)}
	}
	err := math.Sqrt(math.Max(0, squares-n*mean*mean) / (n - 1) / n)
	if err <= 1e-8*math.Abs(mean) { // what is left of equal values when their squares are subtracted
		return Estimate{Value: Of(mean)}
	}
	spread := err * studentQuantile(n-1)
	return Estimate{Value: Of(mean), Error: Of(err), Low: Of(mean - spread), High: Of(mean + spread)}
}
