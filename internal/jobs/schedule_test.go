package jobs_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"bolyst/internal/jobs"
)

func ExampleTimetable_Strikes() {
	s, err := jobs.ParseSchedule("0 6 * * 1-5", "Europe/Oslo")
	if err != nil {
		fmt.Println(err)
		return
	}
	friday := time.Date(2026, 3, 6, 9, 0, 0, 0, time.UTC)
	oslo, _ := jobs.Zone("Europe/Oslo")
	fmt.Println(jobs.Timetable{Schedules: []jobs.Schedule{s}}.Strikes(friday, oslo))
	// Output: 2026-03-09 06:00:00 +0100 CET
}

func TestNextStrikesByTheWallClockOfTheZone(t *testing.T) {
	tests := []struct {
		expression, zone, after, want string
	}{
		{"0 7 1 * *", "Europe/Oslo", "2026-01-15T12:00:00Z", "2026-02-01T07:00:00+01:00"},
		{"0 7 1 * *", "Europe/Oslo", "2026-06-15T12:00:00Z", "2026-07-01T07:00:00+02:00"},
		{"@monthly", "UTC", "2026-12-31T23:59:59Z", "2027-01-01T00:00:00Z"},
		{"@daily", "Europe/Oslo", "2026-11-24T22:59:59Z", "2026-11-25T00:00:00+01:00"},
		{"0 0 1 jan *", "Europe/Oslo", "2026-01-01T00:00:00+01:00", "2027-01-01T00:00:00+01:00"},
		// A strike at the very moment asked about is past: next means after.
		{"*/15 * * * *", "UTC", "2026-03-01T10:15:00Z", "2026-03-01T10:30:00Z"},
		// 2096 is the last leap year before 2104, further than the library looks.
		{"0 12 29 2 *", "UTC", "2096-03-01T00:00:00Z", "2104-02-29T12:00:00Z"},
		// Day of month and weekday both given: either is enough, as crontab(5) has it.
		{"0 8 1 * mon", "UTC", "2026-03-03T00:00:00Z", "2026-03-09T08:00:00Z"},
	}
	for _, test := range tests {
		t.Run(test.expression+" "+test.after, func(t *testing.T) {
			got := next(t, schedule(t, test.expression, test.zone), test.zone, at(t, test.after)).Format(time.RFC3339)
			if got != test.want {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

// The clocks of Oslo go from 02:00 to 03:00 on 29 March 2026 and from 03:00 to
// 02:00 on 25 October 2026. Whatever the expression, it strikes once.
func TestHourThatIsLeftOutOrComesTwiceStrikesOnce(t *testing.T) {
	tests := []struct {
		expression, day, want string
	}{
		{"30 2 * * *", "2026-03-29", "03:00 CEST"},
		{"0 2 * * *", "2026-03-29", "03:00 CEST"},
		{"30 1 * * *", "2026-03-29", "01:30 CET"},
		{"0 3 * * *", "2026-03-29", "03:00 CEST"},
		{"30 2 * * *", "2026-10-25", "02:30 CEST"},
		{"0 2 * * *", "2026-10-25", "02:00 CEST"},
		{"30 1 * * *", "2026-10-25", "01:30 CEST"},
		{"0 3 * * *", "2026-10-25", "03:00 CET"},
	}
	for _, test := range tests {
		t.Run(test.expression+" "+test.day, func(t *testing.T) {
			s := schedule(t, test.expression, "Europe/Oslo")
			var got []string
			day := at(t, test.day+"T00:00:00Z").Add(-12 * time.Hour)
			for at := next(t, s, "Europe/Oslo", day); at.Format(time.DateOnly) <= test.day; at = next(t, s, "Europe/Oslo", at) {
				if at.Format(time.DateOnly) == test.day {
					got = append(got, at.Format("15:04 MST"))
				}
			}
			if fmt.Sprint(got) != "["+test.want+"]" {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

func TestExpressionThatCannotBeFollowedIsRefusedWithItsReason(t *testing.T) {
	tests := []struct {
		expression string
		fault      jobs.Fault
		field      string
		found      string
	}{
		{"", jobs.Empty, "", ""},
		{"  ", jobs.Empty, "", ""},
		{"TZ=Europe/Oslo", jobs.ZonePrefix, "", "TZ=Europe/Oslo"}, // the library panics on this one
		{"CRON_TZ=Europe/Oslo 0 6 * * *", jobs.ZonePrefix, "", "CRON_TZ=Europe/Oslo"},
		{"@every -5s", jobs.Interval, "", "@every"},
		{"@every 1h", jobs.Interval, "", "@every"},
		{"@reboot", jobs.Descriptor, "", "@reboot"},
		{"0 6 * *", jobs.FieldCount, "", "4"},
		{"0 0 6 * * *", jobs.FieldCount, "", "6"},
		{"60 6 * * *", jobs.BadField, "minute", "60"},
		{"0 24 * * *", jobs.BadField, "hour", "24"},
		{"0 6 0 * *", jobs.BadField, "day", "0"},
		{"0 6 L * *", jobs.BadField, "day", "L"},
		{"0 6 1 des *", jobs.BadField, "month", "des"},
		{"0 6 * * 7", jobs.BadField, "weekday", "7"},
		{"0 6 * * man", jobs.BadField, "weekday", "man"},
		{"0 18-6 * * *", jobs.BadField, "hour", "18-6"},
		{"*/0 * * * *", jobs.BadField, "minute", "*/0"},
		{"1,,3 * * * *", jobs.BadField, "minute", "1,,3"},
		{"0 *-5 * * *", jobs.BadField, "hour", "*-5"},
		{"0 6 , * *", jobs.BadField, "day", ","},
		{"0 0 31 2 *", jobs.Never, "", ""},
		{"0 0 30,31 feb *", jobs.Never, "", ""},
	}
	for _, test := range tests {
		t.Run(test.expression, func(t *testing.T) {
			_, err := jobs.ParseSchedule(test.expression, "Europe/Oslo")
			var refused *jobs.ExpressionError
			if !errors.As(err, &refused) {
				t.Fatalf("got error %v, want an ExpressionError", err)
			}
			got := fmt.Sprintf("%s %s %q", refused.Fault, refused.Field, refused.Found)
			want := fmt.Sprintf("%s %s %q", test.fault, test.field, test.found)
			if got != want {
				t.Errorf("got %v, want %v", got, want)
			}
		})
	}
}

func TestZoneThatDependsOnTheMachineIsRefused(t *testing.T) {
	for _, zone := range []string{"", "Local", "Europe/Olso", "../etc/passwd"} {
		_, err := jobs.ParseSchedule("@daily", zone)
		var refused *jobs.ZoneError
		if !errors.As(err, &refused) || refused.Zone != zone {
			t.Errorf("zone %q: got error %v, want a ZoneError that names it", zone, err)
		}
	}
}

func TestZeroScheduleNeverStrikes(t *testing.T) {
	if at := next(t, jobs.Schedule{}, "UTC", at(t, "2026-01-01T00:00:00Z")); !at.IsZero() {
		t.Errorf("got %v, want the zero time", at)
	}
}

// FuzzParseSchedule holds that no expression panics, and that one that is taken
// strikes later than the moment asked about.
func FuzzParseSchedule(f *testing.F) {
	for _, seed := range []string{"0 6 * * 1-5", "@monthly", "TZ=", "*/7 1-5,8 ? jan sun", "0 0 31 2 *", "@every 9h", "1/2/3 * * * *", "- - - - -"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, expression string) {
		s, err := jobs.ParseSchedule(expression, "Europe/Oslo")
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("error of %q has several lines", expression)
			}
			return
		}
		after := time.Date(2026, 3, 28, 12, 0, 0, 0, time.UTC)
		if at := next(t, s, "Europe/Oslo", after); !at.After(after) {
			t.Errorf("%q after %v: got %v", expression, after, at)
		}
	})
}

func schedule(t *testing.T, expression, zone string) jobs.Schedule {
	t.Helper()
	s, err := jobs.ParseSchedule(expression, zone)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// next is when the schedule strikes next.
func next(t *testing.T, s jobs.Schedule, name string, after time.Time) time.Time {
	t.Helper()
	return jobs.Timetable{Schedules: []jobs.Schedule{s}}.Strikes(after, zone(t, name))
}

func at(t *testing.T, moment string) time.Time {
	t.Helper()
	parsed, err := time.Parse(time.RFC3339, moment)
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}
