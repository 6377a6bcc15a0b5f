package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"bolyst/internal/batch"
	"bolyst/queries"
)

// Kin returns all pseudonyms of the person who has one of these.
func (s *Store) Kin(ctx context.Context, pseudonyms []string) ([]string, error) {
	kin, err := s.list(ctx, queries.Text("load/kin.sql"), strings.Join(pseudonyms, " "))
	if err != nil {
		return nil, fmt.Errorf("load/kin.sql: %w", err)
	}
	return kin, nil
}

// Hashes are what an erasure keeps of pseudonyms.
func Hashes(pseudonyms []string) []string {
	var hashes []string
	for _, p := range pseudonyms {
		sum := sha256.Sum256([]byte(p))
		hashes = append(hashes, hex.EncodeToString(sum[:]))
	}
	slices.Sort(hashes)
	return slices.Compact(hashes)
}

// RowsOf counts the rows about persons by the hashes of their pseudonyms, by batch, as far as the scope reaches.
func (s *Store) RowsOf(ctx context.Context, hashes []string, scope batch.Scope) (map[int]int, error) {
	if err := s.nameErased(ctx, hashes); err != nil {
		return nil, err
	}
	rows := map[int]int{}
	for _, b := range s.ledger.Batches() {
		if !scope.Reaches(b.Source) {
			continue
		}
		match, err := s.erasedIn(ctx, b.Feed)
		if err != nil {
			return nil, err
		}
		n := 0
		err = s.conn.QueryRowContext(ctx, "SELECT count(*) FROM read_parquet("+literal(s.accepted(b))+") WHERE "+match).Scan(&n)
		if err != nil {
			return nil, fmt.Errorf("batch %d: %w", b.Number, err)
		}
		if n > 0 {
			rows[b.Number] = n
		}
	}
	return rows, nil
}

// Erase takes persons, by the hashes of their pseudonyms, out of the record and the database. When it returns without an error
// they are in neither as far as the scope reaches, and what comes of them later is withheld.
func (s *Store) Erase(ctx context.Context, hashes []string, scope batch.Scope, at time.Time) (batch.Erasure, error) {
	erasure, err := s.takeOut(ctx, hashes, scope, at)
	if err != nil {
		return erasure, err
	}
	return erasure, errors.Join(s.forget(ctx), s.catchUp(ctx))
}

// takeOut takes persons out of the record, and leaves the database as it was.
func (s *Store) takeOut(ctx context.Context, hashes []string, scope batch.Scope, at time.Time) (batch.Erasure, error) {
	rows, err := s.RowsOf(ctx, hashes, scope)
	if err != nil {
		return batch.Erasure{}, err
	}
	if err := s.findPlaces(ctx, rows); err != nil {
		return batch.Erasure{}, err
	}
	pending := s.ledger.BeginErasure(at.UTC(), hashes, scope)
	for _, b := range s.ledger.Batches() {
		match, err := s.erasedIn(ctx, b.Feed)
		if err != nil {
			return batch.Erasure{}, err
		}
		lost := lostTo(match, scope)
		blanks, err := s.blanks(ctx, b, lost)
		if err != nil {
			return batch.Erasure{}, err
		}
		if rows[b.Number]+blanks == 0 {
			continue
		}
		accepted, rejects := pending.Rewrite(b, rows[b.Number])
		if err := s.rewrite(ctx, b, match, lost, accepted, rejects); err != nil {
			return batch.Erasure{}, fmt.Errorf("batch %d: %w", b.Number, err)
		}
	}
	return pending.Commit()
}

// lostTo is the condition of a fault to lose what stood there, in a feed whose rows about those who go match. A rejected
// row is not known to be anybody's: of who is to be nowhere, it may be any in a feed about persons. Within one source it is what
// stood where her accepted rows did.
func lostTo(match string, scope batch.Scope) string {
	if scope.Source == "" && match != nobody {
		return "TRUE"
	}
	return "p.source_row IS NOT NULL"
}

// rewrite writes what is left of a batch without the rows that match.
func (s *Store) rewrite(ctx context.Context, b batch.Batch, match, lost, accepted, rejects string) error {
	left := strings.NewReplacer("{file}", literal(s.accepted(b)), "{erased}", match).Replace(queries.Text("load/left.sql"))
	if _, err := s.conn.ExecContext(ctx, "COPY ("+left+") TO "+literal(accepted)+" ("+parquet+")"); err != nil {
		return err
	}
	_, err := s.conn.ExecContext(ctx, "COPY ("+s.blanked(b, lost)+") TO "+literal(rejects)+" ("+parquet+")")
	return err
}

func (s *Store) blanked(b batch.Batch, lost string) string {
	return strings.NewReplacer("{file}", literal(s.rejects(b))+", file_row_number = TRUE", "{lost}", lost, "{source}", literal(b.Source), "{name}", literal(b.File)).
		Replace(queries.Text("load/blanked.sql"))
}

// findPlaces notes where the rows stood that go.
func (s *Store) findPlaces(ctx context.Context, rows map[int]int) error {
	if _, err := s.conn.ExecContext(ctx, "CREATE OR REPLACE TEMP TABLE places (source VARCHAR, file VARCHAR, source_sheet VARCHAR, source_row BIGINT)"); err != nil {
		return err
	}
	for _, b := range s.ledger.Batches() {
		if rows[b.Number] == 0 {
			continue
		}
		match, err := s.erasedIn(ctx, b.Feed)
		if err != nil {
			return err
		}
		statement := strings.NewReplacer("{file}", literal(s.accepted(b)), "{erased}", match).Replace(queries.Text("load/places.sql"))
		if _, err := s.conn.ExecContext(ctx, "INSERT INTO places "+statement, b.Source, b.File); err != nil {
			return fmt.Errorf("batch %d: %w", b.Number, err)
		}
	}
	return nil
}

// blanks counts the faults of a batch that lose what stood there.
func (s *Store) blanks(ctx context.Context, b batch.Batch, lost string) (n int, err error) {
	err = s.conn.QueryRowContext(ctx, `SELECT count(*) FROM read_parquet(`+literal(s.rejects(b))+`) AS r LEFT JOIN places AS p
		ON p.source = ? AND p.file = ? AND p.source_row = r.row_number AND p.source_sheet IS NOT DISTINCT FROM r.sheet
		WHERE r.found <> '' AND `+lost, b.Source, b.File).Scan(&n)
	return n, err
}

func (s *Store) accepted(b batch.Batch) string {
	return filepath.Join(s.ledger.Path(b), "accepted.parquet")
}

func (s *Store) rejects(b batch.Batch) string {
	return filepath.Join(s.ledger.Path(b), "rejects.parquet")
}
