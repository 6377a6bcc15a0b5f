package metrics_test

import (
	"math"
	"testing"
	"time"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

// against is the progress of the total of KOM's indicator against the target, for the staff.
func against(t *testing.T, target metrics.Target) metrics.Progress {
	t.Helper()
	draft := metricstest.Kinds()
	target.Programme = "kom"
	draft.Targets = []metrics.Target{target}
	table := draft.For(staff)
	progress, ok := table.Progress(table.Figure(target.Indicator, "kom", metrics.All))
	if !ok {
		t.Fatalf("%v: got no progress", target)
	}
	return progress
}

func TestProgressHasGapPaceAndChance(t *testing.T) {
	for _, c := range []struct {
		why          string
		target       metrics.Target
		now          string
		gap, pace    metrics.Number
		years        int
		reached      bool
		chance       metrics.Number
		text, reader string
	}{
		// R's pbeta(0.9, 18.5, 3.5, lower.tail = FALSE) is 0.2382, and with 6.5 and 1.5 0.2992.
		{"the total against its own target", metrics.Target{Indicator: "job_offer_rate", Period: "all", Value: 0.9}, "all",
			metrics.Of(18.0/21 - 0.9), metrics.Number{}, 0, false, metrics.Of(chanceAtLeast(18, 21, 0.9)),
			"måltall 90,0 % (−4,3 prosentpoeng)", "Sannsynligheten for at nivået bak tallet er minst måltallet, er 24 %."},
		{"the newest year against one to come", metrics.Target{Indicator: "applicants", Period: "2014", Value: 201, Baseline: metrics.Baseline{Value: metrics.Of(110), Period: "2006"}}, "2010",
			metrics.Of(-24), metrics.Of(6), 4, false, metrics.Number{},
			"måltall 201 for 2014 (−24 i 2010)", "Måltallet for 2014 krever en økning på 6 i året. Utgangspunktet er 110 (2006)."},
		{"the newest complete cohort, not those under way", metrics.Target{Indicator: "job_offer_rate", Period: "2012", Value: 0.9}, "2008",
			metrics.Of(6.0/7 - 0.9), metrics.Of((0.9 - 6.0/7) / 4), 4, false, metrics.Of(chanceAtLeast(6, 7, 0.9)),
			"måltall 90,0 % for 2012 (−4,3 prosentpoeng i 2008)", "Måltallet for 2012 krever en økning på 1,1 prosentpoeng i året. Sannsynligheten for at nivået bak tallet er minst måltallet, er 30 %."},
		{"each year, and reached", metrics.Target{Indicator: "member_companies", Period: metrics.Each, Value: 16}, "2010",
			metrics.Of(0), metrics.Number{}, 0, true, metrics.Number{},
			"måltall 16 hvert år (0 i 2010)", "Måltallet er nådd."},
		{"a mean, whose target is not rounded", metrics.Target{Indicator: "placement_evaluation", Period: "all", Value: 4.75}, "all",
			metrics.Of(4.5 - 4.75), metrics.Number{}, 0, false, metrics.Number{},
			"måltall 4,75 (−0,25)", ""},
		{"an amount", metrics.Target{Indicator: "fee_per_member", Period: "2011", Value: 70000}, "2010",
			metrics.Of(-500), metrics.Of(500), 1, false, metrics.Number{},
			"måltall kr 70 000 for 2011 (kr −500 i 2010)", "Måltallet for 2011 krever en økning på kr 500 i året."},
	} {
		s := against(t, c.target)
		if s.Now.Period != c.now || s.Years != c.years || s.Reached != c.reached {
			t.Errorf("%s: got %s, %d years, reached %v; want %s, %d, %v", c.why, s.Now.Period, s.Years, s.Reached, c.now, c.years, c.reached)
		}
		for _, n := range []struct {
			name      string
			got, want metrics.Number
		}{{"gap", s.Gap, c.gap}, {"pace", s.Pace, c.pace}, {"chance", s.Chance, c.chance}} {
			if n.got.Given() != n.want.Given() || math.Abs(n.got.Float()-n.want.Float()) > 1e-12 {
				t.Errorf("%s: %s: got %v, want %v", c.why, n.name, n.got, n.want)
			}
		}
		if got := ordinarySpaces(s.Text(nb)); got != c.text {
			t.Errorf("%s: got %q, want %q", c.why, got, c.text)
		}
		if got := ordinarySpaces(s.Sentence(nb)); got != c.reader {
			t.Errorf("%s: got %q, want %q", c.why, got, c.reader)
		}
	}
}

func chanceAtLeast(k, n, target float64) float64 { return metrics.ChanceAtLeast(k, n, target).Float() }

func TestTargetThatIsNotAgreedIsSaidToBe(t *testing.T) {
	table := metricstest.KOM().For(staff)
	if got, want := table.TargetText(table.Total("applicants"), en), "no target agreed"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLowerIsBetterWhereTheTargetSaysSo(t *testing.T) {
	draft := metricstest.KOM()
	for i := range draft.Definitions {
		draft.Definitions[i].Direction = "none"
	}
	for _, c := range []struct {
		direction string
		reached   bool
		chance    float64 // of Beta(18.5, 3.5)
	}{{"down", true, 1 - chanceAtLeast(18, 21, 0.9)}, {"up", false, chanceAtLeast(18, 21, 0.9)}, {"", false, 0}} {
		draft.Targets = []metrics.Target{{Indicator: "job_offer_rate", Programme: "all", Period: "all", Value: 0.9, Direction: c.direction}}
		table := draft.For(staff)
		s, _ := table.Progress(table.Total("job_offer_rate"))
		if s.Reached != c.reached || math.Abs(s.Chance.Float()-c.chance) > 1e-12 || s.Chance.Given() != (c.direction != "") {
			t.Errorf("%q: got reached %v, chance %v; want %v, %v", c.direction, s.Reached, s.Chance, c.reached, c.chance)
		}
	}
}

func TestTargetOfAHiddenFigureHasNoGap(t *testing.T) {
	draft := metricstest.KOM()
	draft.Targets = []metrics.Target{
		{Indicator: "retained_of_hired", Programme: "kom", Period: "2010", Value: 0.5}, // nobody of four: hidden
		{Indicator: "retained_of_hired", Programme: "kom", Period: metrics.Each, Value: 0.5},
	}
	table := draft.For(board)
	hidden, _ := table.Progress(table.Figure("retained_of_hired", "all", "2010"))
	if hidden.Gap.Given() || hidden.Chance.Given() || hidden.Reached {
		t.Errorf("got %v, want nothing that is worked out of a hidden figure", hidden)
	}
	// Of six of seven the board is told the counts, and so the chance, but no percentage, and so no distance in points.
	few, _ := table.Progress(table.Figure("retained_of_hired", "all", "2008"))
	if few.Gap.Given() || !few.Chance.Given() {
		t.Errorf("got gap %v, chance %v, want the chance alone", few.Gap, few.Chance)
	}
	for _, s := range table.AllProgress() {
		if s.Target.Period == metrics.Each && s.Now.Period != "2008" {
			t.Errorf("got %s held against the target for each period, want the newest that is shown", s.Now.Period)
		}
	}
}

func TestYearThatIsNotOverIsNoReading(t *testing.T) {
	draft := metricstest.KOM()
	for _, c := range []struct {
		asOf      time.Time
		indicator string
		given     bool
	}{
		{time.Date(2010, 12, 31, 0, 0, 0, 0, time.UTC), "applicants", true},
		{time.Date(2010, 9, 30, 0, 0, 0, 0, time.UTC), "applicants", false}, // more may come
		{time.Date(2010, 9, 30, 0, 0, 0, 0, time.UTC), "member_companies", true},
		{time.Date(2010, 12, 31, 0, 0, 0, 0, time.UTC), "job_offer_rate", false}, // under way
	} {
		draft.AsOf = c.asOf
		process, ok := draft.For(staff).Process(c.indicator, metrics.All)
		if !ok || len(process.Points) != 5 || process.Points[4].Period != "2010" || process.Points[4].Value.Given() != c.given {
			t.Errorf("%s %s: got %v, want a value %v", c.indicator, c.asOf.Format(time.DateOnly), process.Points, c.given)
		}
	}
}
