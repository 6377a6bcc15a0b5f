package batch

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
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
func (p *Pending) Accepted() string { return filepath.Join(p.folder, "accepted.parquet") }

// Rejects is where the faults are to be written.
func (p *Pending) Rejects() string { return filepath.Join(p.folder, "rejects.parquet") }

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
	line, err := json.Marshal(b)
	if err != nil {
		return b, err
	}
	line = append(line, '\n')
	if err := os.WriteFile(filepath.Join(p.folder, "batch.json"), line, 0o600); err != nil {
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
	if err := syncPath(filepath.Dir(final)); err != nil {
		return b, err
	}
	if err := p.ledger.append(line); err != nil {
		// Nobody is told that it counts, so it must not be taken back later.
		return b, errors.Join(err, os.RemoveAll(final))
	}
	p.ledger.batches = append(p.ledger.batches, b)
	return b, nil
}

// append adds one line to the ledger. With an error nothing was added: what stands there then must not count later, since
// nobody is told that it does. A flush that failed may have lost the line for good, whatever a second try says, so there is
// none: the program must stop here.
func (l *Ledger) append(line []byte) error {
	file, err := os.OpenFile(filepath.Join(l.folder, ledgerName), os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer file.Close() // flushed by then
	if err := l.write(file, line); err != nil {
		file.Truncate(l.clean)
		return err
	}
	l.clean += int64(len(line))
	return nil
}

// write writes the line and flushes it, first cutting off what a crash may have left of an earlier one.
func (l *Ledger) write(file *os.File, line []byte) error {
	if err := file.Truncate(l.clean); err != nil {
		return err
	}
	if _, err := file.WriteAt(line, l.clean); err != nil {
		return err
	}
	if err := file.Sync(); err != nil || l.clean > 0 {
		return err
	}
	return syncPath(l.folder) // the ledger's name, which is new
}

// syncAll closes the files of a folder to others, and flushes them and the folder with their names.
func syncAll(folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		file := filepath.Join(folder, entry.Name())
		if err := errors.Join(os.Chmod(file, 0o600), syncPath(file)); err != nil {
			return err
		}
	}
	return syncPath(folder)
}

// syncPath flushes one file or folder.
func syncPath(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(file.Sync(), file.Close())
}
