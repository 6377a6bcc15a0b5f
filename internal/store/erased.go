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

	"bolyst/internal/batch"
	"bolyst/queries"
)

// nameErased puts the hashes where the statements find them.
func (s *Store) nameErased(ctx context.Context, hashes []string) error {
	if _, err := s.conn.ExecContext(ctx, queries.Text("load/erased.sql"), strings.Join(hashes, " ")); err != nil {
		return fmt.Errorf("load/erased.sql: %w", err)
	}
	return nil
}

// erasedIn is the condition of a row of the feed to be about one of the erased.
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
	if len(match) == 0 {
		return nobody, nil
	}
	return strings.Join(match, " OR "), nil
}

// nobody is the condition in a feed that is about nobody.
const nobody = "FALSE"

// withholdKin takes the rows of persons who have been erased out of those that are staged, and returns how many there were. A
// row of theirs may tell under which other pseudonym they are known, as that of the trainee whom an applicant became: then what
// is known under that goes too, or it would wait for ever for a record that is withheld.
func (st *Stage) withholdKin(ctx context.Context, b batch.Batch) (withheld int, tookOut bool, err error) {
	s := st.store
	for {
		n, kin, err := st.withhold(ctx, b.Source)
		withheld += n
		if err != nil || len(kin) == 0 {
			return withheld, tookOut, err
		}
		if kin, err = s.Kin(ctx, kin); err != nil {
			return withheld, tookOut, err
		}
		if st.Erasing != nil {
			if err := st.Erasing(len(s.ledger.Erasures()) + 1); err != nil {
				return withheld, tookOut, err
			}
		}
		erasure, err := s.takeOut(ctx, Hashes(kin), batch.Scope{}, b.LoadedAt)
		if err != nil {
			return withheld, tookOut, err
		}
		if len(erasure.Batches) > 0 {
			tookOut = true
			err = s.strike(ctx)
		}
		if err != nil {
			return withheld, tookOut, err
		}
	}
}

// strike takes the persons who are named as erased out of the database, as far as questions go: their bytes are still in its file.
func (s *Store) strike(ctx context.Context) error {
	feeds := map[string]bool{}
	for _, b := range s.ledger.Batches() {
		if feeds[b.Feed] {
			continue
		}
		feeds[b.Feed] = true
		match, err := s.erasedIn(ctx, b.Feed)
		if err != nil {
			return err
		}
		if _, err := s.conn.ExecContext(ctx, "DELETE FROM fact_"+b.Feed+" WHERE "+match); err != nil {
			return fmt.Errorf("feed %s: %w", b.Feed, err)
		}
	}
	return nil
}

// withhold takes the rows of persons who have been erased out of those that are staged, and returns how many there were, and
// the pseudonyms in them that are not known to be of someone erased.
func (st *Stage) withhold(ctx context.Context, source string) (withheld int, kin []string, err error) {
	var hashes []string
	expired := 0
	for _, e := range st.store.ledger.Erasures() {
		switch {
		case e.Source == "":
			hashes = append(hashes, e.People...)
		case e.Source == source:
			n, err := st.withholdExpired(ctx, e)
			if err != nil {
				return 0, nil, err
			}
			expired += n
		}
	}
	if len(hashes) == 0 {
		return expired, nil, nil
	}
	if err := st.store.nameErased(ctx, hashes); err != nil {
		return 0, nil, err
	}
	match, err := st.store.erasedIn(ctx, st.feed)
	if err != nil {
		return 0, nil, err
	}
	if st.feed == "trainees" {
		if kin, err = st.kin(ctx, match); err != nil {
			return 0, nil, err
		}
	}
	result, err := st.store.conn.ExecContext(ctx, strings.ReplaceAll(queries.Text("load/withheld.sql"), "{erased}", match))
	if err != nil {
		return 0, nil, fmt.Errorf("load/withheld.sql: %w", err)
	}
	n, err := result.RowsAffected()
	return expired + int(n), kin, err
}

// kin are the pseudonyms in the rows that match of which nobody knew that they are of someone erased.
func (st *Stage) kin(ctx context.Context, match string) (kin []string, err error) {
	kin, err = st.store.list(ctx, strings.ReplaceAll(queries.Text("load/withheld_kin.sql"), "{erased}", match))
	if err != nil {
		return nil, fmt.Errorf("load/withheld_kin.sql: %w", err)
	}
	return kin, nil
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
