package metrics_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"bolyst/metrics"
)

// someone counts, with or without the outcome.
func someone(outcome bool) metrics.Standing {
	s := metrics.Standing{Counts: true, Denominator: 1}
	if outcome {
		s.Numerator = 1
	}
	return s
}

var (
	nobody    = metrics.Standing{}
	unheardOf = metrics.Standing{Counts: true, Unknown: 1}
	underWay  = metrics.Standing{Counts: true, Immature: 1}
	yes, no   = someone(true), someone(false)
)

func TestMovesNameTheCause(t *testing.T) {
	replaced, removed := metrics.News{Replaced: true}, metrics.News{Replaced: true, Removed: true}
	for _, c := range []struct {
		why               string
		then, learnt, now metrics.Standing
		news              metrics.News
		want              string
	}{
		{"nothing changed", yes, yes, yes, replaced, ""},
		{"completed since", underWay, underWay, yes, metrics.News{}, "matured"},
		{"taken on since", nobody, nobody, underWay, metrics.News{}, "came"},
		{"moved away since", yes, yes, no, metrics.News{}, "happened"},
		{"their newest sighting is too old now", yes, yes, unheardOf, metrics.News{}, "happened"},
		{"left early since, and does not count", underWay, underWay, nobody, metrics.News{}, "left"},
		{"answered late", unheardOf, yes, yes, metrics.News{}, "late"},
		{"an empty answer was filled in", unheardOf, no, no, replaced, "late"},
		{"the list of trainees came late", nobody, yes, yes, metrics.News{}, "late"},
		{"a wrong address was corrected", yes, no, no, replaced, "corrected"},
		{"had not completed after all", yes, nobody, nobody, replaced, "corrected"},
		{"gone from the list", yes, nobody, nobody, removed, "erased"},
		{"an offer is gone from the list", yes, no, no, removed, "corrected"},
		{"was known late, and has moved since", unheardOf, yes, no, metrics.News{}, "late happened"},
	} {
		var got []string
		for _, m := range metrics.Moves(c.then, c.learnt, c.now, c.news) {
			got = append(got, string(m.Cause))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %q, want %q", c.why, got, c.want)
		}
	}
}

// rate makes the figure of standings.
func rate(standings []metrics.Standing) metrics.Figure {
	f := metrics.Figure{Cell: metrics.Cell{Indicator: "rate", Programme: metrics.All, Period: metrics.All}, Kind: metrics.Rate, Unit: "trainee"}
	var k, n, unknown, immature float64
	for _, s := range standings {
		k, n, unknown, immature = k+s.Numerator, n+s.Denominator, unknown+s.Unknown, immature+s.Immature
	}
	f.Numerator, f.Denominator, f.Unknown, f.Immature = metrics.Of(k), metrics.Of(n), metrics.Of(unknown), metrics.Of(immature)
	if n > 0 {
		f.Value = metrics.Of(k / n)
	}
	return f
}

// TestPartsOfAChange: 12 of 20 became 16 of 24. By hand, with r = (0,6 + 0,6667)/2 = 0,6333 and m = 22: three came with the
// outcome and one without: (3 − 4·0,6333)/22 = +2,12 points; one was corrected to yes: 1/22 = +4,55; together 6,67.
func TestPartsOfAChange(t *testing.T) {
	then := slices.Concat(slices.Repeat([]metrics.Standing{yes}, 12), slices.Repeat([]metrics.Standing{no}, 8))
	now := slices.Concat(slices.Repeat([]metrics.Standing{yes}, 13), slices.Repeat([]metrics.Standing{no}, 7), []metrics.Standing{yes, yes, yes, no})
	var moves []metrics.Move
	moves = append(moves, metrics.Moves(no, yes, yes, metrics.News{Replaced: true})...)
	for _, s := range now[20:] {
		moves = append(moves, metrics.Moves(nobody, nobody, s, metrics.News{})...)
	}
	c := metrics.Explain(rate(then), rate(now), moves, metrics.Redefined)
	want := []string{"nye i perioden: antall 4, teller +3, nevner +4, +2,1 prosentpoeng", "rettede opplysninger: antall 1, teller +1, +4,6 prosentpoeng"}
	if diff := cmp.Diff(want, c.Lines(metrics.Norwegian)); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
	if got, want := strings.ReplaceAll(c.Text(metrics.Norwegian), "\u00a0", " "), "12 av 20 = 60,0 % ble 16 av 24 = 66,7 % (+6,7 prosentpoeng)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestWhatNobodyExplainsIsTheDefinition(t *testing.T) {
	c := metrics.Explain(rate([]metrics.Standing{yes, no}), rate([]metrics.Standing{yes, no, no}), nil, metrics.Redefined)
	if len(c.Parts) != 1 || c.Parts[0].Cause != metrics.Redefined || c.Parts[0].Denominator != 1 || c.Parts[0].Subjects != 0 {
		t.Errorf("got %+v, want one part of one more", c.Parts)
	}
}

