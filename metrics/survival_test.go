package metrics_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"bolyst/metrics"
)

// spells reads months, with a minus before those of whom the person was last heard of, still in the region.
func spells(months ...float64) (spells []metrics.Spell) {
	for _, m := range months {
		spells = append(spells, metrics.Spell{Months: math.Abs(m), Left: !math.Signbit(m)})
	}
	return spells
}

// tenTrainees are months 12, 14*, 20, 24*, 24, 30, 36* ×4; * is censored.
var tenTrainees = spells(12, -14, 20, -24, 24, 30, -36, -36, -36, -36)

func TestCurveOfTenTrainees(t *testing.T) {
	curve := metrics.KaplanMeier(tenTrainees)
	for _, c := range []struct {
		months                    float64
		atRisk                    int
		survival, low, high, hand string
	}{
		{0, 10, "1", "none", "none", "before anybody left"},
		{12, 10, "0.900", "0.473", "0.985", "9/10"},
		{14, 9, "0.900", "0.473", "0.985", "last heard of, nobody left"},
		{19.9, 8, "0.900", "0.473", "0.985", "as at 12"},
		{20, 8, "0.7875", "0.381", "0.943", "9/10 · 7/8"},
		{24, 7, "0.6750", "0.291", "0.882", "· 6/7: seven at risk, the one last heard of at 24 among them"},
		{30, 5, "0.540", "0.181", "0.801", "· 4/5"},
		{36, 4, "0.540", "0.181", "0.801", "four still there"},
		{36.1, 0, "none", "none", "none", "nobody was followed so far"},
	} {
		survival, low, high := curve.At(c.months)
		if !about(survival, c.survival) || !about(low, c.low) || !about(high, c.high) {
			t.Errorf("at %v (%s): got %v, %v–%v, want %v, %v–%v", c.months, c.hand, text(survival), text(low), text(high), c.survival, c.low, c.high)
		}
		if got := curve.AtRisk(c.months); got != c.atRisk {
			t.Errorf("at risk at %v: got %d, want %d", c.months, got, c.atRisk)
		}
	}
}

// TestCurveOfFreireich has the treated group of Freireich (1963), the example of most textbooks; Kalbfleisch and Prentice print
// its curve: 0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448.
func TestCurveOfFreireich(t *testing.T) {
	curve := metrics.KaplanMeier(freireichTreated)
	for months, want := range map[float64]string{6: "0.857", 7: "0.807", 10: "0.753", 13: "0.690", 16: "0.627", 22: "0.538", 23: "0.448"} {
		if survival, _, _ := curve.At(months); !about(survival, want) {
			t.Errorf("at %v: got %v, want %v", months, text(survival), want)
		}
	}
	if median := curve.Median(); !about(median.Value, "23") || !about(median.Low, "13") || median.High.Given() {
		t.Errorf("median: got %+v, want 23, from 13, without upper limit", median)
	}
}

func TestCurveAtItsEdges(t *testing.T) {
	nobody := metrics.KaplanMeier(nil)
	if survival, _, _ := nobody.At(0); len(nobody.Steps) != 0 || survival.Given() || nobody.AtRisk(0) != 0 || nobody.Median() != (metrics.Estimate{}) || nobody.RestrictedMean(12) != (metrics.Estimate{}) {
		t.Errorf("nobody: got %+v, want nothing said", nobody)
	}

	noneLeft := metrics.KaplanMeier(spells(-10, -24))
	survival, low, high := noneLeft.At(24)
	if !about(survival, "1") || low.Given() || high.Given() || noneLeft.Median() != (metrics.Estimate{}) {
		t.Errorf("nobody leaves: got %v, %v–%v, want 1 without interval or median", text(survival), text(low), text(high))
	}
	if mean := noneLeft.RestrictedMean(24); !about(mean.Value, "24") || !about(mean.Error, "0") || mean.Low.Given() {
		t.Errorf("nobody leaves: restricted mean got %+v, want 24 without interval", mean)
	}

	allAtOnce := metrics.KaplanMeier(spells(6, 6, 6))
	survival, low, high = allAtOnce.At(100)
	if !about(survival, "0") || low.Given() || high.Given() {
		t.Errorf("all leave at once: got %v, %v–%v, want 0 without interval, for ever", text(survival), text(low), text(high))
	}
	if median := allAtOnce.Median(); !about(median.Value, "6") || median.Low.Given() || median.High.Given() {
		t.Errorf("all leave at once: median got %+v, want 6 without interval", median)
	}
	if mean := allAtOnce.RestrictedMean(36); !about(mean.Value, "6") || !about(mean.Error, "0") || mean.Low.Given() {
		t.Errorf("all leave at once: restricted mean got %+v, want 6 without interval", mean)
	}
}

func TestLeavingComesBeforeBeingLastHeardOf(t *testing.T) {
	first := metrics.KaplanMeier(spells(-6, 6, -6, -12)).Steps[0]
	if first.AtRisk != 4 || first.Left != 1 || first.Censored != 2 || first.Survival != 0.75 {
		t.Errorf("got %+v, want one of four to leave at 6: 0.75", first)
	}
}

func TestImpossibleSpellIsLeftOutAndCounted(t *testing.T) {
	curve := metrics.KaplanMeier(append(spells(6, -12), metrics.Spell{Months: -1, Left: true}, metrics.Spell{Months: math.NaN()}, metrics.Spell{Months: math.Inf(1)}))
	if curve.Persons != 2 || curve.Impossible != 3 {
		t.Errorf("got %d persons and %d impossible, want 2 and 3", curve.Persons, curve.Impossible)
	}
}

