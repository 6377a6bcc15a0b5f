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
	store *Store
	feed  string
	whole *whole            // nil: what the file does not hold is not gone
	names *strings.Replacer // fills the places of the statements
	rows  *filling          // nil when closed

	// Erasing is told the number of an erasure before it is made: of someone erased, whom the rows show to be known under another
	// pseudonym too. An error stops it.
	Erasing func(number int) error
}

// Stage begins to take in a file of the feed, whose rows are told apart by the key fields. Close the stage after use.
func (s *Store) Stage(ctx context.Context, feed string, key []string) (*Stage, error) {
	fields, err := s.fields(ctx, feed)
	if err != nil {
		return nil, err
	}
	var same []string
	for _, field := range key { // as an equality: it finds the row
		same = append(same, "staged."+field+" = newest."+field)
	}
	for _, field := range fields {
		same = append(same, "staged."+field+" IS NOT DISTINCT FROM newest."+field)
	}
	st := &Stage{store: s, feed: feed, names: strings.NewReplacer("{feed}", feed, "{fields}", strings.Join(fields, ", "),
		"{key}", strings.Join(key, ", "), "{same}", strings.Join(same, " AND "))}
	if err := st.run(ctx, "load/staged.sql", "load/rejected.sql"); err != nil {
		return nil, err
	}
	columns, err := s.stagedColumns(ctx)
	if err != nil {
		return nil, err
	}
	var rejected *duckdb.Appender
	err = s.conn.Raw(func(driverConn any) (err error) {
		rejected, err = duckdb.NewAppender(driverConn.(driver.Conn), "temp", "main", "rejected")
		return err
	})
	if err != nil {
		return nil, err
	}
	if st.rows, err = s.fill(ctx, columns, rejected); err != nil {
		return nil, errors.Join(err, rejected.Close())
	}
	return st, nil
}

// run runs statements of the feed.
func (st *Stage) run(ctx context.Context, names ...string) error {
	for _, name := range names {
		if _, err := st.store.conn.ExecContext(ctx, st.names.Replace(queries.Text(name))); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// Accept takes one checked row, its values in the order of the contract. The slice stays the caller's.
func (st *Stage) Accept(sheet string, row int, values []any) error {
	st.rows.stage(values, sheet, int64(row))
	return nil
}

// Reject takes the faults of one row.
func (st *Stage) Reject(faults []Reject) error {
	for _, r := range faults {
		st.rows.reject(r.Sheet, int64(r.Row), r.Column, r.Header, r.Field, r.Found, r.Masked, r.Rule, r.Allowed)
	}
	return nil
}

// Close gives the stage up. After Commit it does nothing.
func (st *Stage) Close() error {
	if st.rows == nil {
		return nil
	}
	err := st.rows.close()
	st.rows = nil
	return err
}

// Commit compares the rows with what is known and makes a batch of what is new. b tells the source, its file and how many
// rows were read and rejected; the rest of the balance is filled in. When Commit returns without an error, the batch is in
// the record and in the database.
func (st *Stage) Commit(ctx context.Context, b batch.Batch) (_ batch.Batch, err error) {
	defer func() {
		if err != nil {
			st.store.unsettled = false // one disk that fails is told of once
		}
	}()
	if err := st.Close(); err != nil {
		return b, err
	}
	conn := st.store.conn
	b.Feed = st.feed
	var tookOut bool
	b.Withheld, tookOut, err = st.withholdKin(ctx, b)
	if tookOut { // the bytes of who went are in the database until it is made anew
		defer func() { err = errors.Join(err, st.store.forget(ctx), st.store.catchUp(ctx)) }()
	}
	if err != nil {
		return b, err
	}
	b.Read -= b.Withheld
	if err := st.run(ctx, "load/superseded.sql", "load/unchanged.sql", "load/accepted.sql"); err != nil {
		return b, err
	}
	var staged int
	if err := conn.QueryRowContext(ctx, queries.Text("load/balance.sql")).Scan(&staged, &b.Superseded, &b.Unchanged); err != nil {
		return b, fmt.Errorf("load/balance.sql: %w", err)
	}
	b.Loaded = staged - b.Superseded - b.Unchanged
	accepted, err := st.findRemoved(ctx, &b)
	if err != nil {
		return b, err
	}
	pending, err := st.store.ledger.Begin()
	if err != nil {
		return b, err
	}
	defer pending.Discard()
	for table, path := range map[string]string{accepted: pending.Accepted(), "rejected": pending.Rejects()} {
		if _, err := conn.ExecContext(ctx, "COPY (FROM "+table+") TO "+literal(path)+" ("+parquet+")"); err != nil {
			return b, fmt.Errorf("%s: %w", path, err)
		}
	}
	if err := st.run(ctx, "load/staged.sql"); err != nil { // the rows are in the files now: the database needs their memory
		return b, err
	}
	if b, err = pending.Commit(b); err != nil {
		return b, err
	}
	if tookOut {
		return b, nil // it comes into the database with the others
	}
	return b, st.store.apply(ctx, b)
}

// parquet is how the rows of a batch are written. The engine hands rows over 2048 at a time and closes a group of rows once it
// has that many: 59 times 2048 keeps every group within the 122 880 rows of a group in the database, which is then filled
// from one. A row more, and it would leave a small group behind each, which the checkpoint joins by writing everything
// again. On pseudonyms the first level of zstd is as good as the third.
const parquet = "FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE 120832"
