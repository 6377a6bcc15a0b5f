package store

import (
	"context"
	"time"
)

// Reported is a figure published elsewhere; a number that was not given is nil.
type Reported struct {
	Programme, Indicator, Period, Source string
	Numerator, Denominator, Value        *float64
	AsOf                                 *time.Time
	Note                                 *string
}

// Reported lists the figures published elsewhere.
func (q *Question) Reported(ctx context.Context) ([]Reported, error) {
	rows, err := q.store.conn.QueryContext(ctx, `SELECT programme, indicator, period, source, numerator, denominator, value, as_of, note
		FROM reported ORDER BY programme NULLS LAST, indicator NULLS LAST, period NULLS LAST, source NULLS LAST`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var found []Reported
	for rows.Next() {
		var r Reported
		if err := rows.Scan(&r.Programme, &r.Indicator, &r.Period, &r.Source, &r.Numerator, &r.Denominator, &r.Value, &r.AsOf, &r.Note); err != nil {
			return nil, err
		}
		found = append(found, r)
	}
	return found, rows.Err()
}