func TestMedianLiesInTheMiddleOfAStretchAtAHalf(t *testing.T) {
	for _, c := range []struct {
		spells []metrics.Spell
		want   string
		hand   string
	}{
		{spells(6, 12, 18, 24), "15", "a half from 12 until 18"},
		{spells(6, 12, -18, -24), "12", "a half from 12, and never lower"},
		{spells(6, 12, 18), "12", "a third at 12"},
		{spells(6, -12, -18), "none", "two thirds are still there"},
	} {
		if got := metrics.KaplanMeier(c.spells).Median().Value; !about(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.hand, text(got), c.want)
		}
	}
}

func TestRestrictedMeanIsTheAreaUnderTheCurve(t *testing.T) {
	curve := metrics.KaplanMeier(tenTrainees)
	// 12 + 8·0.9 + 4·0.7875 + 6·0.675 + 6·0.54 = 29.64 of 36 months.
	// Areas onwards of 12, 20, 24, 30: 17.64, 10.44, 7.29, 3.24; variance 17.64²/90 + 10.44²/56 + 7.29²/42 + 3.24²/20 =
	// 3.45744 + 1.94631 + 1.26534 + 0.52488 = 7.19397; error 2.68216; 29.64 ± 1.95996·2.68216 = 24.383–34.897.
	mean := curve.RestrictedMean(36)
	if !about(mean.Value, "29.64") || !about(mean.Error, "2.6822") || !about(mean.Low, "24.383") || !about(mean.High, "34.897") {
		t.Errorf("got %v, error %v, %v–%v", text(mean.Value), text(mean.Error), text(mean.Low), text(mean.High))
	}
	if early := curve.RestrictedMean(10); !about(early.Value, "10") || early.Low.Given() {
		t.Errorf("before anybody left: got %+v, want 10 without interval", early)
	}
	for _, months := range []float64{36.1, 0, -1, math.NaN(), math.Inf(1)} {
		if got := curve.RestrictedMean(months); got != (metrics.Estimate{}) {
			t.Errorf("up to %v: got %+v, want nothing", months, got)
		}
	}
}

func TestCurvesAgreeWithR(t *testing.T) {
	spellsOf, stepsOf, summaries := rSets(t, "survival_spells"), rSets(t, "survival_steps"), rSets(t, "survival_summary")
	agrees := &agreement{t: t}
	for set, rows := range spellsOf {
		var group []metrics.Spell
		for _, r := range rows {
			group = append(group, metrics.Spell{Months: r.float(t, "months"), Left: r["left"] == "1"})
		}
		curve := metrics.KaplanMeier(group)
		if len(curve.Steps) != len(stepsOf[set]) {
			t.Fatalf("set %s: got %d steps, want %d", set, len(curve.Steps), len(stepsOf[set]))
		}
		for i, r := range stepsOf[set] {
			step, place := curve.Steps[i], "set "+set+", month "+r["months"]
			if step.Months != r.float(t, "months") || step.AtRisk != r.int(t, "at_risk") || step.Left != r.int(t, "left") || step.Censored != r.int(t, "censored") {
				t.Errorf("%s: got %+v, want %v", place, step, r)
			}
			agrees.check(place+", survival", metrics.Of(step.Survival), r.number(t, "survival"))
			agrees.check(place+", low", step.Low, r.number(t, "low"))
			agrees.check(place+", high", step.High, r.number(t, "high"))
		}
		for _, r := range summaries[set] {
			place := "set " + set + ", up to " + r["up_to"]
			mean, median := curve.RestrictedMean(r.float(t, "up_to")), curve.Median()
			agrees.check(place+", restricted mean", mean.Value, r.number(t, "mean"))
			agrees.check(place+", its error", mean.Error, r.number(t, "error"))
			agrees.check(place+", median", median.Value, r.number(t, "median"))
			agrees.check(place+", median from", median.Low, r.number(t, "median_low"))
			agrees.check(place+", median to", median.High, r.number(t, "median_high"))
		}
	}
	agrees.report()
}

func anySpells(t *rapid.T, label string) []metrics.Spell {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) metrics.Spell {
		return metrics.Spell{Months: float64(rapid.IntRange(0, 40).Draw(t, "months")), Left: rapid.Bool().Draw(t, "left")}
	}), 0, 40).Draw(t, label)
}

func TestCurveNeverRisesAndLiesWithinItsInterval(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		group := anySpells(t, "spells")
		curve := metrics.KaplanMeier(group)
		last, persons := 1.0, 0
		for _, step := range curve.Steps {
			if step.Survival > last || step.Survival < 0 {
				t.Fatalf("at %v: got %v after %v", step.Months, step.Survival, last)
			}
			if step.Low.Given() && (step.Low.Float() > step.Survival || step.High.Float() < step.Survival || step.Low.Float() < 0 || step.High.Float() > 1) {
				t.Fatalf("at %v: got %v outside %v–%v", step.Months, step.Survival, text(step.Low), text(step.High))
			}
			last, persons = step.Survival, persons+step.Left+step.Censored
			if mean := curve.RestrictedMean(step.Months); mean.Value.Float() > step.Months+1e-9 ||
				mean.Low.Given() && (mean.Low.Float() > mean.Value.Float() || mean.High.Float() < mean.Value.Float()) {
				t.Fatalf("up to %v: got %+v", step.Months, mean)
			}
		}
		if persons != len(group) {
			t.Fatalf("got %d persons on the curve, want %d", persons, len(group))
		}
		if median := curve.Median(); median.Low.Float() > median.Value.Float() && median.Value.Given() || median.High.Given() && median.High.Float() < median.Value.Float() {
			t.Fatalf("median: got %+v", median)
		}
		shuffled := rapid.Permutation(group).Draw(t, "shuffled")
		if !slices.Equal(metrics.KaplanMeier(shuffled).Steps, curve.Steps) {
			t.Fatalf("another order gives another curve: %v", shuffled)
		}
	})
}
