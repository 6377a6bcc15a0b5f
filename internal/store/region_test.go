package store

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNoDayOfAMunicipalityIsInTwoRegions(t *testing.T) {
	got := merged([]Region{
		{"kom", "1505", day("2010-01-01"), day("2012-01-01")},
		{"kom", "1505", day("2006-01-01"), day("2010-01-01")}, // goes on without a gap
		{"kom", "1506", day("2006-01-01"), day("2009-01-01")},
		{"kom", "1506", day("2009-01-02"), day("2010-01-01")}, // a day later: a gap
		{"kom", "1511", day("2006-01-01"), day("0001-01-01")}, // no end
		{"kom", "1511", day("2008-01-01"), day("2009-01-01")}, // within it
		{"nord", "1505", day("2006-01-01"), day("2007-01-01")},
	})
	want := []Region{
		{"kom", "1505", day("2006-01-01"), day("2012-01-01")},
		{"kom", "1506", day("2006-01-01"), day("2009-01-01")},
		{"kom", "1506", day("2009-01-02"), day("2010-01-01")},
		{"kom", "1511", day("2006-01-01"), always},
		{"nord", "1505", day("2006-01-01"), day("2007-01-01")},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
