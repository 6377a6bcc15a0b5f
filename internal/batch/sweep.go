package batch

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"bolyst/internal/journal"
)

// ErrGap says that a batch lies there whose forerunner is gone.
var ErrGap = errors.New("the batch before this one is missing: restore the data folder from the backup")

// Sweep puts right what a crash or a careless hand left behind, and returns how many batches it took back into the ledger.
//
// Pending folders are removed: they never were batches. A batch folder is whole by the time it has its name, and its
// batch.json is the line that the ledger must have; so one that no line names is taken back, whether the crash came just
// before the line was written or the ledger lost lines later. Nothing that has been a batch is ever removed. A line that a
// crash kept from being flushed counts, because it has been read: it is flushed now, before anyone is told of it.
func (l *Ledger) Sweep() (takenBack int, err error) {
	if err := errors.Join(l.file.Flush(), l.erased.Flush()); err != nil {
		return 0, err
	}
	entries, err := os.ReadDir(filepath.Join(l.folder, batchesName)) // sorted: by number
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	for _, entry := range entries {
		name := entry.Name()
		switch {
		case strings.HasPrefix(name, pendingMark):
			err = os.RemoveAll(filepath.Join(l.folder, batchesName, name))
		case strings.HasPrefix(name, "."):
		case slices.ContainsFunc(l.batches, func(b Batch) bool { return b.Folder() == name }):
			err = l.finishErasures(filepath.Join(l.folder, batchesName, name))
		default:
			err = l.takeBack(name)
			takenBack++
		}
		if err != nil {
			return 0, fmt.Errorf("%s: %w", path.Join(batchesName, name), err)
		}
	}
	return takenBack, nil
}

// takeBack gives a batch that no line names its line.
func (l *Ledger) takeBack(name string) error {
	content, err := os.ReadFile(filepath.Join(l.folder, batchesName, name, lineName))
	if err != nil {
		return err
	}
	line, whole := bytes.CutSuffix(content, []byte("\n"))
	var b Batch
	if err := json.Unmarshal(line, &b); err != nil {
		return err
	}
	if err := b.Check(); err != nil {
		return err
	}
	if b.Folder() != name || !whole {
		return errors.New("batch.json is not that of this folder")
	}
	if b.Number != l.Last()+1 {
		return ErrGap
	}
	// The crash may have come before the folder's name was flushed, and a line must never outlive its folder.
	if err := journal.Flush(filepath.Join(l.folder, batchesName)); err != nil {
		return err
	}
	if err := l.file.Append(line); err != nil {
		return err
	}
	l.batches = append(l.batches, asErased(b, l.erasures))
	return nil
}
