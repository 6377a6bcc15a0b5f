package batch_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"bolyst/internal/batch"
)

// TestLineThatFoundNoRoomIsTakenBack adds batches where no file may grow beyond two or four thousand bytes, until the ledger is
// full in the middle of a line.
func TestLineThatFoundNoRoomIsTakenBack(t *testing.T) {
	const place = "BOLYST_TEST_LEDGER"
	if folder := os.Getenv(place); folder != "" {
		fillLedger(t, folder)
		return
	}
	folder := t.TempDir()
	small := exec.CommandContext(t.Context(), "sh", "-c", `ulimit -f 4 && exec "$@"`, "sh", os.Args[0], "-test.run=^"+t.Name()+"$")
	small.Env = append(os.Environ(), place+"="+folder)
	if said, err := small.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	l := open(t, folder)
	counted := l.Last()
	if counted < 2 || !strings.HasSuffix(ledger(t, folder), "}\n") {
		t.Fatalf("got %d batches in\n%s", counted, ledger(t, folder))
	}
	if _, err := l.Sweep(); err != nil {
		t.Fatal(err)
	}
	if b := commit(t, l, "later"); b.Number != counted+1 || open(t, folder).Last() != counted+1 {
		t.Errorf("got batch %d, want %d", b.Number, counted+1)
	}
}

// fillLedger adds batches until there is no room.
func fillLedger(t *testing.T, folder string) {
	l := open(t, folder)
	for {
		before := ledger(t, folder)
		pending, err := l.Begin()
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range []string{pending.Accepted(), pending.Rejects()} {
			if err := os.WriteFile(path, []byte("rows"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		b, err := pending.Commit(batch.Batch{Source: "soknader", Feed: "applications", File: strings.Repeat("a", 100) + ".csv", SHA256: "aa"})
		if err == nil {
			continue
		}
		if after := ledger(t, folder); after != before || l.Last() != b.Number-1 {
			t.Errorf("%v: got %d batches and the ledger\n%s\nwant it as it was:\n%s", err, l.Last(), after, before)
		}
		if !strings.Contains(err.Error(), "ledger.jsonl") {
			t.Errorf("got %v, want an error that names the ledger", err)
		}
		return
	}
}

func ledger(t *testing.T, folder string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(folder, "ledger.jsonl"))
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return string(content)
}
