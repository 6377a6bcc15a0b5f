package audit_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"bolyst/internal/audit"
)

var at = time.Date(2026, time.November, 24, 8, 0, 0, 0, time.UTC)

// filled is a folder with a log of six deeds.
func filled(t *testing.T) (folder string, lines [][]byte) {
	t.Helper()
	folder = t.TempDir()
	log := audit.Open(folder)
	for i, did := range audit.Deeds()[:6] {
		if err := log.Add(audit.Entry{At: at.Add(time.Duration(i) * time.Minute), Who: "kari", Did: did, What: "2010-12-31/board"}); err != nil {
			t.Fatal(err)
		}
	}
	content, err := os.ReadFile(filepath.Join(folder, "audit.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	return folder, bytes.SplitAfter(bytes.TrimSuffix(content, []byte("\n")), []byte("\n"))
}

func verify(t *testing.T, folder string) audit.Result {
	t.Helper()
	r, err := audit.Verify(folder)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestWholeLogIsNotBroken(t *testing.T) {
	folder, lines := filled(t)
	r := verify(t, folder)
	if r.Lines != len(lines) || r.Broken != 0 || len(r.Hash) != 64 {
		t.Errorf("got %+v", r)
	}
	entries, err := audit.List(folder)
	if err != nil || len(entries) != 6 || entries[1].Number != 2 || entries[1].Did != audit.Failed || !entries[1].At.Equal(at.Add(time.Minute)) {
		t.Errorf("got %v, %v", entries, err)
	}
	if r := verify(t, t.TempDir()); r != (audit.Result{}) {
		t.Errorf("before the first entry: got %+v", r)
	}
}

func TestFirstLineThatIsNotWhatWasWrittenIsNamed(t *testing.T) {
	for name, c := range map[string]struct {
		change func(lines [][]byte) [][]byte
		broken int
	}{
		"a name is changed": {func(l [][]byte) [][]byte { l[2] = bytes.Replace(l[2], []byte("kari"), []byte("kåre"), 1); return l }, 3},
		"the first":         {func(l [][]byte) [][]byte { l[0] = bytes.Replace(l[0], []byte("kari"), []byte("kåre"), 1); return l }, 1},
		"the last":          {func(l [][]byte) [][]byte { l[5] = bytes.Replace(l[5], []byte("kari"), []byte("kåre"), 1); return l }, 6},
		"one is taken out":  {func(l [][]byte) [][]byte { return slices.Delete(l, 2, 3) }, 3},
		"two are swapped":   {func(l [][]byte) [][]byte { l[1], l[2] = l[2], l[1]; return l }, 2},
		"one is put in":     {func(l [][]byte) [][]byte { return slices.Insert(l, 4, l[1]) }, 5},
		"the end is cut":    {func(l [][]byte) [][]byte { l[3] = append(l[3], '\n'); return l[:4] }, 5},
		"all is gone":       {func([][]byte) [][]byte { return nil }, 1},
		"a field is added": {func(l [][]byte) [][]byte {
			l[1] = bytes.Replace(l[1], []byte(`"n":2`), []byte(`"x":1,"n":2`), 1)
			return l
		}, 2},
		"no line at all": {func(l [][]byte) [][]byte { l[1] = []byte("kari\n"); return l }, 2},
	} {
		t.Run(name, func(t *testing.T) {
			folder, lines := filled(t)
			changed := append(bytes.TrimSuffix(bytes.Join(c.change(lines), nil), []byte("\n")), '\n')
			if len(changed) == 1 {
				changed = nil
			}
			if err := os.WriteFile(filepath.Join(folder, "audit.jsonl"), changed, 0o600); err != nil {
				t.Fatal(err)
			}
			if r := verify(t, folder); r.Broken != c.broken {
				t.Errorf("got line %d, want %d", r.Broken, c.broken)
			}
		})
	}
}

func TestEveryFlippedBitIsFound(t *testing.T) {
	folder, _ := filled(t)
	path := filepath.Join(folder, "audit.jsonl")
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := range content {
		flipped := bytes.Clone(content)
		flipped[i] ^= 1
		if err := os.WriteFile(path, flipped, 0o600); err != nil {
			t.Fatal(err)
		}
		line := 1 + bytes.Count(content[:i], []byte("\n"))
		if r := verify(t, folder); r.Broken == 0 || r.Broken > line {
			t.Fatalf("byte %d of line %d: got line %d", i, line, r.Broken)
		}
	}
}

func TestSeveralProcessesAddToOneChain(t *testing.T) {
	folder := t.TempDir()
	var all sync.WaitGroup
	for p := range 4 {
		log := audit.Open(folder) // as each process opens it
		all.Go(func() {
			for i := range 10 {
				if err := log.Add(audit.Entry{At: at, Did: audit.Ran, What: fmt.Sprint(p, i)}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if r := verify(t, folder); r.Lines != 40 || r.Broken != 0 {
		t.Errorf("got %+v", r)
	}
}

func TestLineThatACrashCutShortNeverCounted(t *testing.T) {
	folder, lines := filled(t)
	path := filepath.Join(folder, "audit.jsonl")
	half := append(bytes.Join(lines, nil), "\n{\"n\":7,"...)
	if err := os.WriteFile(path, half, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := audit.Open(folder).Add(audit.Entry{At: at, Did: audit.SignedOut}); err != nil {
		t.Fatal(err)
	}
	if r := verify(t, folder); r.Lines != 7 || r.Broken != 0 {
		t.Errorf("got %+v", r)
	}
}

func TestLogThatCannotBeWrittenSaysSo(t *testing.T) {
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "audit.jsonl"), 0o700); err != nil {
		t.Fatal(err)
	}
	if audit.Open(folder).Add(audit.Entry{At: at, Did: audit.SignedIn}) == nil {
		t.Error("got no error")
	}
}