// lives draws what became of somebody: at the first date as known then, as known now, and at the second date.
var lives = rapid.Custom(func(t *rapid.T) [3]metrics.Standing {
	var life [3]metrics.Standing
	for i := range life {
		life[i] = rapid.SampledFrom([]metrics.Standing{nobody, unheardOf, underWay, yes, no}).Draw(t, "standing")
	}
	return life
})

func TestPartsAddUpToTheChangeExactly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var then, now []metrics.Standing
		var moves []metrics.Move
		for _, life := range rapid.SliceOfN(lives, 0, 40).Draw(t, "lives") {
			then, now = append(then, life[0]), append(now, life[2])
			news := metrics.News{Replaced: rapid.Bool().Draw(t, "replaced"), Removed: rapid.Bool().Draw(t, "removed")}
			moves = append(moves, metrics.Moves(life[0], life[1], life[2], news)...)
		}
		after := rate(now)
		if rapid.Bool().Draw(t, "redefined") { // the published figure counts more
			after = rate(append(now, yes, no, no))
		}
		before := rate(then)
		c := metrics.Explain(before, after, moves, metrics.Redefined)
		var k, n, unknown, immature, points float64
		for _, p := range c.Parts {
			k, n, unknown, immature = k+p.Numerator, n+p.Denominator, unknown+p.Unknown, immature+p.Immature
			points += p.Points.Float()
		}
		if k != after.Numerator.Float()-before.Numerator.Float() || n != after.Denominator.Float()-before.Denominator.Float() ||
			unknown != after.Unknown.Float()-before.Unknown.Float() || immature != after.Immature.Float()-before.Immature.Float() {
			t.Fatalf("the parts add up to %v of %v, %v unknown, %v immature; the figures went from %+v to %+v", k, n, unknown, immature, before, after)
		}
		total, ok := c.Points().Get()
		if ok && math.Abs(points-total) > 1e-12 {
			t.Fatalf("the points add up to %v, want %v", points, total)
		}
		if ok && len(c.Parts) > 0 {
			if got, want := metrics.Tenths(c), math.Round(1000*total); got != want {
				t.Fatalf("what is written adds up to %v tenths, want %v", got, want)
			}
		}
	})
}

// TestBoardIsNotToldWhatBecameOfFew draws changes and looks at what the board is told: no cause of fewer than five, none of
// which all came with the outcome, and nothing that is left when the others are taken from the change.
func TestBoardIsNotToldWhatBecameOfFew(t *testing.T) {
	definition := metrics.Definition{ID: "rate", Kind: metrics.Rate, Protected: true, Audiences: []string{"board"}}
	told := 0
	rapid.Check(t, func(t *rapid.T) {
		var then, now []metrics.Standing
		var moves []metrics.Move
		for range rapid.IntRange(1, 8).Draw(t, "groups") {
			life, replaced := lives.Draw(t, "life"), rapid.Bool().Draw(t, "replaced")
			for range rapid.IntRange(0, 12).Draw(t, "persons") {
				then, now = append(then, life[0]), append(now, life[2])
				moves = append(moves, metrics.Moves(life[0], life[1], life[2], metrics.News{Replaced: replaced})...)
			}
		}
		whole := metrics.Explain(rate(then), rate(now), moves, metrics.Redefined)
		c, ok := whole.For(board, definition)
		if !ok {
			t.Fatal("got nothing, want the headline")
		}
		var k, n float64
		for _, p := range c.Parts {
			told++
			k, n = k+p.Numerator, n+p.Denominator
			if p.Subjects < board.Floor {
				t.Fatalf("told of %+v", p)
			}
			if p.Denominator != 0 && (math.Abs(p.Denominator) < float64(board.Floor) || p.Numerator == 0 || p.Numerator == p.Denominator) {
				t.Fatalf("told of all or none: %+v", p)
			}
		}
		if len(c.Parts) > 0 && (k != after(c) || n != c.After.Denominator.Float()-c.Before.Denominator.Float()) {
			t.Fatalf("the parts leave something to be worked out: %+v", c.Parts)
		}
		cohort := whole
		cohort.After.Period = "2006"
		if _, ok := cohort.For(board, definition); ok {
			t.Fatal("told of a cohort, which can be taken from the whole")
		}
		if staffs, _ := whole.For(staff, definition); len(staffs.Parts) != len(whole.Parts) {
			t.Fatal("something was kept from the staff")
		}
	})
	if told == 0 {
		t.Error("nothing was ever told")
	}
}

func after(c metrics.Change) float64 { return c.After.Numerator.Float() - c.Before.Numerator.Float() }
