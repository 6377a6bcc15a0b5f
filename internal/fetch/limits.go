package fetch

import (
	"context"
	"errors"
	"time"
)

// Limits end a fetch. A zero field stands for its default.
type Limits struct {
	Time  time.Duration // for the whole, waits included: 10 minutes
	Bytes int64         // of the file, after decompression: 1 GB
	Rows  int           // of a query: 20 million
	Pages int           // of an API: 2000
	Tries int           // of one request that may do better the next time: 4
	Wait  time.Duration // for a server that asks for patience: 1 minute; for more, the fetch ends and Fault.Wait says it
}

func (l Limits) orDefaults() Limits {
	fill(&l.Time, 10*time.Minute)
	fill(&l.Bytes, 1_000_000_000)
	fill(&l.Rows, 20_000_000)
	fill(&l.Pages, 2000)
	fill(&l.Tries, 4)
	fill(&l.Wait, time.Minute)
	return l
}

func fill[T comparable](field *T, value T) {
	var zero T
	if *field == zero {
		*field = value
	}
}

// Sleep waits, or ends early with the context's error.
type Sleep func(context.Context, time.Duration) error

func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

// patience is how often and how long one fetch tries.
type patience struct {
	source string
	limits Limits
	sleep  Sleep
}

func newPatience(source string, limits Limits, wait Sleep) patience {
	if wait == nil {
		wait = sleep
	}
	return patience{source, limits.orDefaults(), wait}
}

// within does the fetch in its time. The caller's own cancellation comes back
// as the context's error; everything else that stops a fetch is a fault.
func (p patience) within(ctx context.Context, do func(context.Context) (File, error)) (File, error) {
	inTime, cancel := context.WithTimeout(ctx, p.limits.Time)
	defer cancel()
	file, err := do(inTime)
	switch {
	case err == nil:
		return file, nil
	case ctx.Err() != nil:
		return File{}, ctx.Err()
	}
	fault, ok := errors.AsType[*Fault](err)
	if !ok {
		fault = &Fault{Code: CodeOther}
	}
	fault.Source = p.source
	if fault.Code == CodeTime {
		fault.Allowed = span(p.limits.Time)
	}
	return File{}, fault
}

// again tries, after longer and longer pauses, until it succeeds, or fails in a way that will not pass.
func (p patience) again(ctx context.Context, try func() error) error {
	pause := time.Second
	for tries := 1; ; tries++ {
		err := try()
		fault, ok := errors.AsType[*Fault](err)
		if !ok {
			return err // nil too
		}
		fault.Tries = tries
		wait := max(pause, fault.Wait)
		if !fault.Passing || fault.Code == CodeTime || tries >= p.limits.Tries || wait > p.limits.Wait {
			return err
		}
		if p.sleep(ctx, wait) != nil {
			return err // out of time: what went wrong says more than that
		}
		pause *= 2
	}
}
