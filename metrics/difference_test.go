package metrics_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"bolyst/metrics"
)

// told writes the leaks from one table of cohorts to another that does not care.
func told(before, after metrics.Draft) (text []string) {
	for _, l := range metrics.Differences(before.For(board), after.For(board)) {
		if l.Programme == "kom" {
			text = append(text, fmt.Sprintf("%s: %d %v", l.Period, l.Persons, l.Parts))
		}
	}
	return text
}

func TestDifferencesFindThePersonsThatAChangeIsolates(t *testing.T) {
	for _, c := range []struct {
		why           string
		before, after [][2]float64
		want          []string // period: persons, of parts
	}{
		{"nothing has changed", [][2]float64{{12, 20}, {9, 15}}, [][2]float64{{12, 20}, {9, 15}}, nil},
		{"one has come, and has the outcome", [][2]float64{{12, 20}, {9, 15}}, [][2]float64{{12, 20}, {10, 16}}, []string{"all: 1 false", "2007: 1 false"}},
		{"one has come, and has it not", [][2]float64{{12, 20}, {9, 15}}, [][2]float64{{12, 20}, {9, 16}}, []string{"all: 1 false", "2007: 1 false"}},
		{"four have left", [][2]float64{{12, 20}, {9, 15}}, [][2]float64{{12, 20}, {7, 11}}, []string{"all: 4 false", "2007: 4 false"}},
		{"as many as the floor have come, and are mixed", [][2]float64{{12, 20}, {9, 15}}, [][2]float64{{12, 20}, {12, 20}}, nil},
		{"as many as the floor have come, and all have the outcome", [][2]float64{{12, 20}, {9, 15}}, [][2]float64{{12, 20}, {14, 20}}, []string{"all: 5 false", "2007: 5 false"}},
		{"a correction: somebody has the outcome after all", [][2]float64{{12, 20}, {9, 15}}, [][2]float64{{12, 20}, {10, 15}}, []string{"all: 1 false", "2007: 1 false"}},
		{"corrections: five have it not after all", [][2]float64{{12, 20}, {9, 15}}, [][2]float64{{12, 20}, {4, 15}}, nil},
		{"five have come to one cohort, and two to another that is hidden: 7 − 5", [][2]float64{{1, 3}, {6, 8}, {9, 15}, {9, 14}}, [][2]float64{{2, 5}, {6, 8}, {12, 20}, {9, 14}}, []string{"all: 2 true"}},
	} {
		if got := told(rates(c.before...), rates(c.after...)); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.why, got, c.want)
		}
	}
}

func TestDifferencesAreOfTheSameDefinition(t *testing.T) {
	before, after := rates([2]float64{12, 20}), rates([2]float64{13, 21})
	after.Definitions[0].Version = 2
	if got := told(before, after); got != nil {
		t.Errorf("got %q, want none: another version counts other persons", got)
	}
	after.Definitions[0].Version, after.Definitions[0].Protected = 1, false
	if got := told(before, after); got != nil {
		t.Errorf("got %q, want none: the size of a programme is public", got)
	}
}

// follow publishes one table after the other, and returns what the board sees of the second.
func follow(before, after metrics.Draft) metrics.Table {
	return after.ForAfter(board, metrics.Earlier{Shown: before.For(board).Figures, Behind: before.For(staff).Figures})
}

func TestNewEditionHidesWhatFewHaveChanged(t *testing.T) {
	for _, c := range []struct {
		why           string
		before, after [][2]float64
		want          string
	}{
		{"the first year again", [][2]float64{{12, 20}, {9, 15}}, [][2]float64{{12, 20}, {9, 15}}, "60,0 %; 60,0 %; 21 av 35 60,0 %"},
		{"a new cohort of seven", [][2]float64{{12, 20}, {9, 15}}, [][2]float64{{12, 20}, {9, 15}, {5, 7}}, "60,0 %; 60,0 %; 5 av 7; 26 av 42 61,9 %"},
		{"a new cohort of three: the total would tell", [][2]float64{{12, 20}, {9, 15}}, [][2]float64{{12, 20}, {9, 15}, {2, 3}}, "60,0 %; 60,0 %; :;  :"},
		{"new cohorts of three and of 25: what is known already would hide nothing",
			[][2]float64{{12, 20}, {9, 15}}, [][2]float64{{12, 20}, {9, 15}, {2, 3}, {16, 25}}, "60,0 %; 60,0 %; :; :; 39 av 63 61,9 %"},
		{"another one has come to a cohort", [][2]float64{{12, 20}, {9, 15}}, [][2]float64{{12, 20}, {10, 16}}, "60,0 %; :;  :"},
		{"a correction is that of one person", [][2]float64{{12, 20}, {9, 15}}, [][2]float64{{12, 20}, {10, 15}}, "60,0 %; :;  :"},
		{"corrections of many are shown", [][2]float64{{12, 20}, {9, 15}}, [][2]float64{{12, 20}, {4, 15}}, "60,0 %; 26,7 %; 16 av 35 45,7 %"},
		{"a hidden cohort grows past the floor: what hid it must stay hidden",
			[][2]float64{{2, 4}, {6, 7}, {12, 20}}, [][2]float64{{3, 5}, {6, 7}, {12, 20}}, ":; :; 60,0 %;  :"},
	} {
		if got := shown(follow(rates(c.before...), rates(c.after...))); got != c.want {
			t.Errorf("%s: got %q, want %q", c.why, got, c.want)
		}
	}
}

