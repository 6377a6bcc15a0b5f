package store

import (
	"context"
	"fmt"
	"time"

	"bolyst/queries"
)

// Freshness is the newest day that something in a feed is about.
type Freshness struct {
	Feed   string
	Newest time.Time
}

// Freshness tells how new is what is known, feed by feed. Feeds without facts are left out.
func (q *Question) Freshness(ctx context.Context) ([]Freshness, error) {
	rows, err := q.store.conn.QueryContext(ctx, queries.Text("freshness.sql"))
	if err != nil {
		return nil, fmt.Errorf("query freshness: %w", err)
	}
	defer rows.Close()
	var found []Freshness
	for rows.Next() {
		var f Freshness
		if err := rows.Scan(&f.Feed, &f.Newest); err != nil {
			return nil, err
		}
		found = append(found, f)
	}
	return found, rows.Err()
}
