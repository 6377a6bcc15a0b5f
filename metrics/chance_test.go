package metrics_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"bolyst/metrics"
)

func TestChanceOfATarget(t *testing.T) {
	for _, c := range []struct {
		k, n, target float64
		want         string
		why          string
	}{
		{10, 20, 0.5, "0.5", "as much above as below, by symmetry"},
		// Beta(1.5, 0.5): P(p ≥ x) = 1 − (2/π)(arcsin √x − √(x(1−x))); at ½: 1 − (2/π)(π/4 − ½) = ½ + 1/π.
		{1, 1, 0.5, "0.818310", "one of one: ½ + 1/π"},
		{0, 1, 0.5, "0.181690", "none of one: ½ − 1/π"},
		{17, 30, 0, "1", "every rate is at least nothing"},
		{30, 30, 1, "0", "no rate is exactly all"},
		{0, 0, 0.5, "none", "nobody counts"},
		{3, 2, 0.5, "none", "cannot be"},
		{1, 2, math.NaN(), "none", "no target"},
	} {
		if got := metrics.ChanceAtLeast(c.k, c.n, c.target); !about(got, c.want) {
			t.Errorf("%v of %v, target %v (%s): got %v, want %v", c.k, c.n, c.target, c.why, text(got), c.want)
		}
	}
}

// TestProportionsAgreeWithR holds the chance and, since R has it on the same rows, the Wilson interval.
func TestProportionsAgreeWithR(t *testing.T) {
	agrees := &agreement{t: t}
	for _, r := range rTable(t, "proportion") {
		k, n := r.float(t, "k"), r.float(t, "n")
		place := r["k"] + " of " + r["n"]
		low, high := metrics.Wilson(k, n)
		agrees.check(place+", Wilson low", low, r.number(t, "low"))
		agrees.check(place+", Wilson high", high, r.number(t, "high"))
		agrees.check(place+", chance of "+r["target"], metrics.ChanceAtLeast(k, n, r.float(t, "target")), r.number(t, "chance"))
	}
	agrees.report()
}

func TestHigherTargetIsNeverMoreProbable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 500).Draw(t, "n")
		k := rapid.IntRange(0, n).Draw(t, "k")
		low := rapid.Float64Range(0, 1).Draw(t, "low")
		high := rapid.Float64Range(low, 1).Draw(t, "high")
		a, b := metrics.ChanceAtLeast(float64(k), float64(n), low), metrics.ChanceAtLeast(float64(k), float64(n), high)
		if a.Float() < b.Float()-1e-12 || a.Float() > 1 || b.Float() < 0 {
			t.Fatalf("%d of %d: got %v of %v and %v of %v", k, n, text(a), low, text(b), high)
		}
	})
}

func TestPaceNeeded(t *testing.T) {
	for _, c := range []struct {
		now, target metrics.Number
		years       float64
		want        string
		why         string
	}{
		{metrics.Of(0.60), metrics.Of(0.72), 3, "0.04", "four points a year"},
		{metrics.Of(20), metrics.Of(16), 2, "-2", "two fewer a year"},
		{metrics.Of(0.7), metrics.Of(0.7), 1, "0", "it is there"},
		{metrics.Of(0.6), metrics.Of(0.7), 0, "none", "no time left"},
		{metrics.Number{}, metrics.Of(0.7), 1, "none", "no value"},
		{metrics.Of(0.6), metrics.Number{}, 1, "none", "no target"},
	} {
		if got := metrics.PaceNeeded(c.now, c.target, c.years); !about(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.why, text(got), c.want)
		}
	}
}
