package metrics_test

import (
	"math"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"bolyst/metrics"
)

// The two groups of Freireich (1963), Blood 21: 699–716, weeks in remission; a minus is one still in remission.
var (
	freireichTreated = spells(6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35)
	freireichPlacebo = spells(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)
)

// TestLogRankOfFreireich has the figures that textbooks print: 16.79 with one degree of freedom, 19.25 and 10.75 expected.
func TestLogRankOfFreireich(t *testing.T) {
	test := metrics.LogRank([][]metrics.Spell{freireichTreated, freireichPlacebo})
	if !about(test.ChiSquared, "16.79") || test.Degrees != 1 || !about(test.P, "0.00004") {
		t.Errorf("got %v with %d degrees, P %v, want 16.79 with 1, P 0.00004", text(test.ChiSquared), test.Degrees, text(test.P))
	}
	if treated := test.Groups[0]; treated.Persons != 21 || treated.Left != 9 || math.Abs(treated.Expected-19.25) > 0.005 {
		t.Errorf("treated: got %+v, want 9 of 21, 19.25 expected", treated)
	}
	if placebo := test.Groups[1]; placebo.Left != 21 || math.Abs(placebo.Expected-10.75) > 0.005 {
		t.Errorf("placebo: got %+v, want 21, 10.75 expected", placebo)
	}
}

func TestLogRankByHand(t *testing.T) {
	// A leaves at 1 and 2, B at 3 and is last heard of at 4. At 1: 2 of 4 at risk are A's, E 1/2, V 1/4. At 2: 1 of 3, E 1/3,
	// V 2/9. At 3 nobody of A is left. E = 5/6, V = 17/36, (2 − 5/6)²/(17/36) = (49/36)/(17/36) = 49/17 = 2.88235.
	test := metrics.LogRank([][]metrics.Spell{spells(1, 2), spells(3, -4)})
	if !about(test.ChiSquared, "2.88235") || !about(test.P, "0.08956") {
		t.Errorf("got %v, P %v, want 2.88235, P 0.08956", text(test.ChiSquared), text(test.P))
	}
}

func TestLogRankSaysNothingWhereThereIsNothingToCompare(t *testing.T) {
	for why, groups := range map[string][][]metrics.Spell{
		"no group":                   nil,
		"one group":                  {spells(1, 2)},
		"nobody in the other":        {spells(1, 2), nil},
		"nobody leaves":              {spells(-1, -2), spells(-3)},
		"all leave at once":          {spells(6, 6), spells(6)},
		"the other is lost too soon": {spells(5, 6), spells(-1, -2)},
	} {
		if test := metrics.LogRank(groups); test.ChiSquared.Given() || test.P.Given() {
			t.Errorf("%s: got %+v, want no test", why, test)
		}
	}
}

func TestLogRankAgreesWithR(t *testing.T) {
	spellsOf, groupsOf := rSets(t, "logrank_spells"), rSets(t, "logrank_groups")
	agrees := &agreement{t: t}
	for _, r := range rTable(t, "logrank_tests") {
		groups := make([][]metrics.Spell, len(groupsOf[r["set"]]))
		for _, s := range spellsOf[r["set"]] {
			g := s.int(t, "group") - 1
			groups[g] = append(groups[g], metrics.Spell{Months: s.float(t, "months"), Left: s["left"] == "1"})
		}
		test := metrics.LogRank(groups)
		place := "set " + r["set"]
		if test.Degrees != r.int(t, "df") {
			t.Errorf("%s: got %d degrees, want %s", place, test.Degrees, r["df"])
		}
		if test.Degrees > 0 { // with nothing to compare R has 0 with no degrees
			agrees.check(place+", chi squared", test.ChiSquared, r.number(t, "chi_squared"))
			agrees.check(place+", P", test.P, r.number(t, "p"))
		}
		for g, want := range groupsOf[r["set"]] {
			if got := test.Groups[g]; strconv.Itoa(got.Persons) != want["persons"] || strconv.Itoa(got.Left) != want["left"] {
				t.Errorf("%s: got %+v, want %v", place, got, want)
			}
			agrees.check(place+", expected", metrics.Of(test.Groups[g].Expected), want.number(t, "expected"))
		}
	}
	agrees.report()
}

func TestLogRankIsTheSameInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		groups := [][]metrics.Spell{anySpells(t, "a"), anySpells(t, "b"), anySpells(t, "c")}
		test := metrics.LogRank(groups)
		if test.P.Given() && (test.P.Float() < 0 || test.P.Float() > 1 || test.ChiSquared.Float() < -1e-9) {
			t.Fatalf("got %+v", test)
		}
		left, expected := 0, 0.0
		for _, g := range test.Groups {
			left, expected = left+g.Left, expected+g.Expected
		}
		if math.Abs(float64(left)-expected) > 1e-9 {
			t.Fatalf("%d left, %v were expected to", left, expected)
		}
		other := metrics.LogRank([][]metrics.Spell{groups[2], rapid.Permutation(groups[0]).Draw(t, "shuffled"), groups[1]})
		if other.ChiSquared.Given() != test.ChiSquared.Given() || math.Abs(other.ChiSquared.Float()-test.ChiSquared.Float()) > 1e-7*(1+test.ChiSquared.Float()) {
			t.Fatalf("another order: got %v, want %v", text(other.ChiSquared), text(test.ChiSquared))
		}
	})
}
