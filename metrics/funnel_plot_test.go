package metrics_test

import (
	"fmt"
	"testing"

	"bolyst/metrics"
)

// programmes makes a draft of a rate with one programme for each k of n.
func programmes(kind metrics.Kind, cells ...[2]float64) metrics.Draft {
	draft := metrics.Draft{Definitions: []metrics.Definition{{ID: "stayed", Version: 1, Kind: kind, Unit: "trainee", Total: "pooled",
		Direction: "up", Protected: true, Audiences: []string{"board", "centre"}}}}
	all := metrics.Tally{Indicator: "stayed", Programme: metrics.All, Period: metrics.All}
	for i, c := range cells {
		id := fmt.Sprint("p", i+1)
		draft.Programmes = append(draft.Programmes, metrics.Programme{ID: id})
		draft.Tallies = append(draft.Tallies, metrics.Tally{Indicator: "stayed", Programme: id, Period: metrics.All, Numerator: c[0], Denominator: c[1]})
		all.Numerator, all.Denominator = all.Numerator+c[0], all.Denominator+c[1]
	}
	draft.Tallies = append(draft.Tallies, all)
	return draft
}

func TestFunnelComparesTheProgrammesThatAreShown(t *testing.T) {
	draft := programmes(metrics.Rate, [2]float64{17, 30}, [2]float64{40, 50}, [2]float64{20, 40}, [2]float64{0, 0}, [2]float64{3, 4}, [2]float64{2, 3})
	funnel, ok := draft.For(board).Funnel("stayed")
	if !ok || len(funnel.Points) != 3 {
		t.Fatalf("got %v with %v", ok, funnel.Points)
	}
	if got, want := funnel.Centre.Float(), 77.0/120; got != want { // of those shown; 82 of 127 is that of all
		t.Errorf("got the centre %v, want %v", got, want)
	}
	if want := (metrics.FunnelDot{FunnelPoint: metrics.FunnelPoint{Programme: "p2", K: 40, N: 50}, Limits: metrics.FunnelAt(77.0/120, 50), Place: metrics.Above95}); funnel.Points[1] != want {
		t.Errorf("got %v, want %v", funnel.Points[1], want)
	}
	want := []metrics.FunnelLeft{{Programme: "p4", Why: metrics.LeftNobody}, {Programme: "p5", Why: metrics.LeftHidden}, {Programme: "p6", Why: metrics.LeftHidden}}
	if fmt.Sprint(funnel.Left) != fmt.Sprint(want) {
		t.Errorf("got %v left off, want %v", funnel.Left, want)
	}
	if got := funnel.PlaceOf(draft.For(board).Figure("stayed", "p2", "all")); got != metrics.Above95 {
		t.Errorf("got %s", got)
	}
	if got := funnel.PlaceOf(draft.For(board).Total("stayed")); got != metrics.Nowhere {
		t.Errorf("all together: got %s", got)
	}
	if n := len(funnel.Curve); n != 50 || funnel.Curve[n-1].N != 50 {
		t.Errorf("got a line of %d places", n)
	}
}

func TestNoFunnelOfTwoProgrammesNorOfWhatIsNoRate(t *testing.T) {
	two := programmes(metrics.Rate, [2]float64{17, 30}, [2]float64{40, 50})
	counts := programmes(metrics.Count, [2]float64{17, 30}, [2]float64{40, 50}, [2]float64{20, 40})
	for _, draft := range []metrics.Draft{two, counts} {
		if funnel, ok := draft.For(board).Funnel("stayed"); ok {
			t.Errorf("got %v", funnel)
		}
	}
}

func TestFunnelOfManyIsDrawnThroughSixtyPlaces(t *testing.T) {
	curve := metrics.FunnelCurve(0.67, 1, 1000)
	if n := len(curve); n > 61 || curve[0].N != 1 || curve[n-1].N != 1000 {
		t.Errorf("got %d places, from %d to %d", n, curve[0].N, curve[n-1].N)
	}
}

// The ends are drawn in, so that a single programme far outside does not make all of them differ; then the note must not say
// that none does.
func TestSingleProgrammeFarOutsideIsNotCalledChance(t *testing.T) {
	cells := make([][2]float64, 8)
	for at := range cells {
		cells[at] = [2]float64{58 + float64(at%4), 100}
	}
	for _, c := range []struct {
		last [2]float64
		want string
	}{{[2]float64{60, 100}, metrics.SpreadChance}, {[2]float64{90, 100}, metrics.SpreadEnds}} {
		funnel, ok := programmes(metrics.Rate, append(cells, c.last)...).For(metrics.Audience{Name: "centre", Floor: 1}).Funnel("stayed")
		if !ok || funnel.Spread.Note != c.want {
			t.Errorf("with %v: got %q, want %q", c.last, funnel.Spread.Note, c.want)
		}
	}
}
