package metrics_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"bolyst/metrics"
)

// living is a draft of those who have completed, by where they live: A, B and C lie in the region of the first programme, D in
// that of the second where there is one, and the others in none. Of those, lives says how many live and work in the region.
func living(lives [2]float64, places map[string]float64) metrics.Draft {
	d := metrics.Draft{Programmes: []metrics.Programme{{ID: "p1"}}}
	for code, of := range map[string][]string{"A": {"p1"}, "B": {"p1"}, "C": {"p1"}, "D": {"p2"}} {
		d.Kommuner = append(d.Kommuner, metrics.Kommune{Code: code, Of: of})
	}
	d.Definitions = []metrics.Definition{
		{ID: "completed", Version: 1, Kind: metrics.Count, Total: "pooled", Audiences: []string{"board"}, Inside: []string{"lives"}},
		{ID: "lives", Version: 1, Kind: metrics.Rate, Total: "pooled", Audiences: []string{"board"}, Protected: true},
	}
	for _, programme := range []string{metrics.All, "p1"} {
		total := metrics.Tally{Indicator: "completed", Programme: programme, Period: metrics.All}
		for _, n := range places {
			total.Numerator, total.Denominator = total.Numerator+n, total.Denominator+n
		}
		d.Tallies = append(d.Tallies, total)
	}
	for place, n := range places {
		d.Tallies = append(d.Tallies, metrics.Tally{Indicator: "completed", Programme: metrics.All, Period: metrics.All,
			Breakdown: metrics.Residence, Category: place, Numerator: n, Denominator: n})
	}
	for _, programme := range []string{metrics.All, "p1"} {
		d.Tallies = append(d.Tallies, metrics.Tally{Indicator: "lives", Programme: programme, Period: metrics.All, Numerator: lives[0], Denominator: lives[1]})
	}
	return d
}

// places writes what a table tells of where people live.
func places(t metrics.Table) string {
	told := map[string]string{}
	for _, f := range t.Figures {
		if f.Breakdown == metrics.Residence && f.Programme == metrics.All {
			told[f.Category] = f.Text(metrics.English)
		}
	}
	var all []string
	for _, place := range slices.Sorted(maps.Keys(told)) {
		all = append(all, place+" "+told[place])
	}
	return strings.Join(all, ", ")
}

func TestFewAreNotToldApartByPlace(t *testing.T) {
	for _, c := range []struct {
		name   string
		lives  [2]float64
		places map[string]float64
		want   string
	}{
		{"all places have many", [2]float64{8, 25}, map[string]float64{"A": 12, "B": 7, "X": 6}, "A 12, B 7, X 6"},
		{"the few of the region together, and the few outside", [2]float64{15, 30}, map[string]float64{"A": 12, "B": 3, "C": 2, "X": 6, "Y": 4, "Z": 3}, "A 12, X 6, inside 5, outside 7"},
		// R − 12 = 3 of the region could be worked out from the rate, so A goes too.
		{"few in the region", [2]float64{15, 24}, map[string]float64{"A": 12, "B": 2, "C": 1, "X": 6, "Y": 3}, "inside 15, outside 9"},
		{"few outside", [2]float64{12, 27}, map[string]float64{"A": 12, "B": 6, "X": 6, "Y": 3}, "A 12, B 6, outside 9"},
		{"few in all, and none of them in the region", [2]float64{12, 27}, map[string]float64{"A": 12, "B": 6, "Y": 3}, "A 12, other 9"},
		{"too few to tell", [2]float64{2, 4}, map[string]float64{"A": 3, "Y": 1}, "other :"},
		{"a hidden rate of all", [2]float64{17, 17}, map[string]float64{"A": 12, "B": 5}, "A 12, B 5"},
		// None of 15 does. If X were told apart, at most 5 could.
		{"a hidden rate of none", [2]float64{0, 15}, map[string]float64{"X": 10, "Y": 5}, "other :"},
		// Of 22, five have no known work. If X were told apart, 5 of the 17 would not live in the region.
		{"a place outside beside a hidden rate", [2]float64{0, 17}, map[string]float64{"A": 12, "X": 5, "Y": 5}, "A 12, other 10"},
		{"and beside one that is told", [2]float64{9, 17}, map[string]float64{"A": 12, "X": 5, "Y": 5}, "A 12, X 5, Y 5"},
		{"a place in the region of another programme", [2]float64{0, 17}, map[string]float64{"A": 12, "D": 9}, "other :"},
		{"nobody knows", [2]float64{8, 25}, map[string]float64{"A": 12, "unknown": 2, "X": 6}, "A 12, X 6, unknown 2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := living(c.lives, c.places)
			if got := places(d.For(board)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if got := places(d.For(staff)); strings.Count(got, ",") != len(c.places)-1 {
				t.Errorf("the staff are told %q", got)
			}
		})
	}
}

