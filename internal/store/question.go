package store

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"bolyst/queries"
)

// Moment says as of which date, and known at which batch, something is asked, and what counts as the region.
type Moment struct {
	AsOf      time.Time
	KnownAt   int
	FirstYear int // the first year of the yearly series
	Regions   []Region
}

// Region is one municipality of a programme's region, from a day and until the day before another, which may be the zero
// time.
type Region struct {
	Programme, Kommune string
	From, To           time.Time
}

// Tally is what is counted for one programme and period of an indicator, "all" being the total.
type Tally struct {
	Programme, Period                         string
	Numerator, Denominator, Unknown, Immature float64
}

// Question is the warehouse as it stood at a moment.
type Question struct{ store *Store }

// Ask makes the facts of the moment ready. They are worked out once, and every indicator then asks the same tables.
func (s *Store) Ask(ctx context.Context, m Moment) (*Question, error) {
	statements := []struct {
		text string
		args []any
	}{
		{"CREATE OR REPLACE TEMP TABLE moment AS SELECT CAST(? AS DATE) AS as_of, CAST(? AS INTEGER) AS known_at", []any{m.AsOf, m.KnownAt}},
		{"CREATE OR REPLACE TEMP TABLE region (programme VARCHAR, kommune VARCHAR, valid_from DATE, valid_to DATE)", nil},
		{"CREATE OR REPLACE TEMP TABLE year_end (year VARCHAR, ends_on DATE)", nil},
	}
	for _, s1 := range statements {
		if _, err := s.conn.ExecContext(ctx, s1.text, s1.args...); err != nil {
			return nil, err
		}
	}
	for _, r := range m.Regions {
		var to any
		if !r.To.IsZero() {
			to = r.To
		}
		if _, err := s.conn.ExecContext(ctx, "INSERT INTO region VALUES (?, ?, ?, ?)", r.Programme, r.Kommune, r.From, to); err != nil {
			return nil, err
		}
	}
	for year := m.FirstYear; year <= m.AsOf.Year(); year++ {
		end := time.Date(year, time.December, 31, 0, 0, 0, 0, time.UTC)
		if end.After(m.AsOf) {
			end = m.AsOf
		}
		if _, err := s.conn.ExecContext(ctx, "INSERT INTO year_end VALUES (?, ?)", strconv.Itoa(year), end); err != nil {
			return nil, err
		}
	}
	for _, name := range queries.Known {
		if _, err := s.conn.ExecContext(ctx, "CREATE OR REPLACE TEMP TABLE "+name+" AS "+queries.Text("known/"+name+".sql")); err != nil {
			return nil, fmt.Errorf("known/%s.sql: %w", name, err)
		}
	}
	return &Question{s}, nil
}

// Count counts the subjects of an indicator's statement with one of the fixed statements, "count" or "sum".
func (q *Question) Count(ctx context.Context, indicator, how string) ([]Tally, error) {
	if _, err := q.store.conn.ExecContext(ctx, "CREATE OR REPLACE TEMP VIEW subject AS "+indicator); err != nil {
		return nil, err
	}
	rows, err := q.store.conn.QueryContext(ctx, queries.Text(how+".sql"))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var tallies []Tally
	for rows.Next() {
		var t Tally
		if err := rows.Scan(&t.Programme, &t.Period, &t.Numerator, &t.Denominator, &t.Unknown, &t.Immature); err != nil {
			return nil, err
		}
		tallies = append(tallies, t)
	}
	return tallies, rows.Err()
}

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
