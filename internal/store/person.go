package store

import (
	"context"
	"fmt"

	"bolyst/queries"
)

// Person is one subject behind a figure, and what it brings to its counts.
type Person struct {
	Programme, Period, Subject                string // the period is "all" behind a total
	Numerator, Denominator, Unknown, Immature float64
	Said                                      string // the sort or the number of months, where that is the outcome
}

// Persons lists who is behind every figure of an indicator, by programme, period and subject. The way of counting is that of
// Count, or "mean", "breadth" or "curve". Every total is the sum of its persons.
func (q *Question) Persons(ctx context.Context, indicator, way string) ([]Person, error) {
	if err := q.take(ctx, indicator, way, "subject"); err != nil {
		return nil, err
	}
	rows, err := q.store.conn.QueryContext(ctx, queries.Text("persons.sql"))
	if err != nil {
		return nil, fmt.Errorf("persons.sql: %w", err)
	}
	defer rows.Close()
	var all []Person
	for rows.Next() {
		var p Person
		var said *string
		if err := rows.Scan(&p.Programme, &p.Period, &p.Subject, &p.Numerator, &p.Denominator, &p.Unknown, &p.Immature, &said); err != nil {
			return nil, fmt.Errorf("persons.sql: %w", err)
		}
		if said != nil {
			p.Said = *said
		}
		all = append(all, p)
	}
	return all, rows.Err()
}
