package metrics_test

import (
	"testing"

	"bolyst/metrics"
)

// All in one programme have the outcome, so it is hidden, and another with it, and one of the two parts of that other. Whoever
// has the other from elsewhere would have its hidden part as what is left, unless the shown part goes too.
func TestPartsOfAHiddenWholeThatIsPublishedElsewhereAreHidden(t *testing.T) {
	draft := metrics.Draft{Definitions: rates().Definitions}
	add := func(programme, category string, k, n float64) {
		breakdown := ""
		if category != "" {
			breakdown = "gender"
		}
		draft.Tallies = append(draft.Tallies, metrics.Tally{Indicator: "rate", Programme: programme, Period: metrics.All, Breakdown: breakdown, Category: category, Numerator: k, Denominator: n})
	}
	var k, n float64
	for programme, c := range map[string][2]float64{"certain": {6, 6}, "other": {12, 20}, "third": {40, 60}, "fourth": {50, 80}} {
		draft.Programmes = append(draft.Programmes, metrics.Programme{ID: programme})
		add(programme, "", c[0], c[1])
		k, n = k+c[0], n+c[1]
	}
	add(metrics.All, "", k, n)
	add("other", "m", 5, 9)
	add("other", "f", 7, 11)
	seen := func() (whole bool, parts int) {
		for _, f := range draft.For(board).Figures {
			if f.Programme == "other" && f.Numerator.Given() {
				if f.IsPlain() {
					whole = true
				} else {
					parts++
				}
			}
		}
		return whole, parts
	}
	if whole, parts := seen(); whole || parts == 0 {
		t.Fatalf("got the whole shown %v and %d parts, want it hidden and a part shown", whole, parts)
	}
	draft.Reported = []metrics.Reported{{Indicator: "rate", Programme: "other", Period: metrics.All, Value: metrics.Of(0.6)}}
	if _, parts := seen(); parts > 0 {
		t.Errorf("got %d parts of a hidden whole that is published", parts)
	}
}
