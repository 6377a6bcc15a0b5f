package batch_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bolyst/internal/batch"
)

// commit adds a batch with two small files to the ledger.
func commit(t *testing.T, l *batch.Ledger, sha string) batch.Batch {
	t.Helper()
	pending, err := l.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer pending.Discard()
	for _, path := range []string{pending.Accepted(), pending.Rejects()} {
		if err := os.WriteFile(path, []byte("rows"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	b, err := pending.Commit(batch.Batch{Source: "soknader", Feed: "applications", File: "a.csv", SHA256: sha, Mapping: "m",
		Balance: batch.Balance{Read: 4, Loaded: 1, Unchanged: 1, Superseded: 1, Rejected: 1}})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func open(t *testing.T, folder string) *batch.Ledger {
	t.Helper()
	l, err := batch.Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestBatchesAreNumberedAndFoundAgain(t *testing.T) {
	folder := t.TempDir()
	l := open(t, folder)
	first, second := commit(t, l, "aa"), commit(t, l, "bb")
	if first.Number != 1 || second.Number != 2 {
		t.Errorf("got numbers %d and %d, want 1 and 2", first.Number, second.Number)
	}
	again := open(t, folder)
	if again.Last() != 2 {
		t.Errorf("got %d batches, want 2", again.Last())
	}
	if b, ok := again.Find("soknader", "bb", "m"); !ok || b.Number != second.Number {
		t.Errorf("got %v %v, want batch 2", b.Number, ok)
	}
	if _, ok := again.Find("soknader", "bb", "other mapping"); ok {
		t.Error("a file that went through another mapping was found")
	}
}

func TestFileThatSaidSomethingElseSinceIsReadAgain(t *testing.T) {
	l := open(t, t.TempDir())
	commit(t, l, "aa")
	if _, ok := l.Find("soknader", "aa", "m"); !ok {
		t.Error("the file as it was last read was not found")
	}
	commit(t, l, "bb") // a.csv with other bytes
	if b, ok := l.Find("soknader", "aa", "m"); ok {
		t.Errorf("got batch %d, want none: a.csv went back to what it said before", b.Number)
	}
}

func TestUnbalancedRowsAreRefused(t *testing.T) {
	l := open(t, t.TempDir())
	pending, err := l.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer pending.Discard()
	if _, err := pending.Commit(batch.Batch{Balance: batch.Balance{Read: 3, Loaded: 1}}); err == nil || l.Last() != 0 {
		t.Errorf("got %v and %d batches, want an error and none", err, l.Last())
	}
}

func TestLineCutShortByACrashNeverCounted(t *testing.T) {
	folder := t.TempDir()
	l := open(t, folder)
	commit(t, l, "aa")
	second := commit(t, l, "bb")
	ledger := filepath.Join(folder, "ledger.jsonl")
	content, _ := os.ReadFile(ledger)
	for cut := len(content) - 1; cut > strings.Index(string(content), "\n"); cut-- {
		if err := os.WriteFile(ledger, content[:cut], 0o600); err != nil {
			t.Fatal(err)
		}
		l := open(t, folder)
		if l.Last() != 1 {
			t.Fatalf("cut at byte %d: got %d batches, want 1", cut, l.Last())
		}
	}
	// The folder is whole, so the batch is taken back.
	l = open(t, folder)
	if back, err := l.Sweep(); back != 1 || err != nil || l.Batches()[1] != second {
		t.Errorf("took %d back, %v; got %+v, want %+v", back, err, l.Batches(), second)
	}
	if b := commit(t, l, "cc"); b.Number != 3 || open(t, folder).Last() != 3 {
		t.Errorf("got batch %d, want 3, and all readable", b.Number)
	}
}

func TestSweepLeavesNoPendingFolder(t *testing.T) {
	folder := t.TempDir()
	l := open(t, folder)
	kept := commit(t, l, "aa")
	if _, err := l.Begin(); err != nil { // the process dies here
		t.Fatal(err)
	}
	if _, err := l.Sweep(); err != nil {
		t.Fatal(err)
	}
	entries, _ := os.ReadDir(filepath.Join(folder, "batches"))
	if len(entries) != 1 || entries[0].Name() != kept.Folder() {
		t.Errorf("got %v, want only %s", entries, kept.Folder())
	}
}

func TestGarbledLineIsNamed(t *testing.T) {
	folder := t.TempDir()
	commit(t, open(t, folder), "aa")
	ledger := filepath.Join(folder, "ledger.jsonl")
	content, _ := os.ReadFile(ledger)
	os.WriteFile(ledger, append([]byte("{broken}\n"), content...), 0o600)
	if _, err := batch.Open(folder); err == nil || !strings.Contains(err.Error(), "ledger.jsonl:1") {
		t.Errorf("got %v, want an error that names ledger.jsonl:1", err)
	}
}
