package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bolyst/queries"
)

// nameErased puts the hashes where the statements find them.
func (s *Store) nameErased(ctx context.Context, hashes []string) error {
	if _, err := s.conn.ExecContext(ctx, queries.Text("load/erased.sql"), strings.Join(hashes, " ")); err != nil {
		return fmt.Errorf("load/erased.sql: %w", err)
	}
	return nil
}

// erasedIn is the condition of a row of the feed to be about one of the erased: "FALSE" in a feed that is about nobody.
func (s *Store) erasedIn(ctx context.Context, feed string) (string, error) {
	fields, err := s.fields(ctx, feed)
	if err != nil {
		return "", err
	}
	var match []string
	for _, field := range queries.Identifiers {
		if slices.Contains(fields, field) {
			match = append(match, "sha256("+field+") IN (SELECT hash FROM erased)")
		}
	}
	return strings.Join(append(match, "FALSE"), " OR "), nil
}

// withhold takes the rows of persons who have been erased out of those that are staged, and returns how many there were.
func (st *Stage) withhold(ctx context.Context, source string) (int, error) {
	var hashes []string
	expired := 0
	for _, e := range st.store.ledger.Erasures() {
		switch {
		case e.Source == "":
			hashes = append(hashes, e.People...)
		case e.Source == source:
			n, err := st.withholdExpired(ctx, e)
			if err != nil {
				return 0, err
			}
			expired += n
		}
	}
	if len(hashes) == 0 {
		return expired, nil
	}
	if err := st.store.nameErased(ctx, hashes); err != nil {
		return 0, err
	}
	match, err := st.store.erasedIn(ctx, st.feed)
	if err != nil {
		return 0, err
	}
	result, err := st.store.conn.ExecContext(ctx, strings.ReplaceAll(queries.Text("load/withheld.sql"), "{erased}", match))
	if err != nil {
		return 0, fmt.Errorf("load/withheld.sql: %w", err)
	}
	n, err := result.RowsAffected()
	return expired + int(n), err
}

// forget removes the database, and what was moved aside of earlier ones, and opens an empty one: rows of the erased are in all
// of them.
func (s *Store) forget(ctx context.Context) error {
	s.unsettled = false // it is of no use
	if err := s.closeDatabase(); err != nil {
		return err
	}
	for _, ending := range []string{".old", ".wal.old", ".wal", ""} { // the database last: it tells that it must go
		if err := os.Remove(s.path() + ending); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if err := os.RemoveAll(filepath.Join(s.folder, "tmp")); err != nil {
		return err
	}
	return s.openDatabase(ctx)
}

// errErased says that the database holds persons who have been erased.
var errErased = errors.New("the database holds what has been erased")
