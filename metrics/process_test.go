package metrics_test

import (
	"fmt"
	"strings"
	"testing"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

// yearly gives KOM's applicants other numbers, from the year on.
func yearly(from int, numbers ...float64) metrics.Draft {
	draft := metricstest.KOM()
	var tallies []metrics.Tally
	for i, n := range numbers {
		if n < 0 {
			continue // a year without a figure
		}
		tallies = append(tallies, metrics.Tally{Indicator: "applicants", Programme: metrics.All, Period: fmt.Sprint(from + i), Numerator: n, Denominator: n})
	}
	draft.Tallies = tallies
	return draft
}

func TestProcessOfATableSaysItsSigns(t *testing.T) {
	draft := yearly(1998, 100, 110, 100, 110, 100, 110, 100, 110, 100, 110, 100, 110, 150)
	draft.Targets = []metrics.Target{{Indicator: "applicants", Programme: "kom", Period: metrics.Each, Value: 70}}
	process, ok := draft.For(staff).Process("applicants", metrics.All)
	if !ok || process.Variation != metrics.ImprovementHigh || process.Assurance != metrics.AlwaysHit { // 105 ± 26.6
		t.Fatalf("got %v, %s, %s", ok, process.Variation, process.Assurance)
	}
	want := "Endring til det bedre, oppover: tallet ligger utenfor det som er vanlig. Fortsetter det slik, nås måltallet hver gang."
	if got := process.Sentence(nb); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := process.Brief(nb); got != want { // no trial limits, and both worth a minute
		t.Errorf("in brief: got %q, want %q", got, want)
	}
}

func TestChangeByTrialLimitsIsNotForWhoHasAMinute(t *testing.T) {
	process, _ := yearly(2006, 7, 7, 7, 5, 4).For(staff).Process("applicants", metrics.All)
	if got := process.Brief(nb); got != "" || process.Variation != metrics.ConcernLow {
		t.Errorf("got %q of %s, want nothing of a change", got, process.Variation)
	}
}

func TestBreakInASeriesIsToldWithItsReason(t *testing.T) {
	draft := yearly(2000, 100, 110, 100, 110, 100, 200, 210, 200, 210, 200, 210)
	draft.Rebases = []metrics.RebaseOf{
		{Indicator: "applicants", Programme: "kom", Period: "2005", Reason: metrics.Words{"nb": "Nye opptaksfrister."}},
		{Indicator: "applicants", Programme: "kom", Period: "2015", Reason: metrics.Words{"nb": "Kommer."}}, // waits
	}
	process, ok := draft.For(staff).Process("applicants", metrics.All)
	if !ok || len(process.Parts) != 2 || process.Variation != metrics.CommonCause {
		t.Fatalf("got %v, %d parts, %s", ok, len(process.Parts), process.Variation)
	}
	want := "Vanlig variasjon: Tallene svinger ikke mer enn de pleier. Grensene er foreløpige: 6 av 12 perioder. Regnet på nytt fra 2005: Nye opptaksfrister."
	if got := process.Sentence(nb); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestYearWithoutAFigureIsAGapInTheProcess(t *testing.T) {
	process, ok := yearly(2006, 100, -1, 110, 120, 130).For(staff).Process("applicants", metrics.All)
	if !ok || len(process.Points) != 5 || process.Points[1].Period != "2007" || process.Points[1].Value.Given() {
		t.Errorf("got %v, want 2007 without a value", process.Points)
	}
	if process.Variation != metrics.VariationTooFew { // three moving ranges, none of them over the gap
		t.Errorf("got %s", process.Variation)
	}
}

func TestHiddenFigureIsAGapInTheProcess(t *testing.T) {
	process, ok := metricstest.KOM().For(board).Process("retained_of_hired", metrics.All)
	if !ok {
		t.Fatal("got no process")
	}
	for _, point := range process.Points { // all cohorts are of fewer than ten
		if point.Value.Given() {
			t.Errorf("%s: got %v, which the board is not shown", point.Period, point.Value)
		}
	}
}

func TestEverySignHasItsWords(t *testing.T) {
	for _, l := range metrics.Languages() {
		var said []string
		for _, v := range []metrics.Variation{metrics.VariationTooFew, metrics.CommonCause, metrics.ImprovementHigh, metrics.ImprovementLow,
			metrics.ConcernHigh, metrics.ConcernLow, metrics.NeutralHigh, metrics.NeutralLow} {
			said = append(said, l.Say("label_"+string(v)), l.Say(string(v)))
		}
		for _, a := range []metrics.Assurance{metrics.AssuranceTooFew, metrics.NoDirection, metrics.AlwaysHit, metrics.NeverHit, metrics.HitAndMiss} {
			said = append(said, a.Label(l))
		}
		for _, s := range []metrics.Signal{metrics.Beyond, metrics.Shift, metrics.Trend, metrics.TwoOfThree} {
			said = append(said, l.Say("signal_"+string(s)))
		}
		for _, p := range []metrics.Place{metrics.Inside95, metrics.Above95, metrics.Below95, metrics.Above998, metrics.Below998} {
			said = append(said, p.Text(l))
		}
		for _, note := range []string{metrics.SpreadTooFew, metrics.SpreadChance, metrics.SpreadBeyond, metrics.LeftHidden, metrics.LeftNobody,
			metrics.LogRankTooFew, metrics.LogRankChance, metrics.LogRankBeyond} {
			said = append(said, l.Say(note))
		}
		for _, text := range said {
			if text == "" || strings.Contains(text, "⟨") {
				t.Errorf("%s: got %q", l, text)
			}
		}
	}
}
