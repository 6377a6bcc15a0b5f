package store

import (
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// Many processes begin at once in a folder in which nothing is made yet. Whoever is not first is told that it is in use; nobody
// takes the database that another is just making for a damaged one.
func TestManyProcessesAtOnceDoNotMoveEachOthersDatabase(t *testing.T) {
	if folder := os.Getenv("BOLYST_TEST_AT_ONCE"); folder != "" {
		s, err := Open(t.Context(), folder)
		if errors.Is(err, ErrInUse) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if s.Rebuilt() != "" {
			t.Errorf("made anew: %s", s.Rebuilt())
		}
		load(t, s, "aa", [3]string{"1", "Alfa", "2006-01-01"})
		time.Sleep(20 * time.Millisecond)
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		return
	}
	folder := t.TempDir()
	var running sync.WaitGroup
	for range 12 {
		running.Go(func() { rerun(t, "BOLYST_TEST_AT_ONCE="+folder) })
	}
	running.Wait()
	if _, err := os.Stat(filepath.Join(folder, databaseName+".old")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a database was moved aside: %v", err)
	}
	s := open(t, folder)
	if got := names(t, s, s.Ledger().Last()); got != "Alfa" {
		t.Errorf("got %q, want Alfa", got)
	}
}
