package metrics_test

import (
	"slices"
	"testing"

	"bolyst/metrics"
)

// in lists every figure of another indicator that the person counts in.
func (p person) in(indicator string) (cells []metrics.Cell) {
	for _, c := range p.cells() {
		c.Indicator = indicator
		cells = append(cells, c)
	}
	return cells
}

// with adds another protected rate to the draft, of its own people.
func with(d metrics.Draft, definition metrics.Definition, people []person) metrics.Draft {
	definition.Version, definition.Unit, definition.Total = 1, "trainee", "pooled"
	definition.Protected, definition.Audiences = true, []string{"board"}
	if definition.Kind == "" {
		definition.Kind = metrics.Rate
	}
	d.Definitions = append(slices.Clone(d.Definitions), definition)
	cells := map[metrics.Cell]metrics.Tally{}
	for _, p := range people {
		for _, c := range p.in(definition.ID) {
			t := cells[c]
			t.Denominator++
			if p.outcome {
				t.Numerator++
			}
			cells[c] = t
		}
	}
	d.Tallies = slices.Clone(d.Tallies)
	for c, t := range cells {
		t.Indicator, t.Programme, t.Period, t.Breakdown, t.Category = c.Indicator, c.Programme, c.Period, c.Breakdown, c.Category
		d.Tallies = append(d.Tallies, t)
	}
	return d
}

// TestWhatOneIndicatorHidesNoOtherTells has six of six, which is hidden, and the same six of all twelve, which would not be.
func TestWhatOneIndicatorHidesNoOtherTells(t *testing.T) {
	completed := of("p1", "2006", 6, 6)
	all := slices.Concat(completed, of("p1", "2006", 0, 6))
	for _, c := range []struct {
		name       string
		definition metrics.Definition
		people     []person
		hidden     bool
	}{
		{"by themselves", metrics.Definition{ID: "of_all"}, all, false},
		{"the same outcome", metrics.Definition{ID: "of_all", SameOutcome: "rate"}, all, true},
		{"a ratio of it", metrics.Definition{ID: "of_all", Kind: metrics.Ratio, SameOutcome: "rate"}, all, true},
		{"those who have it are those who count", metrics.Definition{ID: "of_all", Among: "rate"}, of("p1", "2006", 2, 6), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			table := with(counted(completed), c.definition, c.people).For(board)
			if f := table.Total("rate"); f.Numerator.Given() {
				t.Fatalf("six of six is told: %+v", f)
			}
			if got := !table.Total("of_all").Denominator.Given(); got != c.hidden {
				t.Errorf("hidden: got %v, want %v", got, c.hidden)
			}
		})
	}
}

// A ratio of what is shown to what is public has no secret, however few the places are.
func TestARatioIsShownWhereBothPartsAre(t *testing.T) {
	d := with(counted(of("p1", "2006", 20, 30)), metrics.Definition{ID: "per_place", Kind: metrics.Ratio, SameOutcome: "rate"}, nil)
	for _, programme := range []string{"all", "p1"} {
		for _, period := range []string{"all", "2006"} {
			d.Tallies = append(d.Tallies, metrics.Tally{Indicator: "per_place", Programme: programme, Period: period, Numerator: 20, Denominator: 3})
		}
	}
	if f := d.For(board).Total("per_place"); f.Denominator.Float() != 3 {
		t.Errorf("got %+v, want 20 per 3 places", f)
	}
}

// TestAnOuterFigureDoesNotTellTheInner has two cohorts hidden of each, whose sums are the same: of each cohort as many must then
// be within as in the whole, and where one of the outer is shown, the inner can only be that.
func TestAnOuterFigureDoesNotTellTheInner(t *testing.T) {
	inner := slices.Concat(of("p1", "2006", 3, 4), of("p1", "2007", 3, 4), of("p1", "2008", 9, 14))
	outer := slices.Concat(of("p1", "2006", 3, 6), of("p1", "2007", 3, 6), of("p1", "2008", 9, 14))
	alone := with(counted(inner), metrics.Definition{ID: "outer"}, outer).For(board)
	nested := with(counted(inner), metrics.Definition{ID: "outer", Holds: []string{"rate"}}, outer).For(board)
	shown := func(t metrics.Table, indicator string) (n int) {
		for _, period := range []string{"2006", "2007"} {
			if t.Figure(indicator, "p1", period).Denominator.Given() {
				n++
			}
		}
		return n
	}
	if got := [4]int{shown(alone, "rate"), shown(alone, "outer"), shown(nested, "rate"), shown(nested, "outer")}; got != [4]int{0, 2, 0, 0} {
		t.Errorf("cohorts shown (inner and outer, alone and nested): got %v", got)
	}
}

// TestAReplacedProgrammeDoesNotTellItselfFromTheTotal takes a programme, of whom all five have the outcome, out of the total: the
// change of the total would tell that they all had it.
func TestAReplacedProgrammeDoesNotTellItselfFromTheTotal(t *testing.T) {
	d := counted(slices.Concat(of("p1", "2006", 12, 20), of("p2", "2006", 5, 5), of("p3", "2006", 9, 17)))
	before := metrics.Earlier{Shown: d.For(board).Figures, Behind: d.For(staff).Figures}
	after := counted(slices.Concat(of("p1", "2006", 12, 20), of("p3", "2006", 9, 17)))
	after.Programmes = d.Programmes
	after.Definitions[0].NotFor = []metrics.NotFor{{Programme: "p2", Instead: "own"}}
	if f := after.For(board).Total("rate"); !f.Numerator.Given() {
		t.Fatalf("by itself the total is hidden: %+v", f)
	}
	if f := after.ForAfter(board, before).Total("rate"); f.Numerator.Given() && d.For(board).Total("rate").Numerator.Given() {
		t.Errorf("the total is told before and after: %+v", f)
	}
	if leaks := metrics.Differences(d.For(board), after.For(board)); len(leaks) == 0 {
		t.Error("no leak is found")
	}
}
