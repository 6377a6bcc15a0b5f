package jobs

import (
	"fmt"
	"strings"
)

// A Fault is what is wrong with an expression.
type Fault string

const (
	Empty      Fault = "empty"      // nothing stands there
	ZonePrefix Fault = "zone"       // TZ= or CRON_TZ= before the fields: the zone is set elsewhere
	Interval   Fault = "interval"   // @every, which has no fixed times
	Descriptor Fault = "descriptor" // an unknown word after @
	FieldCount Fault = "count"      // not five fields
	BadField   Fault = "field"      // one field cannot be read
	Never      Fault = "never"      // no such day exists, as 31 February
)

// An ExpressionError says why a cron expression was refused.
type ExpressionError struct {
	Expression string
	Fault      Fault
	Field      string // for BadField: minute, hour, day, month or weekday
	Found      string // the field, descriptor or number of fields at fault
	Allowed    string // what may stand there, as "0-59"
	err        error
}

func (e *ExpressionError) Error() string {
	s := fmt.Sprintf("cron expression %q: %s", e.Expression, e.Fault)
	if e.Field != "" {
		s += " " + e.Field
	}
	if e.Found != "" {
		s += fmt.Sprintf(" %q", e.Found)
	}
	if e.Allowed != "" {
		s += ", allowed " + e.Allowed
	}
	return s
}

func (e *ExpressionError) Unwrap() error { return e.err }

// A ZoneError names a time zone that is not known.
type ZoneError struct {
	Zone string
	err  error
}

func (e *ZoneError) Error() string { return fmt.Sprintf("time zone %q: unknown", e.Zone) }

func (e *ZoneError) Unwrap() error { return e.err }

// descriptors are the words that may stand in place of the five fields.
const descriptors = "@hourly, @daily, @midnight, @weekly, @monthly, @yearly, @annually"

// fields are the five fields in their order, with what each takes.
var fields = []struct{ name, allowed string }{
	{"minute", "0-59"},
	{"hour", "0-23"},
	{"day", "1-31"},
	{"month", "1-12, jan-dec"},
	{"weekday", "0-6, sun-sat"},
}

// refuse names what the library takes, or panics on, but nobody should write.
// @every is refused because its strikes count from the moment the program
// started: no period can be named for which the work is done or still missing.
func refuse(expression string) error {
	switch word, _, _ := strings.Cut(expression, " "); {
	case expression == "":
		return &ExpressionError{Fault: Empty}
	case strings.HasPrefix(word, "TZ=") || strings.HasPrefix(word, "CRON_TZ="):
		return &ExpressionError{Expression: expression, Fault: ZonePrefix, Found: word}
	case strings.HasPrefix(word, "@every"):
		return &ExpressionError{Expression: expression, Fault: Interval, Found: word}
	}
	for i, found := range strings.Fields(expression) {
		if i >= len(fields) || strings.HasPrefix(expression, "@") {
			break
		}
		for part := range strings.SplitSeq(found, ",") {
			// The library reads "1,,3" as "1,3", "*-5" as "*" and "," as no time at all.
			if part == "" || strings.HasPrefix(part, "*-") || strings.HasPrefix(part, "?-") {
				return badField(expression, i, found, nil)
			}
		}
	}
	return nil
}

// fieldAtFault finds the field that the parser stumbled on by trying each alone.
func fieldAtFault(expression string, err error) error {
	if strings.HasPrefix(expression, "@") {
		return &ExpressionError{Expression: expression, Fault: Descriptor, Found: expression, Allowed: descriptors, err: err}
	}
	found := strings.Fields(expression)
	if len(found) != len(fields) {
		return &ExpressionError{Expression: expression, Fault: FieldCount, Found: fmt.Sprint(len(found)), Allowed: "5", err: err}
	}
	for i := range fields {
		alone := []string{"*", "*", "*", "*", "*"}
		alone[i] = found[i]
		if _, err := parse(strings.Join(alone, " ")); err != nil {
			return badField(expression, i, found[i], err)
		}
	}
	return &ExpressionError{Expression: expression, Fault: BadField, Found: expression, err: err}
}

func badField(expression string, i int, found string, err error) error {
	return &ExpressionError{Expression: expression, Fault: BadField, Field: fields[i].name, Found: found, Allowed: fields[i].allowed, err: err}
}
