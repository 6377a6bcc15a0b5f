package jobs

import (
	"cmp"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"bolyst/internal/journal"
	"bolyst/internal/seal"
)

// LedgerName is the file of the ledger in the data folder. Each line ends with its own checksum.
const LedgerName = "jobs.jsonl"

// Ledger is the append-only record of every step of every job. It may be read while it is written.
type Ledger struct {
	mu      sync.Mutex
	file    *journal.File
	jobs    map[string]*history
	written time.Time // the latest moment that an entry was written at
}

// history is what the ledger says of one job.
type history struct {
	periods map[Period]Entry // the newest entry of each
	latest  Entry            // the newest of all, planned ones left out
	done    Entry            // the newest of those that are done
	planned Entry
	mark    Period // up to here every period of the timetable is settled
}

// Open reads the ledger of the data folder, which need not exist yet. A last line that a crash cut short never counted; any
// other line that cannot be read is an error that names it.
func Open(folder string) (*Ledger, error) {
	file, lines, err := journal.Open(filepath.Join(folder, LedgerName))
	if err != nil {
		return nil, err
	}
	l := &Ledger{file: file, jobs: map[string]*history{}}
	for i, line := range lines {
		var e Entry
		if err = json.Unmarshal(line, &e); err == nil {
			_, err = ParsePeriod(string(e.Period))
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", LedgerName, i+1, err)
		}
		l.note(e)
	}
	return l, nil
}

// Last is the newest entry about a job's period.
func (l *Ledger) Last(job string, p Period) (Entry, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if h := l.jobs[job]; h != nil {
		e, ok := h.periods[p]
		return e, ok
	}
	return Entry{}, false
}

// record adds an entry. With an error nothing was added, and nothing more must be.
func (l *Ledger) record(e Entry) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := seal.Append(l.file, e); err != nil {
		return fmt.Errorf("%s: %w", LedgerName, err)
	}
	l.note(e)
	return nil
}

// note takes an entry into what is known of its job.
func (l *Ledger) note(e Entry) {
	h := l.jobs[e.Job]
	if h == nil {
		h = &history{periods: map[Period]Entry{}}
		l.jobs[e.Job] = h
	}
	if e.State == Planned {
		h.planned = e
	} else {
		h.periods[e.Period], h.latest = e, e
	}
	if e.State == Done {
		h.done = e
	}
	if (e.State == Planned || e.settled()) && !e.Asked && e.Period > h.mark {
		h.mark = e.Period
	}
	if e.At.After(l.written) {
		l.written = e.At
	}
}

// of is what is known of a job, nothing when it has not been planned yet. The caller holds the lock.
func (l *Ledger) of(job string) *history {
	if h := l.jobs[job]; h != nil {
		return h
	}
	return &history{}
}

// unfinished are the entries of steps that were begun, by whatever job: when no one is at work, a kill cut them short.
func (l *Ledger) unfinished() []Entry {
	l.mu.Lock()
	defer l.mu.Unlock()
	var all []Entry
	for _, h := range l.jobs {
		for _, e := range h.periods {
			if e.State == Started || e.State == Delivering {
				all = append(all, e)
			}
		}
	}
	slices.SortFunc(all, func(a, b Entry) int { return cmp.Or(cmp.Compare(a.Job, b.Job), cmp.Compare(a.Period, b.Period)) })
	return all
}

// Written is the latest moment that an entry was written at.
func (l *Ledger) Written() time.Time {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.written
}
