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
	spent chan bundle // to be filled again: their room is the most that the reading of a file would ask for
	ended chan error  // what went wrong, once everything that was handed over is in the tables
}

// bundle is the rows that are handed over at once.
type bundle struct{ staged, rejected rows }

// rows are the values of the rows of one table, end to end.
type rows struct {
	values []driver.Value
	width  int // of one row
}

// bundleSize is how many rows: enough that the hand-over costs nothing, few enough to stay in the processor's cache.
const bundleSize = 512

// fill begins to fill the tables of the two appenders, and closes them in the end.
func fill(staged, rejected *duckdb.Appender) *filling {
	f := &filling{full: make(chan bundle, 4), spent: make(chan bundle, 8), ended: make(chan error, 1)}
	go func() {
		var failed error
		for b := range f.full {
			if failed == nil { // after a fault the rest is only taken from the reader, who learns of it in the end
				failed = errors.Join(b.staged.into(staged), b.rejected.into(rejected))
			}
			select {
			case f.spent <- b:
			default: // there are enough
			}
		}
		f.ended <- errors.Join(failed, staged.Close(), rejected.Close())
	}()
	return f
}

func (r rows) into(table *duckdb.Appender) error {
	for at := 0; at < len(r.values); at += r.width {
		if err := table.AppendRow(r.values[at : at+r.width]...); err != nil {
			return err
		}
	}
	return nil
}

// add adds a row, and says whether there are enough.
func (r *rows) add(values []any, more ...any) bool {
	for _, value := range values {
		r.values = append(r.values, value)
	}
	for _, value := range more {
		r.values = append(r.values, value)
	}
	r.width = len(values) + len(more)
	return len(r.values) >= bundleSize*r.width
}

// stage hands over a row for the first table, made of the values and of those after them.
func (f *filling) stage(values []any, more ...any) { f.handOver(f.next.staged.add(values, more...)) }

// reject hands over a row for the second table.
func (f *filling) reject(values ...any) { f.handOver(f.next.rejected.add(values)) }

func (f *filling) handOver(now bool) {
	if !now {
		return
	}
	f.full <- f.next
	select {
	case f.next = <-f.spent:
		f.next.staged.values, f.next.rejected.values = f.next.staged.values[:0], f.next.rejected.values[:0]
	default:
		f.next = bundle{}
	}
}

// close hands over the rest and waits until all rows are in their tables.
func (f *filling) close() error {
	f.handOver(true)
	close(f.full)
	return <-f.ended
}
