package batch_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bolyst/internal/batch"
)

// Whatever bit of the record flips, the file is named, and the others are not.
func TestEveryFlippedBitOfTheRecordNamesItsFile(t *testing.T) {
	folder := t.TempDir()
	l := open(t, folder)
	names := []string{"ledger.jsonl"}
	for _, sha := range []string{"aa", "bb"} {
		place := filepath.Join("batches", commit(t, l, sha).Folder())
		for _, name := range []string{"accepted.parquet", "batch.json", "rejects.parquet"} {
			names = append(names, filepath.Join(place, name))
		}
	}
	if n, wrong, err := batch.Verify(folder); err != nil || len(wrong) > 0 || n != 2 {
		t.Fatalf("got %v, %v before anything was damaged", wrong, err)
	}
	random := rand.New(rand.NewPCG(7, 1))
	for range 200 {
		name := names[random.IntN(len(names))]
		path := filepath.Join(folder, name)
		whole, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		damaged := append([]byte(nil), whole...)
		at, bit := random.IntN(len(whole)), random.IntN(8)
		damaged[at] ^= 1 << bit
		if err := os.WriteFile(path, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		_, wrong, err := batch.Verify(folder)
		if err != nil || len(wrong) == 0 || wrong[0].Name != filepath.ToSlash(name) {
			t.Errorf("bit %d of byte %d of %s: got %v, %v", bit, at, name, wrong, err)
		}
		if err := os.WriteFile(path, whole, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Remove(filepath.Join(folder, names[1])); err != nil {
		t.Fatal(err)
	}
	if _, wrong, _ := batch.Verify(folder); len(wrong) != 1 || !strings.Contains(wrong[0].String(), "missing") {
		t.Errorf("got %v for a file that is gone", wrong)
	}
}
