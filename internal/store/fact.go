package store

import (
	"context"
	"fmt"

	"bolyst/queries"
)

// Fact is one fact that a figure rests on, with its place in its source.
type Fact struct {
	Programme, Subject string // whom it is about
	Feed               string
	Part               string // which placement or session of a trainee it is
	Sheet              string
	Row, Batch         int
	HappenedOn         string // when it was so: 2010-08-31
}

// Facts lists the facts about those who are behind one figure of the indicator, by programme, subject, feed and time: of all
// feeds, since which of them count is told by the indicator. The programme may be "all".
func (q *Question) Facts(ctx context.Context, indicator, way, programme, period string) ([]Fact, error) {
	if err := q.take(ctx, indicator, way, "subject"); err != nil {
		return nil, err
	}
	return traced(ctx, q.store, "trace/facts.sql", func(f *Fact) []any {
		return []any{&f.Programme, &f.Subject, &f.Feed, &f.Part, &f.Sheet, &f.Row, &f.Batch, &f.HappenedOn}
	}, programme, programme, period)
}

// News is that something new came in about somebody.
type News struct {
	Programme, Feed, About string
	Replaced, Removed      int // 1: an earlier version of a fact was replaced; a fact is gone from its source
}

// News lists about whom anything new came in after the first batch, up to and including the last.
func (s *Store) News(ctx context.Context, first, last int) ([]News, error) {
	return traced(ctx, s, "trace/news.sql", func(n *News) []any {
		return []any{&n.Programme, &n.Feed, &n.About, &n.Replaced, &n.Removed}
	}, first, first, last)
}

// traced runs a statement over the versions of all facts. Each of its rows is read into what fields points to.
func traced[T any](ctx context.Context, s *Store, statement string, fields func(*T) []any, args ...any) ([]T, error) {
	if _, err := s.conn.ExecContext(ctx, "CREATE OR REPLACE TEMP VIEW version AS "+queries.Text("trace/version.sql")); err != nil {
		return nil, fmt.Errorf("trace/version.sql: %w", err)
	}
	rows, err := s.conn.QueryContext(ctx, queries.Text(statement), args...)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", statement, err)
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		var row T
		if err := rows.Scan(fields(&row)...); err != nil {
			return nil, fmt.Errorf("%s: %w", statement, err)
		}
		all = append(all, row)
	}
	return all, rows.Err()
}
