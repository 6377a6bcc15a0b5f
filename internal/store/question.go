package store

import (
	"cmp"
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
	Undecided []string // municipalities of which nobody can say whether they belong to the regions
}

// Question is the warehouse as it stood at a moment. The next question to the same store takes its place.
type Question struct {
	store   *Store
	partial bool // programmes are left out
}

// Ask makes the facts of the moment ready. They are worked out once, and every indicator then asks the same tables.
func (s *Store) Ask(ctx context.Context, m Moment) (*Question, error) {
	if _, err := s.conn.ExecContext(ctx, "SET memory_limit = "+literal(memoryToAsk)); err != nil {
		return nil, err
	}
	if err := s.prepare(ctx, m.tables(), queries.Known); err != nil {
		return nil, err
	}
	for unit := range queries.Traits { // views: only the traits that are asked for are ever looked up
		name := unit + "_trait"
		if _, err := s.conn.ExecContext(ctx, "CREATE OR REPLACE TEMP VIEW "+name+" AS "+queries.Text("known/"+name+".sql")); err != nil {
			return nil, fmt.Errorf("known/%s.sql: %w", name, err)
		}
	}
	return &Question{store: s}, nil
}

// Within asks from now on about living in these regions and not in the programmes' own. Of the municipalities of undecided it
// is not known whether they belong to them. Only what the tables of queries.Within tell is asked anew.
func (q *Question) Within(ctx context.Context, regions []Region, undecided []string) error {
	m := Moment{Regions: regions, Undecided: undecided}
	return q.store.prepare(ctx, []given{m.region(), m.undecided()}, queries.Within)
}

// LeaveOut counts nobody of these programmes from now on, until others are left out.
func (q *Question) LeaveOut(ctx context.Context, programmes ...string) error {
	if q.partial = len(programmes) > 0; !q.partial {
		return nil
	}
	return q.store.prepare(ctx, []given{leftOut(programmes)}, nil)
}

// prepare fills the tables that are given, and makes the others from them.
func (s *Store) prepare(ctx context.Context, tables []given, known []string) error {
	for _, t := range tables {
		if _, err := s.conn.ExecContext(ctx, "CREATE OR REPLACE TEMP TABLE "+t.columns); err != nil {
			return err
		}
		for _, row := range t.rows {
			if _, err := s.conn.ExecContext(ctx, t.insert, row...); err != nil {
				return fmt.Errorf("%s: %w", t.insert, err)
			}
		}
	}
	for _, name := range known {
		if _, err := s.conn.ExecContext(ctx, "CREATE OR REPLACE TEMP TABLE "+name+" AS "+queries.Text("known/"+name+".sql")); err != nil {
			return fmt.Errorf("known/%s.sql: %w", name, err)
		}
	}
	return nil
}

// given is a table that the moment fills, for the statements of known/ to ask.
type given struct {
	columns, insert string
	rows            [][]any
}

func (m Moment) tables() []given {
	moment := given{columns: "moment (as_of DATE, known_at INTEGER)", insert: "INSERT INTO moment VALUES (?, ?)", rows: [][]any{{m.AsOf, m.KnownAt}}}
	years := given{columns: "year_end (year VARCHAR, ends_on DATE)", insert: "INSERT INTO year_end VALUES (?, ?)"}
	pool := given{columns: "pool (label VARCHAR, period VARCHAR)", insert: "INSERT INTO pool VALUES (?, ?)"}
	for year := m.FirstYear; year <= m.AsOf.Year(); year++ {
		end := time.Date(year, time.December, 31, 0, 0, 0, 0, time.UTC)
		if end.After(m.AsOf) {
			end = m.AsOf
		}
		years.rows = append(years.rows, []any{strconv.Itoa(year), end})
		for y := year; y < year+poolSize && year+poolSize-1 <= m.AsOf.Year(); y++ {
			pool.rows = append(pool.rows, []any{fmt.Sprintf("%d–%d", year, year+poolSize-1), strconv.Itoa(y)})
		}
	}
	return []given{moment, m.region(), m.undecided(), years, pool, centrality()}
}

func (m Moment) region() given {
	t := given{columns: "region (programme VARCHAR, kommune VARCHAR, valid_from DATE, valid_to DATE)", insert: "INSERT INTO region VALUES (?, ?, ?, ?)"}
	for _, r := range merged(m.Regions) {
		t.rows = append(t.rows, []any{r.Programme, r.Kommune, r.From, r.To})
	}
	return t
}

func (m Moment) undecided() given {
	t := given{columns: "undecided (kommune VARCHAR)", insert: "INSERT INTO undecided VALUES (?)"}
	for _, kommune := range m.Undecided {
		t.rows = append(t.rows, []any{kommune})
	}
	return t
}

func leftOut(programmes []string) given {
	t := given{columns: "left_out (programme VARCHAR)", insert: "INSERT INTO left_out VALUES (?)"}
	for _, programme := range programmes {
		t.rows = append(t.rows, []any{programme})
	}
	return t
}

// poolSize is how many periods in a row make a pool: three cohorts of a programme are some twenty trainees.
const poolSize = 3

func centrality() given {
	t := given{columns: "centrality (kommune VARCHAR, centrality VARCHAR, valid_from DATE, valid_to DATE)", insert: "INSERT INTO centrality VALUES (?, ?, ?, ?)"}
	for _, row := range queries.Centrality() {
		t.rows = append(t.rows, []any{row[0], row[2], cmp.Or(row[4], "0001-01-01"), cmp.Or(row[5], always.Format(time.DateOnly))})
	}
	return t
}
