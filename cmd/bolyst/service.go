package main

import (
	"context"
	"errors"
	"sync"
	"time"

	"bolyst/internal/audit"
	"bolyst/internal/batch"
	"bolyst/internal/deliver"
	"bolyst/internal/jobs"
)

// openAgain is how long the service waits before it opens a data folder anew that was at fault. The editions are served
// meanwhile.
const openAgain = time.Minute

// service is the program while it serves. One goroutine works; those that answer requests see what it has told.
type service struct {
	*console
	log      logger
	measures *measures
	audit    *audit.Log      // nil: nobody signs in
	looking  chan struct{}   // holds one for each look into the data folder
	stopping <-chan struct{} // closed when the service is to stop
	deciding sync.Mutex      // held while somebody approves an edition or rejects it

	mu    sync.Mutex
	state state
}

// state is what the pages know of the work. It is replaced whole.
type state struct {
	in      *installation // its store belongs to the worker alone; others have a look
	runner  *jobs.Runner  // nil while the data folder is not open
	batches []batch.Batch
}

func (s *service) seen() state {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.state
}

func (s *service) tell(told state) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.state = told
}

// take makes the runner of an open data folder.
func (s *service) take(in *installation) (*jobs.Runner, error) {
	ledger, err := jobs.Open(in.config.DataFolder())
	if err != nil {
		return nil, err
	}
	if in.deliveries, err = deliver.Open(in.config.DataFolder()); err != nil {
		return nil, err
	}
	runner := jobs.NewRunner(in.plan(s.logLoad), ledger, in.now, s.log)
	runner.Between = func(ctx context.Context) error { return in.deliverDue(ctx, false) }
	runner.Ended = func(e jobs.Entry, took time.Duration) {
		s.measures.ended(e, took)
		s.recordEnd(e)
		s.tell(state{in, runner, in.store.Ledger().Batches()})
	}
	s.tell(state{in, runner, in.store.Ledger().Batches()})
	return runner, nil
}

func (s *service) logLoad(l load) {
	s.log.Info("file taken in", "source", l.Source, "batch", l.Number, "before", l.repeated,
		"read", l.Read, "loaded", l.Loaded, "unchanged", l.Unchanged, "superseded", l.Superseded, "rejected", l.Rejected)
}

// work does what is due until ctx ends, and closes the data folder. When the folder is at fault (the disk is full, the engine
// has given up) it is closed and opened anew after a while, as a new start of the program would do, since no flush may be
// tried twice.
func (s *service) work(ctx context.Context, in *installation, runner *jobs.Runner) error {
	for {
		err := runner.Run(ctx)
		s.tell(state{in: in, batches: s.seen().batches})
		err = errors.Join(err, in.Close())
		if ctx.Err() != nil {
			return err
		}
		for again := false; !again; {
			s.log.Error("the data folder is at fault; it is opened anew in a while", "error", printable(err.Error()))
			select {
			case <-ctx.Done():
				return nil
			case <-time.After(openAgain):
			}
			var opened *installation
			if opened, err = s.open(ctx); err != nil {
				continue
			}
			in = opened
			if runner, err = s.take(in); err != nil {
				err = errors.Join(err, in.Close())
				continue
			}
			again = true
		}
	}
}

// ask has a job done by hand; known is false when there is no such job, or nobody to do it. Who asked is written down first.
func (s *service) ask(job, who string) (known bool, err error) {
	now := s.seen()
	if now.runner == nil {
		return false, nil
	}
	if _, known = now.runner.Job(job); known {
		if err = s.record(audit.Asked, who, job); err == nil {
			now.runner.Ask(job)
		}
	}
	return known, err
}
