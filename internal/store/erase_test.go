package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"bolyst/internal/batch"
	"bolyst/internal/store"
)

// applications stages and commits rows of applications: number, applicant.
func applications(t *testing.T, s *store.Store, sha string, rows ...[2]string) batch.Batch {
	t.Helper()
	stage, err := s.Stage(t.Context(), "applications", []string{"programme", "application_id"})
	if err != nil {
		t.Fatal(err)
	}
	defer stage.Close()
	for i, row := range rows {
		values := make([]any, 19)
		values[0], values[1], values[2], values[3] = "kom", row[0], row[1], int64(2024)
		if err := stage.Accept("", i+2, values); err != nil {
			t.Fatal(err)
		}
	}
	if err := stage.Reject([]store.Reject{{Row: 99, Column: "C", Field: "cohort", Found: "20x4", Rule: "type"}, {Row: 2, Column: "C", Field: "cohort", Found: "19x9", Rule: "type"}}); err != nil {
		t.Fatal(err)
	}
	b, err := stage.Commit(t.Context(), batch.Batch{Source: "soknader", File: "a.csv", SHA256: sha, Mapping: "m", Balance: batch.Balance{Read: len(rows) + 1, Rejected: 1}})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestErasedPersonIsGoneAndStaysAway(t *testing.T) {
	folder := t.TempDir()
	s, err := store.Open(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	applications(t, s, "aa", [2]string{"n1", "p1"}, [2]string{"n2", "p2"})
	applications(t, s, "bb", [2]string{"n1", "p1"}, [2]string{"n3", "p1"}, [2]string{"n4", "p3"})
	if err := s.Rebuild(t.Context()); err != nil { // leaves the former database beside it
		t.Fatal(err)
	}
	kin, err := s.Kin(t.Context(), []string{"p1"})
	if err != nil || len(kin) != 3 { // p1, n1, n3
		t.Fatalf("got %v, %v, want p1 and two applications", kin, err)
	}
	erasure, err := s.Erase(t.Context(), store.Hashes(kin), batch.Scope{}, time.Date(2027, 3, 1, 0, 0, 0, 0, time.UTC))
	if err != nil || len(erasure.Batches) != 2 {
		t.Fatalf("got %v, %v, want two batches rewritten", erasure, err)
	}
	if rows, err := s.RowsOf(t.Context(), store.Hashes(kin), batch.Scope{}); err != nil || len(rows) != 0 {
		t.Errorf("got %v, %v, want no rows left", rows, err)
	}
	if _, wrong, err := batch.Verify(folder); err != nil || len(wrong) > 0 {
		t.Errorf("the record: got %v, %v", wrong, err)
	}
	faults, err := s.Rejects(t.Context(), 1)
	if err != nil || len(faults) != 2 {
		t.Fatalf("got %v, %v, want both faults", faults, err)
	}
	for _, f := range faults { // whose row it was is not known
		if f.Found != "" || !f.Masked || f.Rule != "type" || f.Column != "C" {
			t.Errorf("got %+v, want its place and its rule, and not what stood there", f)
		}
	}
	if _, err := os.Stat(filepath.Join(folder, "bolyst.duckdb.old")); err == nil {
		t.Error("the former database is still there, and the person in it")
	}
	again := applications(t, s, "cc", [2]string{"n1", "p1"}, [2]string{"n5", "p1"}, [2]string{"n4", "p3"}, [2]string{"n6", "p6"})
	if again.Withheld != 2 || again.Loaded != 1 || again.Unchanged != 1 || again.Read != 3 {
		t.Errorf("got %+v, want two rows withheld", again)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if s, err = store.Open(t.Context(), folder); err != nil || s.Rebuilt() != "" {
		t.Fatalf("opened again: %v, rebuilt %q", err, s.Rebuilt())
	}
	if err := errors.Join(s.Rebuild(t.Context()), s.Close()); err != nil {
		t.Error(err)
	}
}
