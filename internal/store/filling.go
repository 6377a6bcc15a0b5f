package store

import (
	"context"
	"strings"

	"github.com/duckdb/duckdb-go/v2"

	"bolyst/queries"
)

// filling puts rows into two tables beside the reading of the file, so that the two share the machine's processors. Both
// tables are filled by one goroutine, since they belong to one connection.
type filling struct {
	accepted, faults rows // of the reader, until there are enough of them
	full             chan rows
	spent            chan rows  // to be filled again: their room is the most that the reading of a file would ask for
	ended            chan error // what went wrong, once everything that was handed over is in the tables
	source           source
	restore          func() error // gives the engine the threads that it had
}

// fill begins to fill the tables. The columns are those of the first, and the second has an appender.
func (s *Store) fill(ctx context.Context, columns []duckdb.ColumnInfo, rejected *duckdb.Appender) (*filling, error) {
	many, err := s.threads(ctx)
	if err != nil {
		return nil, err
	}
	if err := s.setThreads(ctx, 1); err != nil {
		return nil, err
	}
	f := &filling{accepted: newRows(len(columns)), full: make(chan rows, 2), spent: make(chan rows, 4), ended: make(chan error, 1)}
	f.source = source{columns: columns, asked: make([]bool, len(columns)), full: f.full, spent: f.spent}
	f.restore = func() error { return s.setThreads(context.WithoutCancel(ctx), many) }
	s.source = &f.source
	go func() {
		failed := s.fillTables(&f.source, rejected)
		for range f.full { // after a fault the rest is only taken from the reader, who learns of it in the end
		}
		if err := rejected.Close(); failed == nil {
			failed = err
		}
		f.ended <- failed
	}()
	return f, nil
}

// fillTables fills the two tables by turns, each as long as its rows come.
func (s *Store) fillTables(from *source, rejected *duckdb.Appender) error {
	for from.await() {
		if from.due.faults {
			if err := from.due.appendTo(rejected); err != nil {
				return err
			}
			from.done()
			continue
		}
		given := strings.Join(from.ask(), ", ")
		if _, err := s.conn.ExecContext(context.Background(), strings.ReplaceAll(queries.Text("load/stage.sql"), "{given}", given)); err != nil {
			return err
		}
	}
	return nil
}

// stage hands over a row for the first table, made of the values and of those after them.
func (f *filling) stage(values []any, more ...any) {
	f.accepted.add(values, more...)
	if f.accepted.enough() {
		f.handOver()
	}
}

// reject hands over a row for the second table.
func (f *filling) reject(values ...any) {
	if f.faults.values == nil {
		f.faults = newRows(len(values))
		f.faults.faults = true
	}
	f.faults.add(values)
	if f.faults.enough() {
		f.full <- f.faults
		f.faults = rows{}
	}
}

func (f *filling) handOver() {
	f.full <- f.accepted
	select {
	case f.accepted = <-f.spent:
		f.accepted.empty()
	default:
		f.accepted = newRows(f.accepted.width)
	}
}

// close hands over the rest and waits until all rows are in their tables.
func (f *filling) close() error {
	for _, rest := range []rows{f.accepted, f.faults} {
		if len(rest.values) > 0 {
			f.full <- rest
		}
	}
	close(f.full)
	failed := <-f.ended
	if err := f.restore(); failed == nil {
		failed = err
	}
	return failed
}
