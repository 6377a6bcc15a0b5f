package jobs_test

import (
	"testing"
	"time"

	"bolyst/internal/jobs"
)

func TestPeriodBeginsWhenTheWallClockFirstShowsItOrJumpsOverIt(t *testing.T) {
	tests := []struct{ zone, period, want string }{
		{"Europe/Oslo", "2026-03-28T02:30", "2026-03-28T01:30:00Z"},
		{"Europe/Oslo", "2026-03-29T02:00", "2026-03-29T01:00:00Z"}, // the clocks jump from two to three
		{"Europe/Oslo", "2026-03-29T02:59", "2026-03-29T01:00:00Z"},
		{"Europe/Oslo", "2026-03-29T03:00", "2026-03-29T01:00:00Z"},
		{"Europe/Oslo", "2026-10-25T01:59", "2026-10-24T23:59:00Z"},
		{"Europe/Oslo", "2026-10-25T02:00", "2026-10-25T00:00:00Z"}, // and back from three to two: the first time
		{"Europe/Oslo", "2026-10-25T02:59", "2026-10-25T00:59:00Z"},
		{"Europe/Oslo", "2026-10-25T03:00", "2026-10-25T02:00:00Z"},
		{"America/Sao_Paulo", "2018-11-04T00:30", "2018-11-04T03:00:00Z"}, // at midnight
		{"Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45:00Z"},
		{"Pacific/Apia", "2011-12-30T12:00", "2011-12-30T10:00:00Z"}, // a day that never was
		{"UTC", "2026-10-25T02:30", "2026-10-25T02:30:00Z"},
	}
	for _, test := range tests {
		if got := jobs.Period(test.period).At(zone(t, test.zone)).UTC().Format(time.RFC3339); got != test.want {
			t.Errorf("%s in %s: got %s, want %s", test.period, test.zone, got, test.want)
		}
	}
}

func TestLaterPeriodNeverBeginsBeforeAnEarlierOne(t *testing.T) {
	for _, name := range []string{"Europe/Oslo", "America/Sao_Paulo", "Australia/Lord_Howe"} {
		z := zone(t, name)
		for _, day := range []string{"2018-02-17", "2018-11-03", "2026-03-28", "2026-04-04", "2026-10-03", "2026-10-24"} {
			wall := at(t, day+"T12:00:00Z")
			last := jobs.PeriodAt(wall, time.UTC).At(z)
			for minute := range 24 * 60 {
				p := jobs.PeriodAt(wall.Add(time.Duration(minute)*time.Minute), time.UTC)
				if begins := p.At(z); begins.Before(last) {
					t.Errorf("%s in %s begins %v, before %v", p, name, begins, last)
				} else {
					last = begins
				}
			}
		}
	}
}

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	z, err := jobs.Zone(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}
