package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"bolyst/internal/batch"
)

// threeBatches loads companies in three batches, some of them in two versions.
func threeBatches(t *testing.T, s *Store) {
	t.Helper()
	load(t, s, "aa", [3]string{"1", "Alfa", "2006-01-01"}, [3]string{"2", "Beta", "2006-01-01"})
	load(t, s, "bb", [3]string{"2", "Beta ASA", "2006-01-01"})
	load(t, s, "cc", [3]string{"3", "Gamma", "2007-01-01"})
}

// answersRight: the store knows the companies in their newest version, and what is loaded again is unchanged.
func answersRight(t *testing.T, s *Store) {
	t.Helper()
	if got, want := names(t, s, 3), "Alfa Beta ASA Gamma"; got != want {
		t.Errorf("got %q, want %q (%s)", got, want, s.Rebuilt())
	}
	b := load(t, s, "dd", [3]string{"1", "Alfa", "2006-01-01"}, [3]string{"2", "Beta", "2006-01-01"})
	if want := (batch.Balance{Read: 3, Loaded: 1, Unchanged: 1, Rejected: 1}); b.Balance != want {
		t.Errorf("got %+v, want %+v", b.Balance, want)
	}
}

// TestDamageInAnyBlockIsFoundWhenOpening changes one bit in every part of the database.
func TestDamageInAnyBlockIsFoundWhenOpening(t *testing.T) {
	folder := t.TempDir()
	s := open(t, folder)
	threeBatches(t, s)
	s.Close()
	content, err := os.ReadFile(s.path())
	if err != nil {
		t.Fatal(err)
	}
	const places = 24
	rebuilt := 0
	for i := range places {
		copied := t.TempDir()
		if err := os.CopyFS(copied, os.DirFS(folder)); err != nil {
			t.Fatal(err)
		}
		harmed := bytes.Clone(content)
		harmed[(2*i+1)*len(content)/(2*places)] ^= 0x10
		if err := os.WriteFile(filepath.Join(copied, databaseName), harmed, 0o600); err != nil {
			t.Fatal(err)
		}
		again := open(t, copied)
		if again.Rebuilt() != "" {
			rebuilt++
		}
		answersRight(t, again)
		again.Close()
	}
	if rebuilt < places/2 {
		t.Errorf("%d of %d were made anew; the blocks that hold rows are more", rebuilt, places)
	}
}

// TestLogThatLostItsEndIsMadeUpForFromTheBatches cuts off the engine's log, which then silently forgets what was committed.
func TestLogThatLostItsEndIsMadeUpForFromTheBatches(t *testing.T) {
	folder := t.TempDir()
	s := open(t, folder)
	threeBatches(t, s)
	running := t.TempDir() // as a crash leaves it
	if err := os.CopyFS(running, os.DirFS(folder)); err != nil {
		t.Fatal(err)
	}
	log, err := os.ReadFile(filepath.Join(running, databaseName+".wal"))
	if err != nil || len(log) < 1000 {
		t.Fatalf("got a log of %d bytes, %v", len(log), err)
	}
	const cuts = 10
	for i := range cuts {
		copied := t.TempDir()
		if err := os.CopyFS(copied, os.DirFS(running)); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(filepath.Join(copied, databaseName+".wal"), int64(i*len(log)/cuts)); err != nil {
			t.Fatal(err)
		}
		again := open(t, copied)
		answersRight(t, again)
		again.Close()
	}
}

// What the engine said when it was tried out. A disk that is full or fails would do no better with another database.
func TestFaultOfTheDiskIsNotTakenForDamage(t *testing.T) {
	for said, want := range map[string]bool{
		"FATAL Error: fsync failed!": true,
		"TransactionContext Error: Failed to commit: Could not fsync file \"d/bolyst.duckdb.wal\": Interrupted system call":         true,
		"IO Error: Could not write file \"d/bolyst.duckdb\": No space left on device":                                               true,
		"TransactionContext Error: Failed to commit: Could not write file \"d/bolyst.duckdb.wal\": File too large":                  true,
		"IO Error: Corrupt database file: computed checksum 1 does not match stored checksum 2 in block at location 12288":          false,
		"IO Error: Could not read enough bytes from file \"d/bolyst.duckdb\": attempted to read 262144 bytes from location 1847296": false,
		"IO Error: The file \"d/bolyst.duckdb\" exists, but it is not a valid DuckDB database file!":                                false,
	} {
		if got := cannotWrite(errors.New(said)); got != want {
			t.Errorf("%s: got %v, want %v", said, got, want)
		}
	}
}
