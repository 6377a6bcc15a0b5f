package backup_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"bolyst/internal/backup"
	"bolyst/internal/seal"
)

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func made(t *testing.T, root, name string, sources []backup.Source) (path string, copied int) {
	t.Helper()
	path, copied, err := backup.Make(root, backup.Manifest{Backup: name}, sources)
	if err != nil {
		t.Fatal(err)
	}
	if wrong, err := seal.CheckManifest(path); err != nil || len(wrong) > 0 {
		t.Fatalf("%s: got %v, %v", name, wrong, err)
	}
	return path, copied
}

func TestWhatHasNotChangedIsALinkAndWhatIsDamagedIsNot(t *testing.T) {
	folder, root := t.TempDir(), filepath.Join(t.TempDir(), "backups")
	sources := []backup.Source{{From: filepath.Join(folder, "a"), Path: "data/batches/a"}, {From: filepath.Join(folder, "b"), Path: "data/b"}}
	write(t, sources[0].From, "a batch")
	write(t, sources[1].From, "one line\n")
	first, copied := made(t, root, "2027-01-01T020000Z", sources)
	if copied != 2 {
		t.Errorf("first: got %d copied, want 2", copied)
	}
	write(t, sources[1].From, "one line\nanother\n")
	second, copied := made(t, root, "2027-01-02T020000Z", sources)
	if copied != 1 || !sameFile(t, first, second, "data/batches/a") || sameFile(t, first, second, "data/b") {
		t.Errorf("second: got %d copied, want 1, and the batch a link", copied)
	}
	write(t, filepath.Join(second, "data/batches/a"), "a bitch")
	third, copied := made(t, root, "2027-01-03T020000Z", sources)
	if copied != 1 || sameFile(t, second, third, "data/batches/a") {
		t.Errorf("third: got %d copied, want 1: the damaged file of the second", copied)
	}

	to := filepath.Join(t.TempDir(), "data")
	m, err := backup.Read(third)
	if err != nil {
		t.Fatal(err)
	}
	if err := backup.Restore(third, m, "data/", to, nil); err != nil {
		t.Fatal(err)
	}
	if content, err := os.ReadFile(filepath.Join(to, "batches", "a")); err != nil || string(content) != "a batch" {
		t.Errorf("restored %q, %v", content, err)
	}
	if m, err = backup.Read(second); err == nil {
		err = backup.Restore(second, m, "data/", filepath.Join(t.TempDir(), "data"), nil)
	}
	if err == nil {
		t.Error("a damaged backup was restored")
	}
}

func sameFile(t *testing.T, a, b, name string) bool {
	t.Helper()
	one, err := os.Stat(filepath.Join(a, name))
	if err != nil {
		t.Fatal(err)
	}
	other, err := os.Stat(filepath.Join(b, name))
	if err != nil {
		t.Fatal(err)
	}
	return os.SameFile(one, other)
}

func TestManifestThatLeadsOutIsRefused(t *testing.T) {
	path := t.TempDir()
	write(t, filepath.Join(path, seal.ManifestName), `{"files": [{"path": "data/../../x"}]}`)
	if _, err := backup.Read(path); err == nil {
		t.Error("a file outside the backup was taken for a part of it")
	}
}

func TestTheLastOfEachDayAndMonthIsKept(t *testing.T) {
	root := t.TempDir()
	day := func(month time.Month, day, hour int) string {
		return backup.Name(time.Date(2027, month, day, hour, 0, 0, 0, time.UTC))
	}
	for _, name := range []string{day(1, 5, 2), day(1, 30, 2), day(2, 1, 2), day(3, 1, 2), day(3, 2, 2), day(3, 2, 14), day(3, 3, 2)} {
		write(t, filepath.Join(root, name, seal.ManifestName), "{}")
	}
	if _, err := backup.Thin(root, 2, 2); err != nil {
		t.Fatal(err)
	}
	got, err := backup.List(root)
	if want := []string{day(2, 1, 2), day(3, 2, 14), day(3, 3, 2)}; err != nil || !slices.Equal(got, want) {
		t.Errorf("got %v, %v, want %v", got, err, want)
	}
	if _, err := backup.Thin(root, 0, 0); err != nil {
		t.Fatal(err)
	}
	if got, _ := backup.List(root); len(got) != 1 {
		t.Errorf("got %v, want the newest", got)
	}
}

func TestJournalIsTakenUpToItsLastWholeLine(t *testing.T) {
	folder, root := t.TempDir(), filepath.Join(t.TempDir(), "backups")
	source := backup.Source{From: filepath.Join(folder, "a.jsonl"), Path: "data/a.jsonl"}
	for i, c := range []struct {
		content, want string
		copied        int
	}{{"{}\n{", "{}\n", 1}, {"{}\n{\"n\"", "{}\n", 0}, {"{}\n{}\n", "{}\n{}\n", 1}} {
		write(t, source.From, c.content)
		path, copied := made(t, root, backup.Name(time.Date(2027, 1, 1+i, 2, 0, 0, 0, time.UTC)), []backup.Source{source})
		if got, err := os.ReadFile(filepath.Join(path, source.Path)); err != nil || string(got) != c.want || copied != c.copied {
			t.Errorf("%q: got %q, %v, %d copied, want %q, %d", c.content, got, err, copied, c.want, c.copied)
		}
	}
}
