package store

import (
	"fmt"
	"testing"

	"bolyst/internal/batch"
)

// The groups of the file must not be larger than those of the database, and hardly smaller: see parquet.
func TestLargeBatchFillsTheDatabaseInWholeGroups(t *testing.T) {
	const rows, superseded = 300_000, 300
	s := open(t, t.TempDir())
	stage, err := s.Stage(t.Context(), "companies", []string{"programme", "org_no"})
	if err != nil {
		t.Fatal(err)
	}
	defer stage.Close()
	values := []any{"kom", "", "Alfa", nil, "1505", day("2006-01-01"), nil}
	for i := range rows {
		values[1] = fmt.Sprint(i)
		if i%1000 == 999 {
			values[1] = fmt.Sprint(i - 1)
		}
		if err := stage.Accept("", i+2, values); err != nil {
			t.Fatal(err)
		}
	}
	b, err := stage.Commit(t.Context(), batch.Batch{Source: "bedrifter", File: "b.csv", SHA256: "aa", Balance: batch.Balance{Read: rows}})
	if err != nil {
		t.Fatal(err)
	}
	if want := (batch.Balance{Read: rows, Loaded: rows - superseded, Superseded: superseded}); b.Balance != want {
		t.Errorf("got %+v, want %+v", b.Balance, want)
	}
	var groups int
	if err := s.conn.QueryRowContext(t.Context(), "SELECT count(DISTINCT row_group_id) FROM pragma_storage_info('fact_companies')").Scan(&groups); err != nil {
		t.Fatal(err)
	}
	if groups != 3 {
		t.Errorf("got %d groups, want 3", groups)
	}
}
