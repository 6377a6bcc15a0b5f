package store

import (
	"database/sql/driver"

	"github.com/duckdb/duckdb-go/v2"
)

// rows are some rows of one table, which are handed over at once.
type rows struct {
	values []driver.Value // end to end
	width  int            // of one row
	given  []bool         // by column: something stands in one of them
	faults bool           // they are faults of rows, not rows that were accepted
}

// enoughRows is how many: what the engine calls a vector, the most that it takes at once. Of fewer it would count the different
// values of each column in all of them, and of so many in a part.
const enoughRows = 2048

func newRows(width int) rows {
	return rows{values: make([]driver.Value, 0, enoughRows*width), width: width, given: make([]bool, width)}
}

func (r *rows) empty() {
	r.values = r.values[:0]
	clear(r.given)
}

func (r *rows) enough() bool { return len(r.values) >= enoughRows*r.width }

// add adds a row, made of the values and of those after them.
func (r *rows) add(values []any, more ...any) {
	for i, value := range values {
		r.values = append(r.values, value)
		if value != nil {
			r.given[i] = true
		}
	}
	for i, value := range more {
		r.values = append(r.values, value)
		r.given[len(values)+i] = true
	}
}

func (r *rows) appendTo(table *duckdb.Appender) error {
	for at := 0; at < len(r.values); at += r.width {
		if err := table.AppendRow(r.values[at : at+r.width]...); err != nil {
			return err
		}
	}
	return nil
}
