package deliver

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

// LedgerName is the file of the data folder in which the ledger stands.
const LedgerName = "deliveries.jsonl"

// A Key names a delivery. The target and the recipient are ids of the configuration.
type Key struct {
	Edition   string `json:"edition"`
	Target    string `json:"target"`
	Recipient string `json:"recipient,omitempty"` // "": the target has only one
}

// A State is how far a delivery has come.
type State string

// The states.
const (
	Trying    State = "trying" // it is being delivered, or the program was killed while it was
	Delivered State = "delivered"
	Failed    State = "failed"
	Replaced  State = "replaced" // a newer edition has taken its place, or the configuration no longer asks for it
)

// An Entry is one line of the ledger.
type Entry struct {
	At time.Time `json:"at"`
	Key
	Audience string    `json:"audience"`
	State    State     `json:"state"`
	Attempt  int       `json:"attempt,omitempty"`
	Reason   string    `json:"reason,omitempty"`   // of failed and replaced: a code
	Again    time.Time `json:"again,omitzero"`     // of failed: when it is tried again; without it, it is given up
	Doubtful bool      `json:"doubtful,omitempty"` // of trying and delivered: it may have arrived before; of failed: it may have arrived
	Receipt  string    `json:"receipt,omitempty"`  // of delivered
}

// GivenUp tells that nothing more happens by itself.
func (e Entry) GivenUp() bool { return e.State == Failed && e.Again.IsZero() }

// open tells that the delivery has not come to an end: neither arrived nor replaced.
func (e Entry) open() bool { return e.State == Trying || e.State == Failed }

// Ledger is the append-only record of every delivery. It may be read while it is written.
type Ledger struct {
	mu   sync.Mutex
	file *journal.File
	last map[Key]Entry

	flushed bool
}

// Open reads the ledger of the data folder, which need not exist yet. A last line that a crash cut short never counted; any
// other line that cannot be read is an error that names it.
func Open(folder string) (*Ledger, error) {
	file, lines, err := journal.Open(filepath.Join(folder, LedgerName))
	if err != nil {
		return nil, err
	}
	l := &Ledger{file: file, last: map[Key]Entry{}}
	for i, line := range lines {
		var e Entry
		if err := json.Unmarshal(line, &e); err != nil || e.Edition == "" || e.Target == "" {
			return nil, fmt.Errorf("%s:%d: no delivery: %w", LedgerName, i+1, err)
		}
		l.last[e.Key] = e
	}
	return l, nil
}

// Last is the newest entry about a delivery.
func (l *Ledger) Last(k Key) (Entry, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	e, ok := l.last[k]
	return e, ok
}

// Entries are the newest entries of all deliveries, the newest first.
func (l *Ledger) Entries() []Entry {
	l.mu.Lock()
	defer l.mu.Unlock()
	var all []Entry
	for _, e := range l.last {
		all = append(all, e)
	}
	slices.SortFunc(all, func(a, b Entry) int {
		return cmp.Or(b.At.Compare(a.At), cmp.Compare(a.Edition, b.Edition), cmp.Compare(a.Target, b.Target), cmp.Compare(a.Recipient, b.Recipient))
	})
	return all
}

// record adds an entry. With an error nothing was added, and nothing more must be.
func (l *Ledger) record(e Entry) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := seal.Append(l.file, e); err != nil {
		return fmt.Errorf("%s: %w", LedgerName, err)
	}
	l.last[e.Key] = e
	return nil
}

// flush has the lines that were read on the disk, once: a crash may have kept the last of them from it, and they count.
func (l *Ledger) flush() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.flushed {
		return nil
	}
	err := l.file.Flush()
	l.flushed = err == nil
	return err
}
