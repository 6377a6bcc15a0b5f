package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"

	"github.com/duckdb/duckdb-go/v2"

	"bolyst/internal/batch"
	"bolyst/queries"
)

// whole is what is known of a file that holds everything that its source has: what the source delivered before and is not in
// it is gone.
type whole struct {
	most   *int    // so many facts may be gone at once; nil: half of those that count
	stays  [][]any // the keys of rows that are in the file, and were rejected
	unsure bool    // a row was rejected that may be any of those that count
}

// mostRejected is how many keys of rejected rows are kept in memory. A file with more of them says nothing of what is gone.
const mostRejected = 100_000

// Shrunk is the error of a complete delivery that lacks more of what its source has delivered than it may. Nothing of it was
// taken in.
type Shrunk struct{ Gone, Counted int }

func (e *Shrunk) Error() string { return fmt.Sprintf("%d of %d facts are gone", e.Gone, e.Counted) }

// Whole says that the file holds everything that its source has. Most is how many facts may be gone at once; nil: half of
// those that count.
func (st *Stage) Whole(most *int) { st.whole = &whole{most: most} }

// Stays says that the file holds the fact of that key, though its row was rejected: its former version counts on. Where the
// key is nil, the row may be any, and nothing is gone.
func (st *Stage) Stays(key []any) {
	switch w := st.whole; {
	case w == nil:
	case key == nil || len(w.stays) == mostRejected:
		w.unsure = true
	default:
		w.stays = append(w.stays, key)
	}
}

// findRemoved finds the facts of the source that its complete delivery no longer holds. It returns the table with what the
// batch is to hold.
func (st *Stage) findRemoved(ctx context.Context, b *batch.Batch) (string, error) {
	const asDelivered, withRemoved = "accepted", "delivered"
	if st.whole == nil || st.whole.unsure {
		return asDelivered, nil
	}
	if err := st.run(ctx, "load/stays.sql"); err != nil {
		return "", err
	}
	if err := st.keepKeys(); err != nil {
		return "", err
	}
	conn := st.store.conn
	if _, err := conn.ExecContext(ctx, st.names.Replace(queries.Text("load/removed.sql")), b.Source); err != nil {
		return "", fmt.Errorf("load/removed.sql: %w", err)
	}
	counted := 0
	if err := conn.QueryRowContext(ctx, st.names.Replace(queries.Text("load/counted.sql")), b.Source).Scan(&counted, &b.Removed); err != nil {
		return "", fmt.Errorf("load/counted.sql: %w", err)
	}
	if most := st.whole.most; most == nil && 2*b.Removed > counted || most != nil && b.Removed > *most {
		return "", &Shrunk{Gone: b.Removed, Counted: counted}
	}
	return withRemoved, st.run(ctx, "load/with_removed.sql")
}

// keepKeys puts the keys of the rejected rows where the statements find them.
func (st *Stage) keepKeys() error {
	return st.store.conn.Raw(func(driverConn any) error {
		table, err := duckdb.NewAppender(driverConn.(driver.Conn), "temp", "main", "stays")
		if err != nil {
			return err
		}
		for _, key := range st.whole.stays {
			values := make([]driver.Value, len(key))
			for i, value := range key {
				values[i] = value
			}
			if err := table.AppendRow(values...); err != nil {
				return errors.Join(err, table.Close())
			}
		}
		return table.Close()
	})
}
