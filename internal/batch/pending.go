package batch

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"

	"bolyst/internal/journal"
	"bolyst/internal/seal"
)

// Pending is a batch on its way: a folder that nobody sees until Commit.
type Pending struct {
	ledger *Ledger
	folder string
}

// Begin makes the folder of a batch to come.
func (l *Ledger) Begin() (*Pending, error) {
	parent := filepath.Join(l.folder, batchesName)
	if err := os.MkdirAll(parent, 0o700); err != nil {
		return nil, err
	}
	folder, err := os.MkdirTemp(parent, pendingMark)
	if err != nil {
		return nil, err
	}
	return &Pending{ledger: l, folder: folder}, nil
}

// Accepted is where the rows that count are to be written.
func (p *Pending) Accepted() string { return filepath.Join(p.folder, acceptedName) }

// Rejects is where the faults are to be written.
func (p *Pending) Rejects() string { return filepath.Join(p.folder, rejectsName) }

// Discard removes the folder. After Commit it does nothing, so it can be deferred.
func (p *Pending) Discard() error {
	if p.folder == "" {
		return nil
	}
	return os.RemoveAll(p.folder)
}

// Commit gives the batch its number and makes it count. When Commit returns without an error the batch survives a power
// cut; with an error nothing was added to the record.
func (p *Pending) Commit(b Batch) (Batch, error) {
	if err := b.Check(); err != nil {
		return b, err
	}
	b.Number = p.ledger.Last() + 1
	accepted, err := seal.Sum(p.Accepted())
	if err != nil {
		return b, err
	}
	rejects, err := seal.Sum(p.Rejects())
	if err != nil {
		return b, err
	}
	b.Accepted, b.Rejects = accepted.SHA256, rejects.SHA256
	line, err := json.Marshal(b)
	if err != nil {
		return b, err
	}
	line = seal.Object(line)
	if err := os.WriteFile(filepath.Join(p.folder, lineName), append(line, '\n'), 0o600); err != nil {
		return b, err
	}
	if err := syncAll(p.folder); err != nil {
		return b, err
	}
	final := p.ledger.Path(b)
	if err := os.Rename(p.folder, final); err != nil {
		return b, err
	}
	p.folder = ""
	if err := journal.Flush(filepath.Dir(final)); err != nil {
		return b, err
	}
	if err := p.ledger.file.Append(line); err != nil {
		// Nobody is told that it counts, so it must not be taken back later.
		return b, errors.Join(err, os.RemoveAll(final))
	}
	p.ledger.batches = append(p.ledger.batches, b)
	return b, nil
}

// syncAll closes the files of a folder to others, and flushes them and the folder with their names.
func syncAll(folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		file := filepath.Join(folder, entry.Name())
		if err := errors.Join(os.Chmod(file, 0o600), journal.Flush(file)); err != nil {
			return err
		}
	}
	return journal.Flush(folder)
}
