package metrics_test

import (
	"math"
	"testing"

	"bolyst/metrics"
)

func TestWilsonAgreesWithPublishedIntervals(t *testing.T) {
	for _, c := range []struct {
		k, n, low, high float64 // per cent, as published or computed by hand from the formula
	}{
		{130, 180, 65.3, 78.2}, // KOM Trainee 2009, well qualified
		{17, 30, 39.2, 72.6},   // live and work in the region, of all taken on
		{26, 30, 70.3, 94.7},
		{3, 5, 23.1, 88.2},
		{3, 3, 43.9, 100}, // never above 100
		{0, 5, 0, 43.4},   // never below 0
		{7, 15, 24.8, 69.9},
		{46, 53, 75.2, 93.5},
	} {
		low, high := metrics.Wilson(c.k, c.n)
		if math.Abs(100*low.Float()-c.low) > 0.05 || math.Abs(100*high.Float()-c.high) > 0.05 {
			t.Errorf("%v of %v: got %.2f–%.2f, want %v–%v", c.k, c.n, 100*low.Float(), 100*high.Float(), c.low, c.high)
		}
	}
}

func TestWilsonOfNobodyIsAbsent(t *testing.T) {
	for _, c := range [][2]float64{{0, 0}, {2, 1}, {-1, 4}} {
		if low, high := metrics.Wilson(c[0], c[1]); low.Given() || high.Given() {
			t.Errorf("%v of %v: got %v–%v, want none", c[0], c[1], low, high)
		}
	}
}
