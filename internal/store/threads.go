package store

import (
	"context"
	"fmt"
)

// threads is how many threads the engine works with.
func (s *Store) threads(ctx context.Context) (many int64, err error) {
	err = s.conn.QueryRowContext(ctx, "SELECT current_setting('threads')").Scan(&many)
	return many, err
}

// setThreads lets the engine work with so many threads, of which one is whoever calls it. With more than that one, another may
// be the one that waits for the rows of a file; the caller then asks for work all the time without a pause, and takes a
// processor from those who read the file.
func (s *Store) setThreads(ctx context.Context, many int64) error {
	_, err := s.conn.ExecContext(ctx, fmt.Sprint("SET threads = ", many))
	return err
}

// group is how many rows of a table the engine keeps together: a thread takes a group at a time.
const group = 122_880

// suitThreads lets the engine work with one thread where no table has more than one group, and else with one for each
// processor. With little to do, the threads would only wake each other up, which takes longer than the work.
func (s *Store) suitThreads(ctx context.Context) error {
	var most int64
	err := s.conn.QueryRowContext(ctx, "SELECT COALESCE(max(estimated_size), 0) FROM duckdb_tables() WHERE NOT temporary").Scan(&most)
	if err != nil {
		return err
	}
	if most <= group {
		return s.setThreads(ctx, 1)
	}
	_, err = s.conn.ExecContext(ctx, "RESET threads")
	return err
}
