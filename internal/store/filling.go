package store

import (
	"database/sql/driver"
	"errors"

	"github.com/duckdb/duckdb-go/v2"
)

// filling puts rows into two tables beside the reading of the file, so that the two share the machine's processors. Both
// tables are filled by one goroutine, since they belong to one connection.
type filling struct {
	next  bundle
	full  chan bundle
	ended chan error // what went wrong, once everything that was handed over is in the tables
}

// bundle is the rows that are handed over at once.
type bundle struct{ staged, rejected [][]any }

// bundleSize is how many: enough that the hand-over costs nothing, few enough to stay in the processor's cache.
const bundleSize = 512

// fill begins to fill the tables of the two appenders, and closes them in the end.
func fill(staged, rejected *duckdb.Appender) *filling {
	f := &filling{full: make(chan bundle, 4), ended: make(chan error, 1)}
	go func() {
		var failed error
		for b := range f.full {
			if failed == nil { // after a fault the rest is only taken from the reader, who learns of it in the end
				failed = errors.Join(appendRows(staged, b.staged), appendRows(rejected, b.rejected))
			}
		}
		f.ended <- errors.Join(failed, staged.Close(), rejected.Close())
	}()
	return f
}

func appendRows(table *duckdb.Appender, rows [][]any) error {
	var row []driver.Value
	for _, values := range rows {
		row = row[:0]
		for _, value := range values {
			row = append(row, value)
		}
		if err := table.AppendRow(row...); err != nil {
			return err
		}
	}
	return nil
}

// stage hands over a row for the first table.
func (f *filling) stage(values []any) {
	f.next.staged = append(f.next.staged, values)
	f.handOver(len(f.next.staged) == bundleSize)
}

// reject hands over a row for the second table.
func (f *filling) reject(values []any) {
	f.next.rejected = append(f.next.rejected, values)
	f.handOver(len(f.next.rejected) == bundleSize)
}

func (f *filling) handOver(now bool) {
	if now {
		f.full <- f.next
		f.next = bundle{}
	}
}

// close hands over the rest and waits until all rows are in their tables.
func (f *filling) close() error {
	f.handOver(true)
	close(f.full)
	return <-f.ended
}
