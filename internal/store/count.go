package store

import (
	"context"
	"fmt"

	"bolyst/queries"
)

// Tally is what is counted in one cell of an indicator.
type Tally struct {
	Cell
	Numerator, Denominator, Unknown, Immature float64
}

// Count counts the subjects of an indicator's statement in one of two ways: "count" for those whose outcome is yes or no, "sum"
// for amounts that are divided by each other. It does so for each cut in turn, for Whole where none is given.
func (q *Question) Count(ctx context.Context, indicator, how string, cuts ...Cut) ([]Tally, error) {
	return counted(ctx, q, indicator, how, "count.sql", cuts, func(t *Tally) []any {
		return []any{&t.Programme, &t.Period, &t.Breakdown, &t.Category, &t.Numerator, &t.Denominator, &t.Unknown, &t.Immature}
	})
}

// Mean is what the mean of the outcomes in one cell and its interval are made from.
type Mean struct {
	Cell
	Known, Sum, Squares float64 // how many outcomes are known, their sum, and the sum of their squares
	Unknown, Immature   float64
}

// Means sums the outcomes of an indicator whose outcome is a number, for each cut in turn, for Whole where none is given.
func (q *Question) Means(ctx context.Context, indicator string, cuts ...Cut) ([]Mean, error) {
	return counted(ctx, q, indicator, "mean", "mean.sql", cuts, func(m *Mean) []any {
		return []any{&m.Programme, &m.Period, &m.Breakdown, &m.Category, &m.Known, &m.Sum, &m.Squares, &m.Unknown, &m.Immature}
	})
}

// counted takes the subjects of the indicator as each cut says, each with what it brings in that way of counting, and runs the
// fixed statement over them. Each of its rows is read into what fields points to.
func counted[T interface{ cell() Cell }](ctx context.Context, q *Question, indicator, way, statement string, cuts []Cut, fields func(*T) []any) ([]T, error) {
	if _, err := q.store.conn.ExecContext(ctx, "CREATE OR REPLACE TEMP VIEW indicator AS "+indicator); err != nil {
		return nil, err
	}
	if len(cuts) == 0 {
		cuts = []Cut{Whole}
	}
	var all []T
	for _, cut := range cuts {
		if err := q.take(ctx, cut, way); err != nil {
			return nil, err
		}
		rows, err := q.store.conn.QueryContext(ctx, queries.Text(statement))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", statement, err)
		}
		defer rows.Close()
		for rows.Next() {
			var row T
			if err := rows.Scan(fields(&row)...); err != nil {
				return nil, fmt.Errorf("%s: %w", statement, err)
			}
			if cut.holds(row.cell()) {
				all = append(all, row)
			}
		}
		if err := rows.Err(); err != nil {
			return nil, fmt.Errorf("%s: %w", statement, err)
		}
	}
	return all, nil
}