// TestTheProgrammesOfAPlaceAreNotTold: with several programmes, only all of them together are told by place.
func TestTheProgrammesOfAPlaceAreNotTold(t *testing.T) {
	d := living([2]float64{8, 25}, map[string]float64{"A": 12, "B": 6})
	d.Programmes = append(d.Programmes, metrics.Programme{ID: "p2"})
	for _, programme := range []string{"p1", "p2"} {
		d.Tallies = append(d.Tallies, metrics.Tally{Indicator: "completed", Programme: programme, Period: metrics.All,
			Breakdown: metrics.Residence, Category: "A", Numerator: 6, Denominator: 6})
	}
	for audience, want := range map[metrics.Audience]int{board: 2, staff: 4} {
		got := 0
		for _, f := range d.For(audience).Figures {
			if f.IsPlace() {
				got++
			}
		}
		if got != want {
			t.Errorf("%s: got %d figures of places, want %d", audience.Name, got, want)
		}
	}
}

// TestAMoveOfFewIsNotTold: one who moves, comes or leaves after an edition would be found by subtracting it.
func TestAMoveOfFewIsNotTold(t *testing.T) {
	before := living([2]float64{8, 25}, map[string]float64{"A": 12, "B": 7, "X": 6, "Y": 3, "Z": 2})
	for _, c := range []struct {
		name   string
		places map[string]float64
		want   string
	}{
		{"nothing has changed", map[string]float64{"A": 12, "B": 7, "X": 6, "Y": 3, "Z": 2}, "A 12, B 7, X 6, outside 5"},
		{"one has moved", map[string]float64{"A": 11, "B": 8, "X": 6, "Y": 3, "Z": 2}, "other :"},
		{"one has moved between the places not told", map[string]float64{"A": 12, "B": 7, "X": 6, "Y": 2, "Z": 3}, "other :"},
		{"four have come", map[string]float64{"A": 14, "B": 8, "X": 7, "Y": 3, "Z": 2}, "other :"},
		{"five have come", map[string]float64{"A": 14, "B": 9, "X": 7, "Y": 3, "Z": 2}, "A 14, B 9, X 7, outside 5"},
		{"five have come to the same place", map[string]float64{"A": 17, "B": 7, "X": 6, "Y": 3, "Z": 2}, "other :"},
		{"five have come and one has left", map[string]float64{"A": 15, "B": 9, "X": 5, "Y": 3, "Z": 2}, "other :"},
	} {
		t.Run(c.name, func(t *testing.T) {
			after := living([2]float64{8, 25}, c.places)
			earlier := metrics.Earlier{Shown: before.For(board).Figures, Behind: before.For(staff).Figures}
			if got := places(after.ForAfter(board, earlier)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if got := places(after.ForAfter(board, metrics.Earlier{Behind: earlier.Behind})); strings.Contains(got, "other :") {
				t.Errorf("nothing was told before: got %q", got)
			}
		})
	}
}

// TestPlacesByCohortAreToldToNobody: there are too many, with too few in each.
func TestPlacesByCohortAreToldToNobody(t *testing.T) {
	d := living([2]float64{8, 25}, map[string]float64{"A": 12})
	d.Tallies = append(d.Tallies, metrics.Tally{Indicator: "completed", Programme: metrics.All, Period: "2008", Breakdown: metrics.Residence, Category: "A", Numerator: 6, Denominator: 6})
	for _, f := range d.For(staff).Figures {
		if f.IsPlace() && f.Period != metrics.All {
			t.Errorf("got %s", fmt.Sprint(f.Cell))
		}
	}
}
