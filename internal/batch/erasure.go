package batch

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"bolyst/internal/journal"
	"bolyst/internal/seal"
)

// Erasure is a line of erased.jsonl: persons were taken out of the record. Whoever they are cannot be told from it: it holds
// the SHA-256 of their pseudonyms, by which their rows are known should they come again.
type Erasure struct {
	Number int       `json:"erasure"` // 1, 2, 3 …
	At     time.Time `json:"at"`
	Scope
	People  []string    `json:"people"`
	Batches []Rewritten `json:"batches"`
}

// Scope is how far an erasure reaches: everywhere and for ever when it is empty. Of a source that keeps nobody for longer than
// a while, those go whose newest record there is from before a day; with a newer one they may come again.
type Scope struct {
	Source string `json:"source,omitempty"`
	Before string `json:"before,omitempty"` // the day, YYYY-MM-DD
}

// Reaches says whether the erasure is about the rows of a source.
func (s Scope) Reaches(source string) bool { return s.Source == "" || s.Source == source }

// Rewritten is what an erasure left of a batch.
type Rewritten struct {
	Batch    int    `json:"batch"`
	Rows     int    `json:"rows"` // that were taken out
	Accepted string `json:"accepted_sha256"`
	Rejects  string `json:"rejects_sha256"`
}

const (
	erasedName  = "erased.jsonl"
	erasingMark = ".erasing-"
)

// Erasures returns the erasures, oldest first.
func (l *Ledger) Erasures() []Erasure { return l.erasures }

// readErasures reads the lines that hold for the ledger's batches.
func (l *Ledger) readErasures() error {
	file, lines, err := journal.Open(filepath.Join(l.folder, erasedName))
	if err != nil {
		return err
	}
	l.erased = file
	l.erasures, err = parseErasures(lines)
	return err
}

func parseErasures(lines [][]byte) (all []Erasure, err error) {
	for i, line := range lines {
		var e Erasure
		if err = json.Unmarshal(line, &e); err == nil && e.Number != i+1 {
			err = fmt.Errorf("erasure %d stands where erasure %d is due", e.Number, i+1)
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", erasedName, i+1, err)
		}
		all = append(all, e)
	}
	return all, nil
}

// asErased is the batch as the erasures have left it.
func asErased(b Batch, erasures []Erasure) Batch {
	for _, e := range erasures {
		for _, r := range e.Batches {
			if r.Batch == b.Number {
				b.Erased, b.Erasure, b.Accepted, b.Rejects = b.Erased+r.Rows, e.Number, r.Accepted, r.Rejects
			}
		}
	}
	return b
}

// PendingErasure is an erasure on its way: files beside those of the batches, which nobody reads before Commit.
type PendingErasure struct {
	ledger  *Ledger
	erasure Erasure
	folders []string
}

// BeginErasure begins to take persons out of the record.
func (l *Ledger) BeginErasure(at time.Time, people []string, scope Scope) *PendingErasure {
	return &PendingErasure{ledger: l, erasure: Erasure{Number: len(l.erasures) + 1, At: at, Scope: scope, People: people, Batches: []Rewritten{}}}
}

// Rewrite says that so many rows of a batch go, and where what is left is to be written.
func (p *PendingErasure) Rewrite(b Batch, rows int) (accepted, rejects string) {
	folder := p.ledger.Path(b)
	p.folders = append(p.folders, folder)
	p.erasure.Batches = append(p.erasure.Batches, Rewritten{Batch: b.Number, Rows: rows})
	return p.file(folder, acceptedName), p.file(folder, rejectsName)
}

func (p *PendingErasure) file(folder, name string) string {
	return filepath.Join(folder, fmt.Sprint(erasingMark, p.erasure.Number, "-", name))
}

// Commit makes the erasure count: with its line it is decided, and what a crash leaves undone is done by the next Sweep.
func (p *PendingErasure) Commit() (Erasure, error) {
	for i, folder := range p.folders {
		for name, sum := range map[string]*string{acceptedName: &p.erasure.Batches[i].Accepted, rejectsName: &p.erasure.Batches[i].Rejects} {
			file := p.file(folder, name)
			if err := errors.Join(os.Chmod(file, 0o600), journal.Flush(file)); err != nil {
				return p.erasure, err
			}
			written, err := seal.Sum(file)
			if err != nil {
				return p.erasure, err
			}
			*sum = written.SHA256
		}
		if err := journal.Flush(folder); err != nil {
			return p.erasure, err
		}
	}
	if err := seal.Append(p.ledger.erased, p.erasure); err != nil {
		return p.erasure, err
	}
	p.ledger.erasures = append(p.ledger.erasures, p.erasure)
	for i, b := range p.ledger.batches {
		p.ledger.batches[i] = asErased(b, p.ledger.erasures[len(p.ledger.erasures)-1:])
	}
	for _, folder := range p.folders {
		if err := p.ledger.finishErasures(folder); err != nil {
			return p.erasure, err
		}
	}
	return p.erasure, nil
}

// finishErasures puts what erasures have left of a batch in its place, or removes it where the erasure was not decided.
func (l *Ledger) finishErasures(folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	changed := false
	for _, e := range entries {
		rest, erasing := strings.CutPrefix(e.Name(), erasingMark)
		if !erasing {
			continue
		}
		changed = true
		text, name, _ := strings.Cut(rest, "-")
		file := filepath.Join(folder, e.Name())
		number, err := strconv.Atoi(text)
		if err != nil || number > len(l.erasures) {
			err = os.Remove(file)
		} else {
			err = os.Rename(file, filepath.Join(folder, name))
		}
		if err != nil {
			return err
		}
	}
	if !changed {
		return nil
	}
	return journal.Flush(folder)
}
