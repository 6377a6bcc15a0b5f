package metrics_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"bolyst/metrics"
)

func TestEffectiveNumberByHand(t *testing.T) {
	for _, c := range []struct {
		counts []float64
		want   string
		hand   string
	}{
		{[]float64{5, 5, 5, 5}, "4", "four equally common fields"},
		{[]float64{10, 0, 0}, "1", "one field; empty ones do not count"},
		{[]float64{8, 2}, "1.6494", "exp(0.8·0.22314 + 0.2·1.60944) = exp(0.50040)"},
		{[]float64{1, 2, 1}, "2.8284", "exp(1.03972) = 2√2"},
		{[]float64{0, 0}, "none", "nobody"},
		{nil, "none", "nothing"},
		{[]float64{3, -1}, "none", "a count below nought"},
		{[]float64{3, math.NaN()}, "none", "no number"},
	} {
		if got := metrics.EffectiveNumber(c.counts); !about(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.hand, text(got), c.want)
		}
	}
}

func TestEffectiveNumberLiesBetweenOneAndAllCategories(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts := rapid.SliceOfN(rapid.Float64Range(0, 1000), 1, 20).Draw(t, "counts")
		if got, given := metrics.EffectiveNumber(counts).Get(); given && (got < 1-1e-9 || got > float64(len(counts))+1e-9) {
			t.Fatalf("got %v of %d categories", got, len(counts))
		}
	})
}
