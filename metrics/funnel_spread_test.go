package metrics_test

import (
	"testing"

	"pgregory.net/rapid"

	"bolyst/metrics"
)

func TestSpreadByHand(t *testing.T) {
	// z = (arcsin √p − π/4)·2√n. 20 of 25: arcsin √0.8 = 1.107149, z = 3.217506; 5 of 25: −3.217506; 6 of 12: 0. The point a
	// tenth from each end lies 0.2 of the way to the middle: ±2.574005. φ = 2·2.574005²/3 = 4.417. w = 100, 100, 48: τ² =
	// (3·4.417 − 2)/(248 − 22304/248) = 11.251/158.065 = 0.07118. And 4.4 is over 1 + 2√(2/3) = 2.63.
	far := metrics.SpreadOf([]metrics.FunnelPoint{{K: 20, N: 25}, {K: 5, N: 25}, {K: 6, N: 12}, {K: 0, N: 0}}, 0.5)
	if !about(far.Phi, "4.417") || !about(far.Tau2, "0.07118") || far.Note != metrics.SpreadBeyond {
		t.Errorf("got φ %v, τ² %v, %s, want 4.417, 0.07118, more than chance", text(far.Phi), text(far.Tau2), far.Note)
	}
	equal := metrics.SpreadOf([]metrics.FunnelPoint{{K: 20, N: 25}, {K: 5, N: 25}, {K: 25, N: 50}}, 0.5)
	if !about(equal.Phi, "4.417") {
		t.Errorf("got φ %v, want 4.417: a programme at the centre weighs the same whatever its size", text(equal.Phi))
	}
}

func TestSpreadSaysWhatItCan(t *testing.T) {
	alike := []metrics.FunnelPoint{{K: 10, N: 20}, {K: 11, N: 20}, {K: 9, N: 20}, {K: 20, N: 40}}
	if got := metrics.SpreadOf(alike, 0.5); got.Note != metrics.SpreadChance || !about(got.Tau2, "0") {
		t.Errorf("alike: got %+v, want chance and no variance beyond it", got)
	}
	for why, got := range map[string]metrics.Spread{
		"two programmes":         metrics.SpreadOf(alike[:2], 0.5),
		"nothing":                metrics.SpreadOf(nil, 0.5),
		"two with persons":       metrics.SpreadOf([]metrics.FunnelPoint{{K: 1, N: 2}, {K: 1, N: 2}, {}}, 0.5),
		"all have the outcome":   metrics.SpreadOf([]metrics.FunnelPoint{{K: 2, N: 2}, {K: 2, N: 2}, {K: 3, N: 3}}, 1),
		"a count that cannot be": metrics.SpreadOf([]metrics.FunnelPoint{{K: 2, N: 2}, {K: 1, N: 2}, {K: 4, N: 3}}, 0.5),
	} {
		if got != (metrics.Spread{Note: metrics.SpreadTooFew}) {
			t.Errorf("%s: got %+v, want too few", why, got)
		}
	}
}

func TestSpreadsAgreeWithR(t *testing.T) {
	pointsOf := rSets(t, "funnel_points")
	agrees := &agreement{t: t}
	for _, r := range rTable(t, "funnel_spreads") {
		var points []metrics.FunnelPoint
		for _, p := range pointsOf[r["set"]] {
			points = append(points, metrics.FunnelPoint{K: p.int(t, "k"), N: p.int(t, "n")})
		}
		centre := metrics.FunnelCentre(points)
		agrees.check("set "+r["set"]+", centre", centre, r.number(t, "theta"))
		got := metrics.SpreadOf(points, centre.Float())
		agrees.check("set "+r["set"]+", φ", got.Phi, r.number(t, "phi"))
		agrees.check("set "+r["set"]+", τ²", got.Tau2, r.number(t, "tau2"))
	}
	agrees.report()
}

func TestSpreadIsTheSameInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		points := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) metrics.FunnelPoint {
			n := rapid.IntRange(0, 50).Draw(t, "n")
			return metrics.FunnelPoint{K: rapid.IntRange(0, n).Draw(t, "k"), N: n}
		}), 0, 15).Draw(t, "points")
		got := metrics.SpreadOf(points, 0.5)
		other := metrics.SpreadOf(rapid.Permutation(points).Draw(t, "shuffled"), 0.5)
		if got.Note != other.Note || got.Phi.Given() && (got.Phi.Float() < 0 || got.Tau2.Float() < 0) {
			t.Fatalf("got %+v and %+v", got, other)
		}
	})
}
