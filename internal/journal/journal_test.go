package journal_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"bolyst/internal/journal"
)

func open(t *testing.T, path string) (*journal.File, []string) {
	t.Helper()
	file, lines, err := journal.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, line := range lines {
		texts = append(texts, string(line))
	}
	return file, texts
}

func TestLineThatACrashCutShortGivesWayToTheNext(t *testing.T) {
	const whole, torn = "first\nsecond\n", "third"
	for cut := range len(torn) + 1 {
		path := filepath.Join(t.TempDir(), "lines")
		if err := os.WriteFile(path, []byte(whole+torn[:cut]), 0o600); err != nil {
			t.Fatal(err)
		}
		file, lines := open(t, path)
		if fmt.Sprint(lines) != "[first second]" {
			t.Fatalf("cut after %d letters: got %v", cut, lines)
		}
		if err := file.Append([]byte("3")); err != nil {
			t.Fatal(err)
		}
		if content, err := os.ReadFile(path); err != nil || string(content) != whole+"3\n" {
			t.Errorf("cut after %d letters: got %q, %v", cut, content, err)
		}
	}
}

func TestFileThatIsNotThereHasNoLinesAndIsMadeByTheFirst(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lines")
	file, lines := open(t, path)
	if len(lines) != 0 || file.Flush() != nil {
		t.Fatalf("got %v", lines)
	}
	for _, line := range []string{"first", "second"} {
		if err := file.Append([]byte(line)); err != nil {
			t.Fatal(err)
		}
	}
	if _, lines := open(t, path); fmt.Sprint(lines) != "[first second]" {
		t.Errorf("got %v", lines)
	}
}

func TestLineThatCannotBeWrittenIsAnError(t *testing.T) {
	file, _ := open(t, filepath.Join(t.TempDir(), "no", "such", "folder"))
	if err := file.Append([]byte("first")); err == nil {
		t.Error("got no error")
	}
}
