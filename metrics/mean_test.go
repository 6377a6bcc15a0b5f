package metrics_test

import (
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"bolyst/metrics"
)

func TestMeanByHand(t *testing.T) {
	for _, c := range []struct {
		values                 []float64
		mean, error, low, high string
		hand                   string
	}{
		// Mean 4, squares 4+1+0+1+4 = 10, s² = 10/4, error √(2.5/5) = 0.7071, t(4) = 2.7764 (tables): 4 ± 1.9632.
		{[]float64{2, 3, 4, 5, 6}, "4", "0.7071", "2.0368", "5.9632", "five scores"},
		// Two scores: t(1) = 12.706: 4.5 ± 12.706·0.5.
		{[]float64{4, 5}, "4.5", "0.5", "-1.853", "10.853", "two scores say nearly nothing"},
		{[]float64{5}, "5", "none", "none", "none", "one has no interval"},
		{nil, "none", "none", "none", "none", "nobody"},
		{[]float64{0.1, 0.1, 0.1}, "0.1", "none", "none", "none", "all the same"},
	} {
		got := metrics.Mean(c.values)
		if !about(got.Value, c.mean) || !about(got.Error, c.error) || !about(got.Low, c.low) || !about(got.High, c.high) {
			t.Errorf("%s: got %v, error %v, %v–%v, want %v, error %v, %v–%v", c.hand,
				text(got.Value), text(got.Error), text(got.Low), text(got.High), c.mean, c.error, c.low, c.high)
		}
	}
}

func TestMeansAgreeWithR(t *testing.T) {
	valuesOf := rSets(t, "mean_values")
	agrees := &agreement{t: t}
	for _, r := range rTable(t, "mean_intervals") {
		var values []float64
		for _, v := range valuesOf[r["set"]] {
			values = append(values, v.float(t, "value"))
		}
		got := metrics.Mean(values)
		place := "set " + r["set"]
		agrees.check(place+", mean", got.Value, r.number(t, "mean"))
		agrees.check(place+", error", got.Error, r.number(t, "error"))
		agrees.check(place+", low", got.Low, r.number(t, "low"))
		agrees.check(place+", high", got.High, r.number(t, "high"))
		if set, _ := strconv.Atoi(r["set"]); set%2 == 0 { // scores, whose sums are exact
			sum, squares := 0.0, 0.0
			for _, v := range values {
				sum, squares = sum+v, squares+v*v
			}
			got := metrics.MeanOfSums(float64(len(values)), sum, squares)
			agrees.check(place+", low from sums", got.Low, r.number(t, "low"))
			agrees.check(place+", high from sums", got.High, r.number(t, "high"))
		}
	}
	agrees.report()
}

func TestMeanLiesWithinItsInterval(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		got := metrics.Mean(rapid.SliceOfN(rapid.Float64Range(-1e6, 1e6), 2, 20).Draw(t, "values"))
		if got.Low.Given() && !(got.Low.Float() <= got.Value.Float() && got.Value.Float() <= got.High.Float()) {
			t.Fatalf("got %+v", got)
		}
	})
}
