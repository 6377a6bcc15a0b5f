package metrics_test

import (
	"fmt"
	"testing"

	"bolyst/metrics"
)

// stays is a draft of a curve: in a so many leave after 10, 11, 12 … months and as many stay for 40; in b they leave
// after 30, 31, 32 … and one after 9.
func stays(left int) metrics.Draft {
	draft := metrics.Draft{
		Programmes: []metrics.Programme{{ID: "a"}, {ID: "b"}},
		Definitions: []metrics.Definition{{ID: "curve", Version: 1, Kind: metrics.Duration, Unit: "trainee", Total: "pooled", Protected: true,
			Audiences: []string{"centre"}, Breakdowns: []string{"gender"}}},
	}
	spells := func(from float64) (spells []metrics.Spell) {
		for i := range left {
			spells = append(spells, metrics.Spell{Months: from + float64(i), Left: true}, metrics.Spell{Months: 40})
		}
		return spells
	}
	early := metrics.Spell{Months: 9, Left: true}
	for _, t := range []metrics.Tally{
		{Programme: "a", Spells: spells(10)}, {Programme: "b", Spells: append(spells(30), early)}, {Programme: "all", Spells: append(append(spells(10), spells(30)...), early)},
		{Programme: "all", Breakdown: "gender", Category: "f", Spells: spells(20)}, {Programme: "all", Breakdown: "gender", Category: "m", Spells: spells(20)},
		{Programme: "all", Breakdown: "gender", Category: "unknown", Spells: spells(1)},
	} {
		t.Indicator, t.Period, t.Denominator = "curve", metrics.All, float64(len(t.Spells))
		draft.Tallies = append(draft.Tallies, t)
	}
	return draft
}

var centre = metrics.Audience{Name: "centre", Floor: 5}

func TestOnlyWhoHoldsTheRowsIsToldTheStepsOfACurve(t *testing.T) {
	draft := stays(6)
	whole, ok := draft.For(staff).Curve("curve", "a")
	if !ok || !whole.Whole || len(whole.Points) != 7 || whole.Points[0].Months != 10 || whole.Points[0].Left.Float() != 1 || !whole.RestrictedMean.Value.Given() {
		t.Errorf("staff: got %v", whole)
	}
	told, ok := draft.For(centre).Curve("curve", "a")
	if !ok || told.Whole || told.Median.Value.Given() || told.RestrictedMean.Value.Given() {
		t.Errorf("centre: got %v", told)
	}
	var months []float64
	for _, p := range told.Points {
		months = append(months, p.Months)
		if p.Left.Given() || p.Censored.Given() || p.AtRisk.Float() < 5 {
			t.Errorf("centre: got %v", p)
		}
	}
	if got, want := fmt.Sprint(months), "[12 24 36]"; got != want {
		t.Errorf("centre: got the times %v, want %v", got, want)
	}
	if _, ok := draft.For(board).Curve("curve", "a"); ok {
		t.Error("board: got a curve of an indicator that it is not shown")
	}
}

func TestGroupsOfACurveAreComparedInWordsForWhoIsNotToldThePersons(t *testing.T) {
	for _, c := range []struct {
		why               string
		left              int
		audience          metrics.Audience
		programmes, sexes string
		numbers           bool
	}{
		{"staff", 6, staff, metrics.LogRankChance, metrics.LogRankChance, true},
		{"staff, many", 20, staff, metrics.LogRankBeyond, metrics.LogRankChance, true},
		{"centre, many", 20, centre, metrics.LogRankBeyond, metrics.LogRankChance, false},
		{"centre, four in each group have left", 4, centre, metrics.LogRankTooFew, metrics.LogRankTooFew, false},
	} {
		got := stays(c.left).For(c.audience).Comparisons
		if len(got) != 2 || got[0].Breakdown != metrics.ByProgramme || got[1].Breakdown != "gender" || fmt.Sprint(got[1].Groups) != "[f m]" {
			t.Fatalf("%s: got %v", c.why, got)
		}
		if got[0].Note != c.programmes || got[1].Note != c.sexes || got[0].Test.P.Given() != c.numbers {
			t.Errorf("%s: got %s (%v) and %s, want %s and %s", c.why, got[0].Note, got[0].Test.P, got[1].Note, c.programmes, c.sexes)
		}
	}
}
