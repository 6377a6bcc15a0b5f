package jobs

import (
	"fmt"
	"strings"
	"time"
	_ "time/tzdata" // a machine without a time zone database gets the same answers

	"github.com/robfig/cron/v3"
)

// A Schedule strikes at the minutes its expression names, by the wall clock of
// its zone. The zero Schedule never strikes.
type Schedule struct {
	expression string
	spec       cron.Schedule // follows a wall clock that is never changed
}

// parser takes what crontab(5) takes: five fields or a descriptor.
var parser = cron.NewParser(cron.Minute | cron.Hour | cron.Dom | cron.Month | cron.Dow | cron.Descriptor)

// origin is where the search for a first strike begins. It is fixed, not today,
// so that the same expression is judged the same way every day; the year 2000
// has a 29 February.
const origin Period = "2000-01-01T00:00"

// ParseSchedule reads a cron expression that is to be followed by the wall clock
// of a zone, a name such as Europe/Oslo. The error is an [*ExpressionError] or a
// [*ZoneError].
func ParseSchedule(expression, zone string) (Schedule, error) {
	if _, err := Zone(zone); err != nil {
		return Schedule{}, err
	}
	expression = strings.TrimSpace(expression)
	if err := refuse(expression); err != nil {
		return Schedule{}, err
	}
	spec, err := parse(expression)
	if err != nil {
		return Schedule{}, fieldAtFault(expression, err)
	}
	// The library skips half past two in the night when the clocks go forward and
	// repeats it when they go back; here it only tells which minutes are meant.
	if wall, ok := spec.(*cron.SpecSchedule); ok {
		wall.Location = time.UTC
	}
	s := Schedule{expression: expression, spec: spec}
	if s.after(origin) == "" {
		return Schedule{}, &ExpressionError{Expression: expression, Fault: Never}
	}
	return s, nil
}

// Zone is the time zone of that name. The empty name and "Local" are refused,
// because what they mean depends on the machine.
func Zone(name string) (*time.Location, error) {
	if name == "" || name == "Local" {
		return nil, &ZoneError{Zone: name}
	}
	location, err := time.LoadLocation(name)
	if err != nil {
		return nil, &ZoneError{Zone: name, err: err}
	}
	return location, nil
}

// after is the first period of the schedule after the given one, "" when there is none.
func (s Schedule) after(p Period) Period {
	if s.spec == nil {
		return ""
	}
	wall := p.wall()
	// The library looks five years ahead; from one 29 February to the next it can
	// be eight years.
	for range 2 {
		if next := s.spec.Next(wall); !next.IsZero() {
			return PeriodAt(next, time.UTC)
		}
		wall = wall.AddDate(5, 0, 0)
	}
	return ""
}

// String is the expression as it was written.
func (s Schedule) String() string { return s.expression }

// parse is the library's parser, whose panics on odd input become errors.
func parse(expression string) (spec cron.Schedule, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("cron parser: %v", fault)
		}
	}()
	return parser.Parse(expression)
}
