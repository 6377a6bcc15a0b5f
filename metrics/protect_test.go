package metrics_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

var (
	board = metrics.Audience{Name: "board", Floor: 5}
	staff = metrics.Audience{Name: "staff", Floor: 1}
)

// rates makes a draft of one protected indicator with these (k, n) per cohort, and their total.
func rates(cells ...[2]float64) metrics.Draft {
	d := metrics.Draft{
		Programmes:  []metrics.Programme{{ID: "kom"}},
		Definitions: []metrics.Definition{{ID: "rate", Version: 1, Kind: metrics.Rate, Unit: "trainee", Total: "pooled", Protected: true, Audiences: []string{"board"}}},
	}
	var total [2]float64
	add := func(period string, k, n float64) {
		for _, programme := range []string{"kom", "all"} {
			d.Tallies = append(d.Tallies, metrics.Tally{Indicator: "rate", Programme: programme, Period: period, Numerator: k, Denominator: n})
		}
	}
	for i, c := range cells {
		add(fmt.Sprint(2006+i), c[0], c[1])
		total[0], total[1] = total[0]+c[0], total[1]+c[1]
	}
	add("all", total[0], total[1])
	return d
}

// shown writes what a reader sees of the cohorts and the total.
func shown(t metrics.Table) (text string) {
	for _, f := range t.Series("rate", "kom") {
		text += f.Amount(metrics.Norwegian) + "; "
	}
	return ordinarySpaces(text + written(t.Total("rate")))
}

func written(f metrics.Figure) string { return f.OfHowMany(nb) + " " + f.Amount(nb) }

func TestBoardSeesNothingThatTellsOnePersonsOutcome(t *testing.T) {
	for _, c := range []struct {
		why   string
		cells [][2]float64
		want  string
	}{
		{"enough in every cohort", [][2]float64{{12, 20}, {9, 15}}, "60,0 %; 60,0 %; 21 av 35 60,0 %"},
		{"under ten: counts, no percentage", [][2]float64{{6, 7}, {12, 20}}, "6 av 7; 60,0 %; 18 av 27 66,7 %"},
		{"under the floor, and the next smallest with it", [][2]float64{{2, 4}, {6, 7}, {12, 20}}, ":; :; 60,0 %; 20 av 31 64,5 %"},
		{"all have it: it is said of each of them", [][2]float64{{7, 7}, {12, 20}, {10, 18}}, ":; 60,0 %; :; 29 av 45 64,4 %"},
		{"none has it", [][2]float64{{0, 6}, {12, 20}, {10, 18}}, ":; 60,0 %; :; 22 av 44 50,0 %"},
		{"two hidden cohorts where all have it would add up to all", [][2]float64{{6, 6}, {7, 7}, {5, 9}}, ":; :; :; 18 av 22 81,8 %"},
		{"one cohort alone: the total is the cohort", [][2]float64{{2, 4}}, ":;  :"},
		{"nobody counts: nothing to hide", [][2]float64{{0, 0}, {12, 20}}, ".; 60,0 %; 12 av 20 60,0 %"},
	} {
		if got := shown(rates(c.cells...).For(board)); got != c.want {
			t.Errorf("%s: got %q, want %q", c.why, got, c.want)
		}
	}
}

func TestStaffSeeEverything(t *testing.T) {
	if got, want := shown(rates([2]float64{1, 2}, [2]float64{3, 3}).For(staff)), "50,0 %; 100,0 %; 4 av 5 80,0 %"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestHiddenFigureHoldsNoNumber(t *testing.T) {
	for _, f := range metricstest.KOM().For(board).Figures {
		if f.Sign == metrics.Hidden && !f.Numerator.Given() &&
			(f.Denominator.Given() || f.Unknown.Given() || f.Immature.Given() || f.Value.Given() || f.Low.Given() || f.High.Given()) {
			t.Errorf("%v: got %+v, want no number at all", f.Cell, f)
		}
	}
}

// TestNoHiddenCountCanBeSolved plays the reader: it knows how many persons every cohort has, the total, and every cohort
// that is shown. At least two values must be left for each hidden numerator.
func TestNoHiddenCountCanBeSolved(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var cells [][2]float64
		for range rapid.IntRange(1, 8).Draw(t, "cohorts") {
			n := rapid.IntRange(0, 12).Draw(t, "n")
			cells = append(cells, [2]float64{float64(rapid.IntRange(0, n).Draw(t, "k")), float64(n)})
		}
		table := rates(cells...).For(board)
		total := table.Total("rate")
		if !total.Numerator.Given() {
			return // without the total nothing is said of what is hidden
		}
		left, persons := total.Numerator.Float(), 0.0
		var hidden []float64
		for i, f := range table.Series("rate", "kom") {
			if f.Numerator.Given() {
				left -= f.Numerator.Float()
			} else {
				hidden = append(hidden, cells[i][1])
				persons += cells[i][1]
			}
		}
		for _, n := range hidden {
			least, most := max(0, left-(persons-n)), min(n, left)
			if most-least < 1 {
				t.Fatalf("cohorts %v: a hidden cohort of %v must have %v", cells, n, least)
			}
		}
	})
}

func TestDetailForTheStaffAloneIsShownToNobodyElse(t *testing.T) {
	draft := metricstest.KOM()
	for i, definition := range draft.Definitions {
		if definition.ID == "retained_of_hired" {
			draft.Definitions[i].Detail = "staff"
		}
	}
	if got := draft.For(board).Series("retained_of_hired", "kom"); len(got) != 0 {
		t.Errorf("board: got %d cohorts, want none", len(got))
	}
	if got := draft.For(board).Total("retained_of_hired").OfHowMany(nb); got != "17 av 30" {
		t.Errorf("board: got the total %q, want 17 av 30", got)
	}
	if got := draft.For(staff).Series("retained_of_hired", "kom"); len(got) != 5 {
		t.Errorf("staff: got %d cohorts, want 5", len(got))
	}
}
