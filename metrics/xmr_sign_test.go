package metrics_test

import (
	"testing"

	"bolyst/metrics"
)

// base has the limits 5 ± 5.32.
var base = []float64{4, 6, 4, 6, 4, 6, 4, 6, 4, 6, 4, 6}

func TestVariationSignIsThatOfTheLastReading(t *testing.T) {
	for _, c := range []struct {
		why       string
		readings  []float64
		direction string
		want      metrics.Variation
	}{
		{"ordinary", append(base[:12:12], 5), "up", metrics.CommonCause},
		{"high, and high is better", append(base[:12:12], 11), "up", metrics.ImprovementHigh},
		{"low, and high is better", append(base[:12:12], -1), "up", metrics.ConcernLow},
		{"high, and low is better", append(base[:12:12], 11), "down", metrics.ConcernHigh},
		{"low, and low is better", append(base[:12:12], -1), "down", metrics.ImprovementLow},
		{"high, and neither is better", append(base[:12:12], 11), "none", metrics.NeutralHigh},
		{"low, and neither is better", append(base[:12:12], -1), "none", metrics.NeutralLow},
		{"a trend tells by its way, not by where it ends", append(base[:12:12], 1, 1.6, 2, 2.4, 2.8, 3.2, 5.1), "up", metrics.ImprovementHigh},
		{"an outlier that is over is no longer the sign", append(base[:12:12], 11, 5), "up", metrics.CommonCause},
		{"the last with a value", append(base[:12:12], 11, gap), "up", metrics.ImprovementHigh},
		{"four readings", base[:4], "up", metrics.VariationTooFew},
		{"no reading", nil, "up", metrics.VariationTooFew},
	} {
		process, err := metrics.XmR(years(c.readings...), nil, c.direction, metrics.Number{})
		if err != nil || process.Variation != c.want {
			t.Errorf("%s: got %s (%v), want %s", c.why, process.Variation, err, c.want)
		}
	}
}

func TestAssuranceSignComparesTheTargetWithTheLimits(t *testing.T) {
	for _, c := range []struct {
		why       string
		readings  []float64
		direction string
		target    metrics.Number
		want      metrics.Assurance
	}{
		{"the lower limit is −0.32", base, "up", metrics.Of(-0.5), metrics.AlwaysHit},
		{"the upper limit is 10.32", base, "up", metrics.Of(10.5), metrics.NeverHit},
		{"between", base, "up", metrics.Of(5), metrics.HitAndMiss},
		{"low is better", base, "down", metrics.Of(10.5), metrics.AlwaysHit},
		{"low is better, and too low", base, "down", metrics.Of(-0.5), metrics.NeverHit},
		{"low is better, between", base, "down", metrics.Of(5), metrics.HitAndMiss},
		{"always at the target", []float64{0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1}, "up", metrics.Of(0.1), metrics.AlwaysHit},
		{"no target", base, "up", metrics.Number{}, metrics.NoTarget},
		{"no side is better", base, "none", metrics.Of(5), metrics.NoDirection},
		{"too few", base[:3], "up", metrics.Of(5), metrics.AssuranceTooFew},
		{"no reading", nil, "up", metrics.Of(5), metrics.AssuranceTooFew},
	} {
		process, err := metrics.XmR(years(c.readings...), nil, c.direction, c.target)
		if err != nil || process.Assurance != c.want {
			t.Errorf("%s: got %s (%v), want %s", c.why, process.Assurance, err, c.want)
		}
	}
}
