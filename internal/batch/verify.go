package batch

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"bolyst/internal/journal"
	"bolyst/internal/seal"
)

// Verify reads every byte of the record again, without the lock and without changing anything: the ledger's lines, and the
// files of every batch. It returns how many there are, and a finding for everything that is not as it was written; names start from the data folder.
func Verify(folder string) (batches int, wrong []seal.Finding, err error) {
	content, err := os.ReadFile(filepath.Join(folder, ledgerName))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return 0, nil, err
	}
	wrong = seal.CheckLines(ledgerName, content)
	_, lines, err := journal.Open(filepath.Join(folder, erasedName))
	if err != nil {
		return 0, nil, err
	}
	erased, err := os.ReadFile(filepath.Join(folder, erasedName))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return 0, nil, err
	}
	wrong = append(wrong, seal.CheckLines(erasedName, erased)...)
	erasures, err := parseErasures(lines)
	if err != nil && len(wrong) == 0 {
		return 0, nil, err
	}
	for line := range bytes.Lines(content) {
		line, whole := bytes.CutSuffix(line, []byte("\n"))
		if ok, _, _ := seal.Intact(line); !ok || !whole {
			continue // found already; what it says of its batch cannot be relied on
		}
		var b Batch
		if err := json.Unmarshal(line, &b); err != nil {
			return 0, nil, err
		}
		batches++
		more, err := asErased(b, erasures).verify(folder, line)
		if err != nil {
			return 0, nil, err
		}
		wrong = append(wrong, more...)
	}
	return batches, wrong, nil
}

// verify checks the folder of a batch by its line.
func (b Batch) verify(folder string, line []byte) (wrong []seal.Finding, err error) {
	place := path.Join(batchesName, b.Folder())
	for _, file := range []struct{ name, sum string }{{acceptedName, b.Accepted}, {lineName, seal.SumOf(append(bytes.Clone(line), '\n'))}, {rejectsName, b.Rejects}} {
		now, err := seal.Sum(filepath.Join(folder, filepath.FromSlash(place), file.name))
		f := seal.Finding{Name: path.Join(place, file.name), Want: file.sum, Got: now.SHA256}
		switch {
		case errors.Is(err, fs.ErrNotExist):
			f.Code, f.Want = seal.Missing, ""
		case err != nil:
			return nil, err
		case now.SHA256 != file.sum:
			f.Code = seal.Differs
		}
		if f.Code != "" {
			wrong = append(wrong, f)
		}
	}
	return wrong, nil
}
