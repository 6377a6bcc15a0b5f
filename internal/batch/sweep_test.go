package batch_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"bolyst/internal/batch"
)

func TestLedgerThatLostLinesCostsNoBatch(t *testing.T) {
	for name, harm := range map[string]func(ledger string) error{
		"taken away": os.Remove,
		"emptied":    func(ledger string) error { return os.Truncate(ledger, 0) },
		"cut short":  func(ledger string) error { return os.Truncate(ledger, 300) },
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			l := open(t, folder)
			for _, sha := range []string{"aa", "bb", "cc"} {
				commit(t, l, sha)
			}
			ledger := filepath.Join(folder, "ledger.jsonl")
			before, _ := os.ReadFile(ledger)
			if err := harm(ledger); err != nil {
				t.Fatal(err)
			}
			back, err := open(t, folder).Sweep()
			if after, _ := os.ReadFile(ledger); err != nil || back == 0 || string(after) != string(before) {
				t.Errorf("took %d back, %v; got the ledger\n%swant\n%s", back, err, after, before)
			}
		})
	}
}

func TestBatchWithoutItsForerunnerIsNamed(t *testing.T) {
	folder := t.TempDir()
	l := open(t, folder)
	first, second := commit(t, l, "aa"), commit(t, l, "bb")
	os.RemoveAll(l.Path(first))
	os.Remove(filepath.Join(folder, "ledger.jsonl"))
	_, err := open(t, folder).Sweep()
	if _, gone := os.Stat(l.Path(second)); !errors.Is(err, batch.ErrGap) || gone != nil {
		t.Errorf("got %v and %v, want %v and the batch still there", err, gone, batch.ErrGap)
	}
}
