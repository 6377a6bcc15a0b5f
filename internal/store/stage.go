package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"strings"

	"github.com/duckdb/duckdb-go/v2"

	"bolyst/internal/batch"
	"bolyst/queries"
)

// Reject is one fault of a row that was not accepted.
type Reject struct {
	Sheet                        string
	Row                          int
	Column, Header, Field, Found string
	Masked                       bool
	Rule, Allowed                string
}

// Stage is where the rows of one file wait until the file has been read to its end. Nothing of it counts before Commit.
type Stage struct {
	store    *Store
	feed     string
	fill     *strings.Replacer
	staged   *duckdb.Appender
	rejected *duckdb.Appender
	row      []driver.Value
}

// Stage begins to take in a file of the feed, whose rows are told apart by the key fields. Close the stage after use.
func (s *Store) Stage(ctx context.Context, feed string, key []string) (*Stage, error) {
	fields, err := s.fields(ctx, feed)
	if err != nil {
		return nil, err
	}
	st := &Stage{store: s, feed: feed, row: make([]driver.Value, 0, len(fields)+2),
		fill: strings.NewReplacer("{feed}", feed, "{fields}", strings.Join(fields, ", "), "{key}", strings.Join(key, ", "))}
	for _, name := range []string{"load/staged.sql", "load/rejected.sql"} {
		if _, err := s.conn.ExecContext(ctx, st.fill.Replace(queries.Text(name))); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	err = s.conn.Raw(func(driverConn any) (err error) {
		if st.staged, err = duckdb.NewAppender(driverConn.(driver.Conn), "temp", "main", "staged"); err != nil {
			return err
		}
		st.rejected, err = duckdb.NewAppender(driverConn.(driver.Conn), "temp", "main", "rejected")
		return err
	})
	if err != nil {
		return nil, errors.Join(err, st.Close())
	}
	return st, nil
}

// Accept takes one checked row, its values in the order of the contract.
func (st *Stage) Accept(sheet string, row int, values []any) error {
	st.row = st.row[:0]
	for _, value := range values {
		st.row = append(st.row, value)
	}
	return st.staged.AppendRow(append(st.row, sheet, int64(row))...)
}

// Reject takes the faults of one row.
func (st *Stage) Reject(faults []Reject) error {
	for _, r := range faults {
		err := st.rejected.AppendRow(r.Sheet, int64(r.Row), r.Column, r.Header, r.Field, r.Found, r.Masked, r.Rule, r.Allowed)
		if err != nil {
			return err
		}
	}
	return nil
}

// Close gives the stage up. After Commit it does nothing.
func (st *Stage) Close() error {
	var errs []error
	for _, appender := range []*duckdb.Appender{st.staged, st.rejected} {
		if appender != nil {
			errs = append(errs, appender.Close())
		}
	}
	st.staged, st.rejected = nil, nil
	return errors.Join(errs...)
}

// Commit compares the rows with what is known and makes a batch of what is new. b tells the source, its file and how many
// rows were read and rejected; the rest of the balance is filled in. When Commit returns without an error, the batch is in
// the record and in the database.
func (st *Stage) Commit(ctx context.Context, b batch.Batch) (batch.Batch, error) {
	if err := st.Close(); err != nil {
		return b, err
	}
	conn := st.store.conn
	b.Feed = st.feed
	if _, err := conn.ExecContext(ctx, st.fill.Replace(queries.Text("load/accepted.sql"))); err != nil {
		return b, fmt.Errorf("load/accepted.sql: %w", err)
	}
	var staged, keys int
	if err := conn.QueryRowContext(ctx, st.fill.Replace(queries.Text("load/balance.sql"))).Scan(&staged, &keys, &b.Loaded); err != nil {
		return b, fmt.Errorf("load/balance.sql: %w", err)
	}
	b.Superseded, b.Unchanged = staged-keys, keys-b.Loaded
	pending, err := st.store.ledger.Begin()
	if err != nil {
		return b, err
	}
	defer pending.Discard()
	for table, path := range map[string]string{"accepted": pending.Accepted(), "rejected": pending.Rejects()} {
		if _, err := conn.ExecContext(ctx, "COPY "+table+" TO "+literal(path)+" (FORMAT parquet, COMPRESSION zstd)"); err != nil {
			return b, fmt.Errorf("%s: %w", path, err)
		}
	}
	if b, err = pending.Commit(b); err != nil {
		return b, err
	}
	return b, st.store.apply(ctx, b)
}
