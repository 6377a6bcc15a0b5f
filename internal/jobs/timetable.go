package jobs

import (
	"slices"
	"strings"
	"time"
)

// A Timetable is the periods of a job: those of its schedules and those that are named one by one. The zero Timetable has none.
type Timetable struct {
	Schedules []Schedule
	Days      []Period
}

// Next is the first period after the given one, "" when there is none.
func (t Timetable) Next(after Period) Period {
	var first Period
	consider := func(p Period) {
		if p > after && (first == "" || p < first) {
			first = p
		}
	}
	for _, s := range t.Schedules {
		consider(s.after(after))
	}
	for _, p := range t.Days {
		consider(p)
	}
	return first
}

// Strikes is the first moment after the given one at which a period begins by the wall clock of the zone, told in that zone;
// the zero time when there is none.
func (t Timetable) Strikes(after time.Time, zone *time.Location) time.Time {
	for p := t.Next(PeriodAt(after, zone)); p != ""; p = t.Next(p) {
		if at := p.At(zone); at.After(after) {
			return at.In(zone)
		}
	}
	return time.Time{}
}

// String tells one timetable's schedules from another's. Days that are added or taken away make no other timetable: those
// that are past and were not done are missed, and are caught up like any other.
func (t Timetable) String() string {
	var all []string
	for _, s := range t.Schedules {
		all = append(all, s.String())
	}
	slices.Sort(all)
	return strings.Join(all, "; ")
}
