package metrics_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

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
		{"ten have a percentage, nine have counts", [][2]float64{{6, 10}, {6, 9}}, "60,0 %; 6 av 9; 12 av 19 63,2 %"},
		{"as many as the floor are shown", [][2]float64{{3, 5}, {12, 20}}, "3 av 5; 60,0 %; 15 av 25 60,0 %"},
		{"one fewer are hidden, and the next smallest with them", [][2]float64{{2, 4}, {6, 7}, {12, 20}}, ":; :; 60,0 %; 20 av 31 64,5 %"},
		{"hidden twice, they hide each other when they are enough together", [][2]float64{{1, 2}, {1, 3}, {12, 20}}, ":; :; 60,0 %; 14 av 25 56,0 %"},
		{"and not when they are too few together", [][2]float64{{1, 2}, {1, 2}, {12, 20}, {13, 21}}, ":; :; :; 61,9 %; 27 av 45 60,0 %"},
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

// TestSumsOfProgrammesAreSolvedToo has two programmes of two cohorts, of which 1 and 2 persons are too few. No sum alone gives
// one of them back as soon as another number of the sum is hidden, but the sums of programmes and of cohorts together do.
func TestSumsOfProgrammesAreSolvedToo(t *testing.T) {
	people := slices.Concat(of("p1", "2006", 1, 1), of("p1", "2007", 5, 6), of("p2", "2006", 2, 7), of("p2", "2007", 0, 2))
	table := counted(people).For(board)
	r, cells := read(table, counted(people).For(staff))
	hidden := 0
	for i, cell := range cells {
		if !table.Figures[i].Numerator.Given() {
			hidden++
			if !r.Another(i, make([]bool, len(cells))) {
				t.Errorf("%v can only be %d", cell, r.Truth[i])
			}
		}
	}
	if got, want := ordinarySpaces(written(table.Total("rate"))), "8 av 16 50,0 %"; got != want || hidden < 4 {
		t.Errorf("got %q with %d hidden, want %q with the four cohorts hidden at least", got, hidden, want)
	}
}

// of makes n people, of whom k have the outcome.
func of(programme, period string, k, n int) (people []person) {
	for i := range n {
		people = append(people, person{programme: programme, period: period, outcome: i < k})
	}
	return people
}

func TestThoseWhomABreakdownLeavesOutAreGuarded(t *testing.T) {
	people := slices.Concat(of("p1", "2006", 12, 20), of("p1", "2006", 10, 18), of("p1", "2006", 1, 1))
	for i := range people[:38] {
		people[i].categories[0] = []string{"f", "m"}[i/20]
	}
	table := counted(people).For(board)
	if got, want := ordinarySpaces(written(table.Total("rate"))), "23 av 39 59,0 %"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	var shown []string
	for _, f := range table.Figures {
		if f.Breakdown != "" && f.Programme == "p1" && f.Period == "2006" {
			shown = append(shown, ordinarySpaces(f.Category+" "+written(f)))
		}
	}
	if want := []string{"f 12 av 20 60,0 %", "m  :"}; !slices.Equal(shown, want) { // 23 − 12 − 10 would be the last person's
		t.Errorf("got %q, want %q", shown, want)
	}
}

func TestPoolsGiveNoCohortBack(t *testing.T) {
	d := rates([2]float64{2, 4}, [2]float64{12, 20}, [2]float64{10, 18}, [2]float64{9, 17})
	for _, programme := range []string{"kom", "all"} {
		d.Tallies = append(d.Tallies,
			metrics.Tally{Indicator: "rate", Programme: programme, Period: "2006–2008", Numerator: 24, Denominator: 42},
			metrics.Tally{Indicator: "rate", Programme: programme, Period: "2007–2009", Numerator: 31, Denominator: 55})
	}
	table := d.For(board)
	if f := table.Figure("rate", "kom", "2007–2009"); f.Numerator.Given() && table.Total("rate").Numerator.Given() {
		t.Errorf("the total less %s is 2 of 4", f.Text(nb))
	}
}

// TestLatestTotalIsHiddenWithItsPeriod has totals that are the state of 2008. In that year p2 is hidden so that p1 cannot be
// worked out, and the total of p2 is the same number.
func TestLatestTotalIsHiddenWithItsPeriod(t *testing.T) {
	d := counted(slices.Concat(of("p1", "2007", 7, 11), of("p1", "2008", 2, 4), of("p2", "2007", 9, 12), of("p2", "2008", 8, 10)))
	d.Definitions[0].Total, d.AsOf = "latest", time.Date(2008, 12, 31, 0, 0, 0, 0, time.UTC)
	table := d.For(board)
	for _, c := range []struct{ programme, want string }{
		{"p1", "7 av 11 63,6 %;  :;  :"},
		{"p2", "9 av 12 75,0 %;  :;  :"},
		{"all", "16 av 23 69,6 %; 10 av 14 71,4 %; 10 av 14 71,4 %"},
	} {
		var got []string
		for _, period := range []string{"2007", "2008", "all"} {
			got = append(got, written(table.Figure("rate", c.programme, period)))
		}
		if got := ordinarySpaces(strings.Join(got, "; ")); got != c.want {
			t.Errorf("%s: got %q, want %q", c.programme, got, c.want)
		}
	}
}

