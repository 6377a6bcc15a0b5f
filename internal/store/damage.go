package store

import (
	"context"
	"fmt"
	"strings"
)

// readThrough reads every table to its end. The engine checks a block only when it reads it, and a question that met a
// damaged one would fail today and tomorrow; here it is still time to make the database anew.
func (s *Store) readThrough(ctx context.Context) error {
	tables, err := s.list(ctx, "SELECT table_name FROM duckdb_tables() WHERE NOT temporary ORDER BY table_name")
	if err != nil {
		return err
	}
	for _, table := range tables {
		if _, err := s.conn.ExecContext(ctx, "SELECT max(hash(t)) FROM "+table+" AS t"); err != nil {
			return fmt.Errorf("%s: %w", table, err)
		}
	}
	return nil
}

// settle moves what was written from the engine's log into the database. The engine does so by itself when it closes, but
// it says nothing when the disk fails it then.
func (s *Store) settle() error {
	if !s.unsettled {
		return nil
	}
	s.unsettled = false
	if _, err := s.conn.ExecContext(context.Background(), "CHECKPOINT"); err != nil {
		return fmt.Errorf("%s: %w", databaseName, err)
	}
	return nil
}

// cannotWrite says whether the disk is at fault, full or failing. A new database would fare no better there, and the one
// that lies there may be as good as before.
func cannotWrite(err error) bool {
	text := err.Error()
	return strings.Contains(text, "Could not write") || strings.Contains(text, "fsync")
}
