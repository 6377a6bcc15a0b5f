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
	if err := s.suitThreads(ctx); err != nil {
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
		if _, err := s.conn.ExecContext(ctx, "CREATE OR REPLACE TEMP TABLE "+t.declared()); err != nil {
			return err
		}
		if err := s.appendRows(t.name, t.rows); err != nil { // a statement for each row takes longer than all that is asked of them
			return fmt.Errorf("%s: %w", t.name, err)
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
	name, columns string
	rows          [][]any
}

func (t given) declared() string { return t.name + " " + t.columns }

func (m Moment) tables() []given {
	moment := given{name: "moment", columns: "(as_of DATE, known_at INTEGER)", rows: [][]any{{m.AsOf, m.KnownAt}}}
	years := given{name: "year_end", columns: "(year VARCHAR, ends_on DATE)"}
	pool := given{name: "pool", columns: "(label VARCHAR, period VARCHAR)"}
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
	t := given{name: "region", columns: "(programme VARCHAR, kommune VARCHAR, valid_from DATE, valid_to DATE)"}
	for _, r := range merged(m.Regions) {
		t.rows = append(t.rows, []any{r.Programme, r.Kommune, r.From, r.To})
	}
	return t
}

func (m Moment) undecided() given {
	t := given{name: "undecided", columns: "(kommune VARCHAR)"}
	for _, kommune := range m.Undecided {
		t.rows = append(t.rows, []any{kommune})
	}
	return t
}

func leftOut(programmes []string) given {
	t := given{name: "left_out", columns: "(programme VARCHAR)"}
	for _, programme := range programmes {
		t.rows = append(t.rows, []any{programme})
	}
	return t
}

// poolSize is how many periods in a row make a pool: three cohorts of a programme are some twenty trainees.
const poolSize = 3

func centrality() given {
	t := given{name: "centrality", columns: "(kommune VARCHAR, centrality VARCHAR, valid_from DATE, valid_to DATE)"}
	for _, row := range queries.Centrality() {
		t.rows = append(t.rows, []any{row[0], row[2], dayOr(row[4], time.Time{}), dayOr(row[5], always)})
	}
	return t
}

// dayOr is the day that the text names, or the other one where it is empty.
func dayOr(text string, other time.Time) time.Time {
	if text == "" {
		return other
	}
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err) // the file that is built in is wrong
	}
	return day
}
