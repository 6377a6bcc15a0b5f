package jobs

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// A Job is a piece of work that is done for each period of a timetable.
type Job struct {
	Name  string
	Times Timetable
	Grace time.Duration // how long after its time it may be done before its silence is a finding
	// Newest: what is done for a later period makes an earlier one that failed needless, as taking in a file does.
	Newest bool
	Work   func(context.Context, *Run) error
}

// A Run is one attempt at one period.
type Run struct {
	Job     string
	Period  Period
	Attempt int
	Note    string // a key that the work may leave in the ledger when it is done

	delivering bool
	record     func(State) error
}

// AsOf is the day that the period is for: what is done late is still done as of that day.
func (r *Run) AsOf() time.Time { return r.Period.Day() }

// Delivering must be called before the first thing leaves the house. When it returns without an error, the ledger has it, and
// neither a failure nor a kill makes the work be tried again: nobody gets the same twice.
func (r *Run) Delivering() error {
	if r.delivering {
		return nil
	}
	if err := r.record(Delivering); err != nil {
		return err
	}
	r.delivering = true
	return nil
}

// A Failure is an error that says how the job goes on. Any other error has the reason "failed", and is tried again.
type Failure struct {
	Reason string // a key, never what a file or a person says
	Final  bool   // trying again cannot help
	Fatal  bool   // nothing more can be done before the data folder is opened anew
	Err    error
}

func (f *Failure) Error() string { return fmt.Sprintf("%s: %v", f.Reason, f.Err) }

func (f *Failure) Unwrap() error { return f.Err }

// failure is the error as a Failure.
func failure(err error) *Failure {
	var f *Failure
	if errors.As(err, &f) {
		return f
	}
	return &Failure{Reason: "failed", Err: err}
}

// patience is how long after each attempt the next one comes. After the last there is none.
var patience = []time.Duration{time.Minute, 5 * time.Minute, 15 * time.Minute, time.Hour}
