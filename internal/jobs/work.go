package jobs

import (
	"context"
	"runtime/debug"
	"slices"
	"time"
)

// task is one period of one job that may be done now.
type task struct {
	Job
	period Period
	asked  bool // not in the timetable
}

// work does what may be done now, until there is nothing left or ctx ends.
func (r *Runner) work(ctx context.Context) (attempts int, err error) {
	for ctx.Err() == nil {
		t, err := r.pick()
		if err != nil || t == nil {
			return attempts, err
		}
		if err := r.do(ctx, *t); err != nil {
			return attempts, err
		}
		attempts++
	}
	return attempts, nil
}

// pick chooses what is done next: what somebody asked for, or else what has been due the longest.
func (r *Runner) pick() (*task, error) {
	if t := r.pickAsked(); t != nil {
		return t, nil
	}
	var first *task
	for _, j := range r.Jobs {
		if err := r.skip(j); err != nil {
			return nil, err
		}
		period, err := r.oldest(j)
		if err != nil {
			return nil, err
		}
		if period != "" && (first == nil || period.At(r.Zone).Before(first.period.At(r.Zone))) {
			first = &task{Job: j, period: period}
		}
	}
	return first, nil
}

// oldest is the oldest missing period of a job if it may be tried now. One that failed gives way where a later one makes it
// needless.
func (r *Runner) oldest(j Job) (Period, error) {
	for {
		r.Ledger.mu.Lock()
		h := r.Ledger.of(j.Name)
		due := r.missing(h, j, r.Now())
		var last Entry
		if len(due) > 0 {
			last = h.periods[due[0]]
		}
		r.Ledger.mu.Unlock()
		switch {
		case len(due) == 0:
			return "", nil
		case j.Newest && last.State == Failed && len(due) > 1:
			last.At, last.Again = r.Now().UTC(), time.Time{}
			if err := r.Ledger.record(last); err != nil {
				return "", err
			}
		case ready(last, r.Now()):
			return due[0], nil
		default:
			return "", nil
		}
	}
}

// pickAsked is what was asked for first.
func (r *Runner) pickAsked() *task {
	r.asking.Lock()
	defer r.asking.Unlock()
	for len(r.asked) > 0 {
		name := r.asked[0]
		r.asked = r.asked[1:]
		if j, ok := r.Job(name); ok {
			t := r.task(j, "")
			return &t
		}
	}
	return nil
}

// task is what is done when somebody asks for a job: for the period that they name, or else the oldest missing one, or else
// this minute.
func (r *Runner) task(j Job, period Period) task {
	r.Ledger.mu.Lock()
	defer r.Ledger.mu.Unlock()
	due := r.missing(r.Ledger.of(j.Name), j, r.Now())
	switch {
	case period == "" && len(due) > 0:
		period = due[0]
	case period == "":
		period = PeriodAt(r.Now(), r.Zone)
	}
	return task{Job: j, period: period, asked: !slices.Contains(due, period)}
}

// do does a job for a period. How that ends stands in the ledger and is no error; an error is what stops the runner.
func (r *Runner) do(ctx context.Context, t task) error {
	j, period, asked := t.Job, t.period, t.asked
	before, _ := r.Ledger.Last(j.Name, period)
	e := Entry{Job: j.Name, Period: period, Attempt: before.Attempt + 1, Asked: asked}
	if before.State == Stopped {
		e.Attempt = before.Attempt
	}
	record := func(s State) error {
		e.At, e.State = r.Now().UTC(), s
		return r.Ledger.record(e)
	}
	if err := record(Started); err != nil {
		return err
	}
	log := r.Log.With("job", j.Name, "period", period, "attempt", e.Attempt)
	log.Info("job started")
	began := time.Now()
	run := &Run{Job: j.Name, Period: period, Attempt: e.Attempt, record: record}
	err := attempt(ctx, j, run)
	took := time.Since(began).Round(time.Millisecond)
	var fatal error
	switch {
	case err == nil:
		e.State, e.Reason = Done, run.Note
		log.Info("job done", "took", took.String(), "note", run.Note)
	case ctx.Err() != nil && !run.delivering:
		e.State = Stopped
		log.Info("job stopped before it was done")
	default:
		f := failure(err)
		e.State, e.Reason = Failed, f.Reason
		if again := e.Attempt - 1; again < len(patience) && !run.delivering && !asked && !f.Final {
			e.Again = r.Now().UTC().Add(patience[again])
		}
		if !e.Again.IsZero() {
			log = log.With("again", e.Again)
		}
		log.Warn("job failed", "reason", f.Reason, "took", took.String())
		if f.Fatal {
			fatal = f
		}
	}
	e.At = r.Now().UTC()
	if err := r.end(e, took); err != nil {
		return err
	}
	return fatal
}

// end records how a period ended, for now or for good, and tells of it.
func (r *Runner) end(e Entry, took time.Duration) error {
	if err := r.Ledger.record(e); err != nil {
		return err
	}
	if r.Ended != nil {
		r.Ended(e, took)
	}
	return nil
}

// attempt does the work; a panic is a failure like any other. What it says is not kept, since it may hold anything.
func attempt(ctx context.Context, j Job, run *Run) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = &Failure{Reason: "panic", Err: stack(debug.Stack())}
		}
	}()
	return j.Work(ctx, run)
}

// stack is where the program panicked.
type stack []byte

func (s stack) Error() string { return string(s) }

// sleep is how long nothing will be due.
func (r *Runner) sleep() time.Duration {
	now := r.Now()
	sleep := lookEvery
	r.Ledger.mu.Lock()
	defer r.Ledger.mu.Unlock()
	for _, j := range r.Jobs {
		h := r.Ledger.of(j.Name)
		if next := r.next(h, j, now); next != "" {
			sleep = min(sleep, next.At(r.Zone).Sub(now))
		}
		for _, p := range r.missing(h, j, now) {
			if again := h.periods[p].Again; again.After(now) {
				sleep = min(sleep, again.Sub(now))
			}
		}
	}
	return max(sleep, time.Millisecond)
}
