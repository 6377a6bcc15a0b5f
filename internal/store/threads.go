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
