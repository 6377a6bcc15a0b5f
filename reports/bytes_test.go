package reports_test

import (
	"bytes"
	"testing"
	"time"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

func TestSameTableGivesSameBytes(t *testing.T) {
	draft := metricstest.KOM()
	want := written(t, draft.For(board), metrics.Norwegian)
	for range 5 { // the library's maps would differ by then
		if got := written(t, draft.For(board), metrics.Norwegian); !bytes.Equal(got, want) {
			t.Fatal("the same table gave other bytes")
		}
	}
}

func TestTimeZoneOfTheMachineDoesNotMatter(t *testing.T) {
	want := written(t, metricstest.KOM().For(staff), metrics.English)
	local := time.Local
	defer func() { time.Local = local }()
	for _, name := range []string{"Pacific/Kiritimati", "America/Adak", "Europe/Oslo"} {
		zone, err := time.LoadLocation(name)
		if err != nil {
			t.Skipf("this machine does not know the zone %s: install tzdata", name)
		}
		time.Local = zone
		if got := written(t, metricstest.KOM().For(staff), metrics.English); !bytes.Equal(got, want) {
			t.Errorf("in %s the same table gave other bytes", name)
		}
		// An as-of date that was read in the zone of the installation is the same date.
		draft := metricstest.KOM()
		draft.AsOf = time.Date(2010, 12, 31, 0, 0, 0, 0, zone)
		if got := written(t, draft.For(staff), metrics.English); !bytes.Equal(got, want) {
			t.Errorf("a date of %s gave other bytes", name)
		}
	}
}
