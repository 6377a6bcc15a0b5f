package store

import (
	"fmt"
	"testing"
)

func TestEngineHasItsThreadsAgainAfterAFile(t *testing.T) {
	s := open(t, t.TempDir())
	if err := s.setThreads(t.Context(), 3); err != nil {
		t.Fatal(err)
	}
	st, err := s.Stage(t.Context(), "companies", []string{"programme", "org_no"})
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	if many, err := s.threads(t.Context()); err != nil || many != 3 {
		t.Errorf("got %d threads (%v), want 3", many, err)
	}
}

func TestLittleIsAskedWithOneThreadAndMuchWithAll(t *testing.T) {
	s := open(t, t.TempDir())
	ctx := t.Context()
	all, err := s.threads(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		more, want int64
	}{{0, 1}, {group, 1}, {1, all}} {
		statement := fmt.Sprintf("INSERT INTO fact_companies BY NAME SELECT 'kom' AS programme, CAST(i AS VARCHAR) AS org_no, 1 AS source_row, 1 AS batch FROM range(%d) AS r (i)", c.more)
		if _, err := s.conn.ExecContext(ctx, statement); err != nil {
			t.Fatal(err)
		}
		if err := s.suitThreads(ctx); err != nil {
			t.Fatal(err)
		}
		if many, err := s.threads(ctx); err != nil || many != c.want {
			t.Errorf("%d rows more: got %d threads (%v), want %d", c.more, many, err, c.want)
		}
	}
}