// TestLatestTotalIsNoSum has a period that is hidden, and a total that it is no part of.
func TestLatestTotalIsNoSum(t *testing.T) {
	d := rates([2]float64{2, 4}, [2]float64{12, 20})
	d.Definitions[0].Total, d.AsOf = "latest", time.Date(2007, 12, 31, 0, 0, 0, 0, time.UTC)
	if got, want := shown(d.For(board)), ":; 60,0 %; 12 av 20 60,0 %"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestWhatNeedNotBeHiddenIsShownAgain has four cohorts under the floor. On the way to what hides them, 3 of 5 is hidden too.
func TestWhatNeedNotBeHiddenIsShownAgain(t *testing.T) {
	table := counted(slices.Concat(of("p0", "2006", 8, 9), of("p0", "2007", 0, 1), of("p0", "2008", 2, 3),
		of("p1", "2006", 3, 6), of("p1", "2007", 2, 3), of("p1", "2008", 3, 5))).For(board)
	if got, want := table.Figure("rate", "p1", "2008").Amount(nb), "3 av 5"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestCurveThatNobodyHasLeftIsHidden: that all are still there tells it of each of them.
func TestCurveThatNobodyHasLeftIsHidden(t *testing.T) {
	d := rates()
	d.Definitions[0].Kind = metrics.Duration
	tally := metrics.Tally{Indicator: "rate", Programme: "all", Period: "all", Denominator: 20}
	for range 20 {
		tally.Spells = append(tally.Spells, metrics.Spell{Months: 40})
	}
	d.Tallies = []metrics.Tally{tally}
	if got := d.For(board).Total("rate"); got.Sign != metrics.Hidden || got.Value.Given() {
		t.Errorf("got %s, want it hidden", got.Text(nb))
	}
}

// TestCurveOfABoardHasNoMoreDigitsThanItIsPrintedWith: 19/20 × 17/18 and 18/20 × 18/19 differ in the fourth.
func TestCurveOfABoardHasNoMoreDigitsThanItIsPrintedWith(t *testing.T) {
	d := rates()
	d.Definitions[0].Kind = metrics.Duration
	tally := metrics.Tally{Indicator: "rate", Programme: "all", Period: "all", Denominator: 20}
	for i := range 20 {
		tally.Spells = append(tally.Spells, metrics.Spell{Months: 30 + float64(i), Left: i < 3 && i != 1})
	}
	d.Tallies = []metrics.Tally{tally}
	if got, exact := d.For(board).Total("rate").Value.Float(), 19.0/20*17/18; got != 0.897 || exact == got {
		t.Errorf("got %v of %v, want it rounded", got, exact)
	}
}

// TestWhatDoesNotAddUpIsHiddenInTwos is about means, breadths and curves: two hidden members of a sum are enough.
func TestWhatDoesNotAddUpIsHiddenInTwos(t *testing.T) {
	for _, c := range []struct {
		kind metrics.Kind
		want []bool // hidden: the total, then the cohorts of 3, 8 and 9
	}{
		{metrics.Score, []bool{false, true, true, false}},
		{metrics.Breadth, []bool{false, true, true, false}},
		{metrics.Duration, []bool{false, true, true, false}},
	} {
		d := rates()
		d.Tallies, d.Definitions[0].Kind = nil, c.kind
		for _, programme := range []string{"kom", "all"} {
			for period, n := range map[string]float64{"all": 20, "2006": 3, "2007": 8, "2008": 9} {
				tally := metrics.Tally{Indicator: "rate", Programme: programme, Period: period, Numerator: 4 * n, Denominator: n, Squares: 17 * n, Categories: []float64{n / 2, n / 2}}
				tally.Spells = []metrics.Spell{{Months: 20, Left: true}}
				for range int(n) - 1 {
					tally.Spells = append(tally.Spells, metrics.Spell{Months: 40})
				}
				d.Tallies = append(d.Tallies, tally)
			}
		}
		table := d.For(board)
		got := []bool{table.Total("rate").Sign == metrics.Hidden}
		for _, f := range table.Series("rate", "kom") {
			got = append(got, f.Sign == metrics.Hidden)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.kind, got, c.want)
		}
	}
}
