package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"
)

func look(t *testing.T, s *Store) *Store {
	t.Helper()
	l, err := s.Look(t.Context(), s.Ledger().Batches())
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// A look is as of when it began, in whatever the one who works has come to: in the middle of a file, or after it.
func TestLookIsAtOneMomentWhateverIsTakenInMeanwhile(t *testing.T) {
	s := open(t, t.TempDir())
	load(t, s, "aa", [3]string{"1", "Alfa", "2006-01-01"})
	stage, err := s.Stage(t.Context(), "companies", []string{"programme", "org_no"})
	if err != nil {
		t.Fatal(err)
	}
	if err := stage.Accept("", 2, []any{"kom", "3", "Gamma", nil, "1505", day("2006-01-01"), nil}); err != nil {
		t.Fatal(err)
	}
	during := look(t, s)
	if got := names(t, during, 1); got != "Alfa" {
		t.Errorf("in the middle of a file: got %q, want Alfa", got)
	}
	stage.Close()
	load(t, s, "bb", [3]string{"2", "Beta", "2006-01-01"})
	if got := names(t, during, 9); got != "Alfa" || during.Ledger().Last() != 1 {
		t.Errorf("after another file: got %q and %d batches, want Alfa and one", got, during.Ledger().Last())
	}
	after := look(t, s)
	if got := names(t, after, 9); got != "Alfa Beta" {
		t.Errorf("a new look: got %q", got)
	}
	if faults, err := after.Rejects(t.Context(), 2); err != nil || len(faults) != 1 {
		t.Errorf("got %v, %v, want the row that was rejected", faults, err)
	}
	if err := errors.Join(during.Close(), after.Close()); err != nil {
		t.Error(err)
	}
	if got := names(t, s, 9); got != "Alfa Beta" {
		t.Errorf("whoever works: got %q", got)
	}
}

func TestLookCannotChangeTheDatabase(t *testing.T) {
	s := open(t, t.TempDir())
	load(t, s, "aa", [3]string{"1", "Alfa", "2006-01-01"})
	for _, statement := range []string{"DELETE FROM fact_companies", "INSERT INTO applied VALUES (9, 'x', 'y')", "DROP TABLE reject", "CREATE TABLE mine (a INTEGER)"} {
		l := look(t, s)
		if _, err := l.conn.ExecContext(t.Context(), statement); err == nil || !strings.Contains(err.Error(), "read-only") {
			t.Errorf("%s: got %v, want it refused", statement, err)
		}
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	}
	if got := names(t, s, 1); got != "Alfa" {
		t.Errorf("afterwards: got %q", got)
	}
}

// Looks come and go all the while files are taken in. None of them waits for the work to end, or sees half a file.
func TestManyLooksAndTheWorkLeaveEachOtherAlone(t *testing.T) {
	s := open(t, t.TempDir())
	load(t, s, "first", [3]string{"0", "Alfa", "2006-01-01"})
	known := s.Ledger().Batches()
	ctx, stop := context.WithCancel(t.Context())
	var looking sync.WaitGroup
	looks := 0
	looking.Go(func() {
		for ctx.Err() == nil {
			l, err := s.Look(t.Context(), known)
			if err != nil {
				t.Error(err)
				return
			}
			if got := names(t, l, 1); got != "Alfa" {
				t.Errorf("got %q, want Alfa", got)
			}
			if err := l.Close(); err != nil {
				t.Error(err)
			}
			looks++
		}
	})
	for i := range 20 {
		load(t, s, fmt.Sprint(i), [3]string{fmt.Sprint(i + 1), "Beta", "2006-01-01"}, [3]string{fmt.Sprint(i + 100), "Gamma", "2006-01-01"})
	}
	stop()
	looking.Wait()
	if looks < 3 {
		t.Errorf("only %d looks were had", looks)
	}
}

func TestStoreIsClosedAfterItsLooks(t *testing.T) {
	s := open(t, t.TempDir())
	load(t, s, "aa", [3]string{"1", "Alfa", "2006-01-01"})
	l := look(t, s)
	closed := make(chan error)
	go func() { closed <- s.Close() }()
	select {
	case <-closed:
		t.Error("closed while somebody looks")
	case <-time.After(50 * time.Millisecond):
	}
	if got := names(t, l, 1); got != "Alfa" {
		t.Errorf("got %q, want Alfa", got)
	}
	if err := errors.Join(l.Close(), <-closed); err != nil {
		t.Error(err)
	}
	if _, err := s.Look(t.Context(), nil); !errors.Is(err, ErrClosed) {
		t.Errorf("a look into what is closed: got %v", err)
	}
}
