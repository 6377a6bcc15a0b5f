package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"bolyst/internal/batch"
	"bolyst/internal/journal"
	"bolyst/internal/seal"
	"bolyst/internal/store"
)

// tombstonesName is the file beside the backups that tells who has been erased since they were made. Its lines hold the
// SHA-256 of pseudonyms, and no more.
const tombstonesName = "erased.jsonl"

// tombstone is a line of it.
type tombstone struct {
	At time.Time `json:"at"`
	batch.Scope
	People []string `json:"people"`
}

// readTombstones are the lines of the file, which need not be there.
func readTombstones(path string) (*journal.File, []tombstone, error) {
	file, lines, err := journal.Open(path)
	if err != nil {
		return nil, nil, err
	}
	var all []tombstone
	for i, line := range lines {
		var t tombstone
		ok, _, _ := seal.Intact(line)
		if err := json.Unmarshal(line, &t); err != nil || !ok {
			return nil, nil, fmt.Errorf("%s: line %d has been changed", path, i+1)
		}
		all = append(all, t)
	}
	return file, all, nil
}

// tellBackups adds the erasures that the folder of the backups does not know of yet.
func (in *installation) tellBackups(to string) error {
	if err := os.MkdirAll(to, 0o700); err != nil {
		return err
	}
	file, known, err := readTombstones(filepath.Join(to, tombstonesName))
	if err != nil {
		return err
	}
	for _, e := range in.store.Ledger().Erasures() {
		if slices.ContainsFunc(known, func(t tombstone) bool { return t.Scope == e.Scope && slices.Equal(t.People, e.People) }) {
			continue
		}
		if err := seal.Append(file, tombstone{e.At, e.Scope, e.People}); err != nil {
			return err
		}
	}
	return nil
}

// eraseAgain takes out of a restored data folder who was erased after the backup had been made.
func eraseAgain(ctx context.Context, folder string, tombstones []tombstone) error {
	if len(tombstones) == 0 {
		return nil
	}
	s, err := store.Open(ctx, folder)
	if err != nil {
		return err
	}
	defer s.Close()
	known := map[batch.Scope][]string{}
	for _, e := range s.Ledger().Erasures() {
		known[e.Scope] = append(known[e.Scope], e.People...)
	}
	for _, t := range tombstones {
		if !slices.ContainsFunc(t.People, func(p string) bool { return !slices.Contains(known[t.Scope], p) }) {
			continue // the backup knew of it
		}
		if _, err := s.Erase(ctx, t.People, t.Scope, t.At); err != nil {
			return err
		}
	}
	return s.Close()
}
