package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"

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
		return []any{&t.Programme, &t.Period, &t.pooled, &t.Breakdown, &t.Category, &t.Numerator, &t.Denominator, &t.Unknown, &t.Immature}
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
		return []any{&m.Programme, &m.Period, &m.pooled, &m.Breakdown, &m.Category, &m.Known, &m.Sum, &m.Squares, &m.Unknown, &m.Immature}
	})
}

// counted finds those who are behind the indicator, and runs the fixed statement over what each brings in that way of counting.
// It does so once for the cuts that tell the subjects of one unit apart, and for those that tell nothing apart along with them.
// Each row is read into what fields points to.
func counted[T interface{ cell() Cell }](ctx context.Context, q *Question, indicator, way, statement string, cuts []Cut, fields func(*T) []any) ([]T, error) {
	if len(cuts) == 0 {
		cuts = []Cut{Whole}
	}
	first := "nothing"
	for _, cut := range slices.Backward(cuts) {
		if err := cut.check(); err != nil {
			return nil, err
		}
		first = cmp.Or(cut.apart(), first)
	}
	rows := map[string][]T{}
	var all []T
	for _, cut := range cuts {
		apart := cmp.Or(cut.apart(), first)
		if rows[apart] == nil {
			if err := q.take(ctx, indicator, way, apart); err != nil {
				return nil, err
			}
			var err error
			if rows[apart], err = added(ctx, q.store, statement, fields); err != nil {
				return nil, fmt.Errorf("%s: %w", statement, err)
			}
		}
		for _, row := range rows[apart] {
			if cut.holds(row.cell()) {
				all = append(all, row)
			}
		}
	}
	return all, nil
}

// added runs a statement that adds up.
func added[T any](ctx context.Context, s *Store, statement string, fields func(*T) []any) ([]T, error) {
	rows, err := s.conn.QueryContext(ctx, queries.Text(statement))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	all := []T{}
	for rows.Next() {
		var row T
		if err := rows.Scan(fields(&row)...); err != nil {
			return nil, err
		}
		all = append(all, row)
	}
	return all, rows.Err()
}
