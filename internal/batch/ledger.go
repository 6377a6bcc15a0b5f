package batch

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"bolyst/internal/journal"
)

// Ledger is the append-only list of all batches under one data folder. One process writes at a time: the caller holds the
// database's lock while it does.
type Ledger struct {
	folder  string
	file    *journal.File
	batches []Batch

	erased   *journal.File
	erasures []Erasure
}

const (
	ledgerName  = "ledger.jsonl"
	batchesName = "batches"
	pendingMark = ".pending-"

	// The files of a batch's folder.
	acceptedName = "accepted.parquet"
	rejectsName  = "rejects.parquet"
	lineName     = "batch.json"
)

// A LedgerError is a line that cannot be true.
type LedgerError struct {
	Line       int
	Unbalanced *Balance // the rows that do not add up, if it is that
	err        error
}

func (e *LedgerError) Error() string { return fmt.Sprintf("%s:%d: %v", ledgerName, e.Line, e.err) }

func (e *LedgerError) Unwrap() error { return e.err }

// Open reads the ledger of the data folder, which need not exist yet. A last line that a crash cut short never counted and
// is passed over; any other line that cannot be read, and a batch whose folder is gone, is an error that names it.
func Open(folder string) (*Ledger, error) {
	l := &Ledger{folder: folder}
	file, lines, err := journal.Open(filepath.Join(folder, ledgerName))
	if err != nil {
		return nil, err
	}
	l.file = file
	if err := l.readErasures(); err != nil {
		return nil, err
	}
	for i, line := range lines {
		number := i + 1
		var b Batch
		if err := json.Unmarshal(line, &b); err != nil {
			return nil, &LedgerError{Line: number, err: err}
		}
		if b.Number != number {
			return nil, &LedgerError{Line: number, err: fmt.Errorf("batch %d stands where batch %d is due", b.Number, number)}
		}
		if err := b.Check(); err != nil {
			return nil, &LedgerError{Line: number, Unbalanced: &b.Balance, err: err}
		}
		if _, err := os.Stat(l.Path(b)); err != nil {
			return nil, &LedgerError{Line: number, err: fmt.Errorf("batch folder: %w", err)}
		}
		l.batches = append(l.batches, asErased(b, l.erasures))
	}
	return l, nil
}

// Batches returns all batches, oldest first.
func (l *Ledger) Batches() []Batch { return l.batches }

// With is the ledger as it was when it held these batches, for whoever reads while more are added.
func (l *Ledger) With(batches []Batch) *Ledger {
	return &Ledger{folder: l.folder, batches: batches, erasures: l.erasures}
}

// Last returns the number of the newest batch, 0 when there is none.
func (l *Ledger) Last() int { return len(l.batches) }

// Path returns where the batch's folder lies.
func (l *Ledger) Path(b Batch) string { return filepath.Join(l.folder, batchesName, b.Folder()) }

// Find returns the batch in which a source's file with these bytes went through this mapping. Reading it again could only
// give the same rows, unless the file of that name has said something else since: then there is none.
func (l *Ledger) Find(source, sha256, mapping string) (Batch, bool) {
	changed := map[string]bool{} // by the file's name: a later batch of it was seen
	for _, b := range slices.Backward(l.batches) {
		if b.Source != source {
			continue
		}
		if b.SHA256 == sha256 && b.Mapping == mapping {
			return b, !changed[b.File]
		}
		changed[b.File] = true
	}
	return Batch{}, false
}
