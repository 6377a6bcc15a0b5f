package metrics_test

import (
	"testing"
	"time"

	"bolyst/metrics"
)

func TestPublishedFigureAgreesWhenItIsTheComputedOneAsPrinted(t *testing.T) {
	given, absent := metrics.Of, metrics.Number{}
	for _, c := range []struct {
		why               string
		kind              metrics.Kind
		value, k, n       metrics.Number // as published
		computedK, ofHowN float64
		want              metrics.Verdict
	}{
		{"86 % is 18 of 21 = 85,7 %", metrics.Rate, given(0.86), absent, absent, 18, 21, metrics.Agrees},
		{"85,7 % is too", metrics.Rate, given(0.857), absent, absent, 18, 21, metrics.Agrees},
		{"85 % is not", metrics.Rate, given(0.85), absent, absent, 18, 21, metrics.Disagrees},
		{"85,8 % is not", metrics.Rate, given(0.858), absent, absent, 18, 21, metrics.Disagrees},
		{"12,5 % may be printed 13 %", metrics.Rate, given(0.13), absent, absent, 2, 16, metrics.Agrees},
		{"or 12 %", metrics.Rate, given(0.12), absent, absent, 2, 16, metrics.Agrees},
		{"17 of 30", metrics.Rate, absent, given(17), given(30), 17, 30, metrics.Agrees},
		{"18 of 30", metrics.Rate, absent, given(18), given(30), 17, 30, metrics.Disagrees},
		{"70 %, of 62: the share agrees, the number behind it does not", metrics.Rate, given(0.70), absent, given(62), 21, 30, metrics.Disagrees},
		{"a count as a value", metrics.Count, given(750), absent, absent, 750, 750, metrics.Agrees},
		{"a count as a numerator", metrics.Count, absent, given(749), absent, 750, 750, metrics.Disagrees},
		{"kr 69 500", metrics.Ratio, given(69500), absent, absent, 1112000, 16, metrics.Agrees},
		{"nobody is computed", metrics.Rate, given(0.86), absent, absent, 0, 0, metrics.Incomparable},
		{"nothing is given", metrics.Rate, absent, absent, absent, 18, 21, metrics.Incomparable},
	} {
		d := metrics.Draft{AsOf: time.Date(2010, 12, 31, 0, 0, 0, 0, time.UTC), Programmes: []metrics.Programme{{ID: "kom"}},
			Definitions: []metrics.Definition{{ID: "x", Version: 1, Kind: c.kind, Unit: "trainee", Total: "pooled", Protected: true, Audiences: []string{"board"}}},
			Tallies:     []metrics.Tally{{Indicator: "x", Programme: metrics.All, Period: metrics.All, Numerator: c.computedK, Denominator: c.ofHowN}},
			Reported:    []metrics.Reported{{Indicator: "x", Programme: "kom", Period: metrics.All, Value: c.value, Numerator: c.k, Denominator: c.n}}}
		table := d.For(staff)
		found := table.Agreements()
		if len(found) != 1 || found[0].Verdict != c.want {
			t.Errorf("%s: got %+v, want it once: %s", c.why, found, c.want)
		}
		if got := len(table.Disagreements()); (got == 1) != (c.want == metrics.Disagrees) {
			t.Errorf("%s: got %d disagreements", c.why, got)
		}
		d.Reported[0].AsOf = d.AsOf.AddDate(-1, 0, 0)
		if got := d.For(staff).Agreements()[0].Verdict; got != metrics.Incomparable {
			t.Errorf("%s: a year earlier: got %s, want incomparable", c.why, got)
		}
	}
}

func TestHiddenFigureIsComparedWithNothing(t *testing.T) {
	d := rates([2]float64{1, 3})
	d.Reported = []metrics.Reported{{Indicator: "rate", Programme: "kom", Period: "2006", Value: metrics.Of(0.99)}}
	for _, c := range d.For(board).Agreements() {
		if c.Verdict != metrics.Incomparable {
			t.Errorf("got %s, which tells something of what is hidden", c.Verdict)
		}
	}
}
