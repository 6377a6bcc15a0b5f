package metrics_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"bolyst/metrics"
)

func TestFunnelLimitsAboutTwoThirds(t *testing.T) {
	for _, c := range []struct {
		n                              int
		low998, low95, high95, high998 string // per cent, computed by hand for the evaluation's 67 %
	}{
		{15, "23.6", "38.8", "86.2", "97.3"},
		{30, "37.5", "47.8", "81.8", "89.7"},
		{53, "", "53.1", "78.5", ""},
		{110, "", "57.6", "75.2", ""},
	} {
		limits := metrics.FunnelAt(0.67, c.n)
		for i, limit := range []metrics.Number{limits.Low998, limits.Low95, limits.High95, limits.High998} {
			want := []string{c.low998, c.low95, c.high95, c.high998}[i]
			if got := metrics.Of(100 * limit.Float()); want != "" && !about(got, want) {
				t.Errorf("n %d, limit %d: got %v, want %v", c.n, i+1, text(got), want)
			}
		}
	}
}

func TestFunnelByHand(t *testing.T) {
	// n = 4, θ = ½: F = 1/16, 5/16, 11/16, 15/16, 1. For 0.025 r = 0, α = (1/16 − 0.025)/(1/16) = 0.6: −0.6/4, cut at 0.
	// For 0.975 r = 4, α = (1 − 0.975)/(1/16) = 0.4: 3.6/4. For 0.999 α = 0.016: 3.984/4.
	got := metrics.FunnelAt(0.5, 4)
	if !about(got.Low998, "0") || !about(got.Low95, "0") || !about(got.High95, "0.9") || !about(got.High998, "0.996") {
		t.Errorf("got %+v, want 0, 0, 0.9, 0.996", got)
	}
}

func TestFunnelAtItsEdges(t *testing.T) {
	for _, c := range []struct {
		theta float64
		n     int
	}{{0.5, 0}, {0.5, -3}, {-0.1, 5}, {1.1, 5}, {math.NaN(), 5}} {
		if got := metrics.FunnelAt(c.theta, c.n); got != (metrics.FunnelLimits{N: c.n}) {
			t.Errorf("θ %v, n %d: got %+v, want nothing", c.theta, c.n, got)
		}
		if got := metrics.FunnelPlace(c.theta, 0, c.n); got != metrics.Nowhere {
			t.Errorf("θ %v, n %d: got %q, want nowhere", c.theta, c.n, got)
		}
	}
	if got := metrics.FunnelAt(0, 5); !about(got.Low998, "0") || !about(got.High998, "0") {
		t.Errorf("θ 0: got %+v, want 0 to 0", got)
	}
	if got := metrics.FunnelAt(0.995, 5); !about(got.High95, "0.995") { // 0.9949 by the formula
		t.Errorf("θ 0.995: got %v, want no upper limit under θ", text(got.High95))
	}
	curve := metrics.FunnelCurve(0.67, 0, 30)
	if len(curve) != 30 || curve[0].N != 1 || curve[29] != metrics.FunnelAt(0.67, 30) {
		t.Errorf("got %d limits, want those of 1 to 30", len(curve))
	}
}

func TestPlaceOfAPublishedProgramme(t *testing.T) {
	for _, c := range []struct {
		programme string
		k, n      int
		want      metrics.Place
	}{
		{"KOM Trainee", 17, 30, metrics.Inside95},
		{"Romerike, were its definition the same", 7, 15, metrics.Inside95},
		{"drawn above the line of 86.2 %, but 13 or more come one time in twelve", 13, 15, metrics.Inside95},
		{"P(X ≥ 14) = 0.0207", 14, 15, metrics.Above95},
		{"P(X ≤ 5) = 0.0079: below 38.8 %", 5, 15, metrics.Below95},
		{"P(X ≤ 3) = 0.0003: below 23.6 %", 3, 15, metrics.Below998},
		{"P(X ≥ 29) = 0.0001", 29, 30, metrics.Above998},
		{"nobody", 0, 0, metrics.Nowhere},
		{"cannot be", 4, 3, metrics.Nowhere},
	} {
		if got := metrics.FunnelPlace(0.67, c.k, c.n); got != c.want {
			t.Errorf("%s, %d of %d: got %q, want %q", c.programme, c.k, c.n, got, c.want)
		}
	}
}

func TestFunnelCentreIsThatOfThePersons(t *testing.T) {
	got := metrics.FunnelCentre([]metrics.FunnelPoint{{Programme: "a", K: 1, N: 1}, {Programme: "b", K: 49, N: 99}})
	if !about(got, "0.5") { // not (100 % + 49 %)/2
		t.Errorf("got %v, want 0.5", text(got))
	}
	if got := metrics.FunnelCentre(nil); got.Given() {
		t.Errorf("nobody: got %v, want none", text(got))
	}
}

func TestFunnelsAgreeWithR(t *testing.T) {
	agrees := &agreement{t: t}
	for _, r := range rTable(t, "funnel_limits") {
		got, place := metrics.FunnelAt(r.float(t, "theta"), r.int(t, "n")), "θ "+r["theta"]+", n "+r["n"]
		agrees.check(place+", low 99.8", got.Low998, r.number(t, "low998"))
		agrees.check(place+", low 95", got.Low95, r.number(t, "low95"))
		agrees.check(place+", high 95", got.High95, r.number(t, "high95"))
		agrees.check(place+", high 99.8", got.High998, r.number(t, "high998"))
	}
	for _, r := range rTable(t, "funnel_places") {
		if got := metrics.FunnelPlace(r.float(t, "theta"), r.int(t, "k"), r.int(t, "n")); string(got) != r["place"] {
			t.Errorf("%v: got %q", r, got)
		}
	}
	agrees.report()
}

func TestFunnelLimitsHoldTheCentreBetweenThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		theta, n := rapid.Float64Range(0, 1).Draw(t, "theta"), rapid.IntRange(1, 2000).Draw(t, "n")
		l := metrics.FunnelAt(theta, n)
		order := []float64{0, l.Low998.Float(), l.Low95.Float(), theta, l.High95.Float(), l.High998.Float(), 1}
		for i := range order[1:] {
			if !l.Low998.Given() || order[i] > order[i+1] {
				t.Fatalf("θ %v, n %d: got %v", theta, n, order)
			}
		}
		// Downwards the drawn line and the exact probability say the same of every number of persons.
		k := rapid.IntRange(0, n).Draw(t, "k")
		place := metrics.FunnelPlace(theta, k, n)
		isBelow := place == metrics.Below95 || place == metrics.Below998
		if share := float64(k) / float64(n); math.Abs(share-l.Low95.Float()) > 1e-9 && isBelow != (share < l.Low95.Float()) {
			t.Fatalf("%d of %d about %v: got %q, drawn line %v", k, n, theta, place, text(l.Low95))
		}
	})
}