func TestLatestTotalIsComparedAsItsYear(t *testing.T) {
	at := func(year int, cells ...[2]float64) metrics.Draft {
		d := rates(cells...)
		d.Definitions[0].Total, d.AsOf = "latest", time.Date(year, 12, 31, 0, 0, 0, 0, time.UTC)
		return d
	}
	before, after := at(2006, [2]float64{12, 20}), at(2007, [2]float64{12, 20}, [2]float64{13, 21})
	if got := told(before, after); got != nil {
		t.Errorf("got %q, want none: 20 persons of one year, 21 of the next", got)
	}
	if got, want := shown(follow(before, after)), "60,0 %; 61,9 %; 13 av 21 61,9 %"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestMeanOfOneMoreTellsTheScore: 100 of 20 and 105 of 21 is a 5.
func TestMeanOfOneMoreTellsTheScore(t *testing.T) {
	scores := func(n float64) metrics.Draft {
		d := rates([2]float64{5 * n, n})
		d.Definitions[0].Kind = metrics.Score
		return d
	}
	if got := told(scores(20), scores(21)); !slices.Equal(got, []string{"all: 1 false", "2006: 1 false"}) {
		t.Errorf("got %q", got)
	}
	if f := follow(scores(20), scores(21)).Total("rate"); f.Sign != metrics.Hidden || f.Numerator.Given() {
		t.Errorf("got %v of %v, want it hidden", f.Numerator, f.Denominator)
	}
}

func TestDetailsForStaffStayWithThem(t *testing.T) {
	before, after := rates([2]float64{12, 20}, [2]float64{9, 15}), rates([2]float64{12, 20}, [2]float64{9, 15}, [2]float64{5, 7})
	before.Definitions[0].Detail, after.Definitions[0].Detail = "staff", "staff"
	if got, want := shown(follow(before, after)), "26 av 42 61,9 %"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := shown(follow(before, rates([2]float64{12, 20}, [2]float64{9, 15}, [2]float64{2, 3}))), "60,0 %; 60,0 %; :;  :"; got != want {
		t.Errorf("three have come: got %q, want %q", got, want)
	}
}

func TestStaffMayFollowAnything(t *testing.T) {
	before, after := rates([2]float64{1, 2}), rates([2]float64{2, 3})
	table := after.ForAfter(staff, metrics.Earlier{Shown: before.For(staff).Figures})
	if got, want := shown(table), "66,7 %; 2 av 3 66,7 %"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFigureIsShownAgainWhenEnoughHaveCome(t *testing.T) {
	first, second, third := rates([2]float64{12, 20}), rates([2]float64{13, 22}), rates([2]float64{15, 25})
	a := metrics.Earlier{Shown: first.For(board).Figures, Behind: first.For(staff).Figures}
	b := metrics.Earlier{Shown: second.ForAfter(board, a).Figures, Behind: second.For(staff).Figures}
	if got, want := shown(second.ForAfter(board, a)), ":;  :"; got != want {
		t.Errorf("two have come: got %q, want %q", got, want)
	}
	if got, want := shown(third.ForAfter(board, a, b)), "60,0 %; 15 av 25 60,0 %"; got != want {
		t.Errorf("five have come since the figure was seen: got %q, want %q", got, want)
	}
}

func TestEarlierFiguresAreReadFromTheirFile(t *testing.T) {
	table := rates([2]float64{2, 4}, [2]float64{6, 7}, [2]float64{12, 20}).For(board)
	file, err := json.Marshal(map[string]any{"as_of": "2010-12-31", "known_at": 3, "audience": "board", "figures": table.Figures})
	if err != nil {
		t.Fatal(err)
	}
	audience, figures, err := metrics.ReadFigures(strings.NewReader(string(file)))
	if err != nil || audience != "board" || len(figures) != len(table.Figures) {
		t.Fatalf("got %q, %d figures, %v, want the board's %d", audience, len(figures), err, len(table.Figures))
	}
	after := rates([2]float64{2, 4}, [2]float64{6, 7}, [2]float64{13, 21})
	for _, earlier := range [][]metrics.Figure{table.Figures, figures} {
		if got, want := shown(after.ForAfter(board, metrics.Earlier{Shown: earlier})), ":; :; :;  :"; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	for _, c := range []struct{ file, want string }{
		{`{"figures": []}`, "figures of an earlier edition: no audience"},
		{`{"audience": "board", "figures": [{"value": "many"}]}`, "figures of an earlier edition: json: cannot unmarshal"},
		{``, "figures of an earlier edition: EOF"},
	} {
		if _, _, err := metrics.ReadFigures(strings.NewReader(c.file)); err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.file, err, c.want)
		}
	}
}
