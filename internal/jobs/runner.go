package jobs

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"sync"
	"time"
)

// lookEvery is how long the runner sleeps at most: the clock may have been set meanwhile.
const lookEvery = 30 * time.Second

// A Runner does what is due, one thing at a time.
type Runner struct {
	Plan
	Ledger *Ledger
	Now    func() time.Time
	Log    *slog.Logger
	// Ended, if not nil, is told how each attempt ended and how long it took, and of periods that are passed over.
	Ended func(Entry, time.Duration)
	// Between, if not nil, is done by Run whenever no job is due: what has a record of its own. Its error is that of a data folder
	// at fault.
	Between func(context.Context) error

	asking sync.Mutex
	asked  []string
	wake   chan struct{}
}

// NewRunner makes a runner whose data folder nobody else writes to.
func NewRunner(plan Plan, ledger *Ledger, now func() time.Time, log *slog.Logger) *Runner {
	return &Runner{Plan: plan, Ledger: ledger, Now: now, Log: log, wake: make(chan struct{}, 1)}
}

// Run does what is due when it is due, until ctx ends; then it returns nil. An error means that the ledger or the data folder
// is at fault, and that nothing more may be done before they are opened anew.
func (r *Runner) Run(ctx context.Context) error {
	if err := r.prepare(); err != nil {
		return err
	}
	for {
		if _, err := r.work(ctx); err != nil || ctx.Err() != nil {
			return err
		}
		if r.Between != nil {
			if err := r.Between(ctx); err != nil || ctx.Err() != nil {
				return unlessStopped(ctx, err)
			}
		}
		timer := time.NewTimer(r.sleep())
		select {
		case <-ctx.Done():
		case <-r.wake:
		case <-timer.C:
		}
		timer.Stop()
	}
}

// unlessStopped is the error, unless somebody has asked to stop.
func unlessStopped(ctx context.Context, err error) error {
	if ctx.Err() != nil && errors.Is(err, ctx.Err()) {
		return nil
	}
	return err
}

// RunDue does what is due now and returns how much that was. What fails and is to be tried again later is left.
func (r *Runner) RunDue(ctx context.Context) (attempts int, err error) {
	if err := r.prepare(); err != nil {
		return 0, err
	}
	return r.work(ctx)
}

// RunOne does one job, which is in the plan: for the period, or when it is "" for its oldest missing one, or else for this
// minute. A period that is named and has been done is not done again: then ran is false. The entry tells how it ended.
func (r *Runner) RunOne(ctx context.Context, j Job, period Period) (e Entry, ran bool, err error) {
	if err := r.prepare(); err != nil {
		return e, false, err
	}
	if e, _ := r.Ledger.Last(j.Name, period); e.State == Done {
		return e, false, nil
	}
	t := r.task(j, period)
	err = r.do(ctx, t)
	e, _ = r.Ledger.Last(j.Name, t.period)
	return e, true, err
}

// Ask has a job done as soon as the runner is free: its oldest missing period, or when there is none, this minute. Asked for
// again before it has begun, it is done once; asked for afterwards, once more, for there may be something new to do.
func (r *Runner) Ask(job string) {
	r.asking.Lock()
	if !slices.Contains(r.asked, job) {
		r.asked = append(r.asked, job)
	}
	r.asking.Unlock()
	select {
	case r.wake <- struct{}{}:
	default: // it is awake, or will be
	}
}

// prepare plans the jobs that are new, and settles what a kill cut short and must not be tried again.
func (r *Runner) prepare() error {
	if err := r.Ledger.file.Flush(); err != nil {
		return err
	}
	for _, e := range r.Ledger.unfinished() {
		if e.State == Started && !e.Asked && e.Attempt <= len(patience) {
			continue // tried again, with its other missing periods
		}
		r.Log.Warn("job was cut short", "job", e.Job, "period", e.Period, "state", e.State)
		e.At, e.State, e.Reason = r.Now().UTC(), Failed, "cut_short"
		if err := r.end(e, 0); err != nil {
			return err
		}
	}
	for _, j := range r.Jobs {
		if err := r.plan(j); err != nil {
			return err
		}
	}
	return nil
}

// plan notes from when on a new job's periods count. When its schedules have changed, the missed periods are cut down to the
// newest, and what comes is of the new ones.
func (r *Runner) plan(j Job) error {
	r.Ledger.mu.Lock()
	h := r.Ledger.of(j.Name)
	mark, same := h.mark, h.planned.Schedule == j.Times.String()
	r.Ledger.mu.Unlock()
	if mark != "" && same {
		return nil
	}
	if mark == "" {
		mark = PeriodAt(r.Now(), r.Zone)
	} else if err := r.skip(j); err != nil {
		return err
	}
	return r.Ledger.record(Entry{At: r.Now().UTC(), Job: j.Name, Period: mark, State: Planned, Schedule: j.Times.String()})
}

// skip passes over the oldest missed periods of a job when they are too many.
func (r *Runner) skip(j Job) error {
	r.Ledger.mu.Lock()
	h := r.Ledger.of(j.Name)
	due, limit := r.missing(h, j, r.Now()), r.limit(h, j)
	r.Ledger.mu.Unlock()
	over := len(due) - limit
	if over <= 0 {
		return nil
	}
	r.Log.Warn("too many periods were missed: the oldest are passed over", "job", j.Name, "from", due[0], "to", due[over-1], "periods", over, "kept", limit)
	return r.end(Entry{At: r.Now().UTC(), Job: j.Name, Period: due[over-1], State: Skipped, Count: over}, 0)
}
