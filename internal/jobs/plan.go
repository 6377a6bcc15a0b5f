package jobs

import (
	"slices"
	"time"
)

// A Plan is all jobs of an installation, in the order in which they go when they are due at the same time.
type Plan struct {
	Jobs    []Job
	Zone    *time.Location
	CatchUp int // how many missed periods of a job are done after all; older ones are passed over
}

// Job is the job of that name.
func (p Plan) Job(name string) (Job, bool) {
	i := slices.IndexFunc(p.Jobs, func(j Job) bool { return j.Name == name })
	if i < 0 {
		return Job{}, false
	}
	return p.Jobs[i], true
}

// missing are the periods of a job that are due and not settled, oldest first. The caller holds the ledger's lock.
func (p Plan) missing(h *history, j Job, now time.Time) []Period {
	if h.mark == "" {
		return nil // not planned yet
	}
	var due []Period
	for period := j.Times.Next(h.mark); period != "" && !period.At(p.Zone).After(now); period = j.Times.Next(period) {
		if !h.periods[period].settled() {
			due = append(due, period)
		}
	}
	return due
}

// next is the first period of a job that is not due yet.
func (p Plan) next(h *history, j Job, now time.Time) Period {
	period := j.Times.Next(max(h.mark, PeriodAt(now, p.Zone)))
	for period != "" && !period.At(p.Zone).After(now) {
		period = j.Times.Next(period)
	}
	return period
}

// limit is how many missed periods of a job are done. When its schedules are others than those that were planned, only the
// newest is: nobody missed what was not in the timetable then.
func (p Plan) limit(h *history, j Job) int {
	if h.planned.Schedule != j.Times.String() {
		return 1
	}
	return max(p.CatchUp, 1)
}

// ready tells whether it may be tried now. A clock that was set back does not make anyone wait longer than they would have.
func ready(e Entry, now time.Time) bool {
	return !now.Before(e.Again) || e.Again.Sub(now) > patience[len(patience)-1]
}
