package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"bolyst/internal/batch"
	"bolyst/queries"
)

// schemaHash tells which model a database was made by.
func schemaHash() string {
	sum := sha256.Sum256([]byte(queries.Text("schema.sql") + queries.Text("load/apply.sql")))
	return hex.EncodeToString(sum[:])
}

// catchUp makes the tables where there are none, and applies the batches that the database lacks. A database that holds
// something else than the ledger's batches, or was made by another schema, is made anew.
func (s *Store) catchUp(ctx context.Context) error {
	lacks, err := s.compare(ctx)
	if err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if cannotWrite(err) {
			return err
		}
		anew := s.forget
		if !errors.Is(err, errErased) {
			anew = func(ctx context.Context) error { return s.startAnew(ctx, err.Error()) }
		}
		if err := anew(ctx); err != nil {
			return err
		}
		if lacks, err = s.compare(ctx); err != nil {
			return err
		}
	}
	for _, b := range lacks {
		if err := s.apply(ctx, b); err != nil {
			return fmt.Errorf("batch %d: %w", b.Number, err)
		}
	}
	return nil
}

// compare returns the batches of the ledger that the database lacks. An error says why the database cannot be used.
func (s *Store) compare(ctx context.Context) ([]batch.Batch, error) {
	var tables int
	if err := s.conn.QueryRowContext(ctx, "SELECT count(*) FROM duckdb_tables() WHERE NOT temporary").Scan(&tables); err != nil {
		return nil, err
	}
	if tables == 0 {
		return s.ledger.Batches(), s.within(ctx, func(tx *sql.Tx) error { // or a crash could leave a part of the tables
			_, err := tx.ExecContext(ctx, queries.Text("schema.sql")+"; INSERT INTO made_by VALUES ("+literal(schemaHash())+")")
			return err
		})
	}
	var madeBy string
	if err := s.conn.QueryRowContext(ctx, "SELECT schema_sha256 FROM made_by").Scan(&madeBy); err != nil {
		return nil, fmt.Errorf("the database does not say which schema made it: %w", err)
	}
	if madeBy != schemaHash() {
		return nil, errors.New("the database was made by another version of the schema")
	}
	rows, err := s.conn.QueryContext(ctx, "SELECT batch, folder FROM applied ORDER BY batch")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	all := s.ledger.Batches()
	applied := 0
	for ; rows.Next(); applied++ {
		var number int
		var folder string
		if err := rows.Scan(&number, &folder); err != nil {
			return nil, err
		}
		if applied < len(all) && all[applied].Version() != folder && all[applied].Erasure > 0 && strings.HasPrefix(folder, all[applied].Folder()) {
			return nil, errErased
		}
		if applied >= len(all) || all[applied].Number != number || all[applied].Version() != folder {
			return nil, fmt.Errorf("the database holds batch %d, which is not in the ledger at that place", number)
		}
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	return all[applied:], s.readThrough(ctx)
}

// apply takes one batch into the database, whole or not at all.
func (s *Store) apply(ctx context.Context, b batch.Batch) error {
	columns, err := s.fields(ctx, b.Feed)
	if err != nil {
		return err
	}
	return s.within(ctx, func(tx *sql.Tx) error {
		folder := s.ledger.Path(b)
		statement := strings.NewReplacer("{feed}", b.Feed, "{fields}", strings.Join(columns, ", ")).Replace(queries.Text("load/apply.sql"))
		result, err := tx.ExecContext(ctx, statement, b.Number, filepath.Join(folder, "accepted.parquet"))
		if err != nil {
			return err
		}
		if rows, err := result.RowsAffected(); err != nil || int(rows) != b.Loaded+b.Removed-b.Erased {
			return errors.Join(err, fmt.Errorf("accepted.parquet holds %d rows, the ledger says %d", rows, b.Loaded+b.Removed-b.Erased))
		}
		if _, err := tx.ExecContext(ctx, queries.Text("load/apply_rejects.sql"), b.Number, filepath.Join(folder, "rejects.parquet")); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, "INSERT INTO applied VALUES (?, ?, ?)", b.Number, b.Source, b.Version())
		return err
	})
}

// within runs the work in one transaction.
func (s *Store) within(ctx context.Context, work func(*sql.Tx) error) error {
	tx, err := s.conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := work(tx); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("%s: %w", databaseName, err)
	}
	s.unsettled = true
	return nil
}

// startAnew moves the database aside and opens an empty one. The old file stays until the next time, for whoever wants to
// know what happened to it.
func (s *Store) startAnew(ctx context.Context, why string) error {
	s.unsettled = false // it is of no use
	if err := s.closeDatabase(); err != nil {
		return err
	}
	for _, ending := range []string{"", ".wal"} {
		err := os.Rename(s.path()+ending, s.path()+ending+".old")
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	s.rebuilt = why
	return s.openDatabase(ctx)
}

// Rebuild makes the database anew from the batches. When that fails, the database is the one that was there before.
func (s *Store) Rebuild(ctx context.Context) error {
	if err := s.startAnew(ctx, "rebuild was asked for"); err != nil {
		return err
	}
	err := s.catchUp(ctx)
	if err == nil {
		return nil
	}
	s.unsettled = false
	return errors.Join(err, s.closeDatabase(), s.moveBack(), s.openDatabase(ctx))
}

// moveBack undoes what startAnew moved aside.
func (s *Store) moveBack() error {
	for _, ending := range []string{"", ".wal"} {
		if err := os.Remove(s.path() + ending); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
		if err := os.Rename(s.path()+ending+".old", s.path()+ending); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}

// fields lists the fields of a feed's contract, in the order of its table.
func (s *Store) fields(ctx context.Context, feed string) ([]string, error) {
	names, err := s.list(ctx, `SELECT column_name FROM duckdb_columns()
		WHERE table_name = ? AND column_name NOT IN ('source_sheet', 'source_row', 'removed', 'batch') ORDER BY column_index`, "fact_"+feed)
	if err == nil && len(names) == 0 {
		err = fmt.Errorf("feed %q: the schema has no table for it", feed)
	}
	return names, err
}

// list asks for a column of texts.
func (s *Store) list(ctx context.Context, statement string, args ...any) (texts []string, err error) {
	rows, err := s.conn.QueryContext(ctx, statement, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return nil, err
		}
		texts = append(texts, text)
	}
	return texts, rows.Err()
}
