package edition_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bolyst/internal/edition"
)

// inputs is what an edition of the example rests on; the order of the sources
// is not the manifest's.
func inputs() edition.Manifest {
	return edition.Manifest{
		Edition: "2010-12-31-000002",
		Program: "0.1.0",
		AsOf:    "2010-12-31",
		KnownAt: 2,
		Config:  strings.Repeat("c", 64),
		After:   []string{"2010-06-30-000001", "2009-12-31-000001"},
		Sources: []edition.SourceFile{
			{Source: "trainees", File: "trainees.xlsx", SHA256: strings.Repeat("b", 64), Batch: 2},
			{Source: "soknader", File: "soknader-2009.csv", SHA256: strings.Repeat("a", 64), Batch: 1},
		},
	}
}

// pages returns a write function for the files given as path, content, path, …
func pages(files ...string) func(string) error {
	return func(dir string) error {
		for i := 0; i < len(files); i += 2 {
			path := filepath.Join(dir, filepath.FromSlash(files[i]))
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				return err
			}
			if err := os.WriteFile(path, []byte(files[i+1]), 0o644); err != nil {
				return err
			}
		}
		return nil
	}
}

var board = pages("index.html", "<title>KOM</title>", "board/index.html", "17 av 30", "board/data/figures.csv", "")

func publish(t *testing.T, root string, m edition.Manifest, write func(string) error) string {
	t.Helper()
	path, existed, err := edition.Publish(root, m, write)
	if err != nil {
		t.Fatal(err)
	}
	if existed {
		t.Fatal("the edition existed before it was published")
	}
	return path
}

// tree reads every file under dir, whatever its name.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, path))
		files[path] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestPublishedEditionIsWholeAndNamedByLatest(t *testing.T) {
	root := filepath.Join(t.TempDir(), "editions")
	path := publish(t, root, inputs(), board)

	if want := filepath.Join(root, "2010-12-31-000002"); path != want {
		t.Errorf("path: got %s, want %s", path, want)
	}
	got := tree(t, root)
	// printf '<title>KOM</title>' | sha256sum, and so on
	want := map[string]string{
		"latest":                                   "2010-12-31-000002\n",
		"2010-12-31-000002/index.html":             "<title>KOM</title>",
		"2010-12-31-000002/board/index.html":       "17 av 30",
		"2010-12-31-000002/board/data/figures.csv": "",
		"2010-12-31-000002/manifest.json": `{
  "edition": "2010-12-31-000002",
  "program": "0.1.0",
  "as_of": "2010-12-31",
  "known_at": 2,
  "config": "` + strings.Repeat("c", 64) + `",
  "after": [
    "2009-12-31-000001",
    "2010-06-30-000001"
  ],
  "sources": [
    {
      "source": "soknader",
      "file": "soknader-2009.csv",
      "sha256": "` + strings.Repeat("a", 64) + `",
      "batch": 1
    },
    {
      "source": "trainees",
      "file": "trainees.xlsx",
      "sha256": "` + strings.Repeat("b", 64) + `",
      "batch": 2
    }
  ],
  "files": [
    {
      "path": "board/data/figures.csv",
      "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "size": 0
    },
    {
      "path": "board/index.html",
      "sha256": "a51774fcbb68a739760ea9824100cffc16d49ad02c47ab5f7c23b6832f1e8dcf",
      "size": 8
    },
    {
      "path": "index.html",
      "sha256": "b33e5e64659bf067b3db8057edb4efad8bce32887417a1fbbb95c20fb0fe2f2c",
      "size": 18
    }
  ],
  "seal": "d1b014e6f208d02f4f6f3ef5731cff9cb6ce4e3721bd86287a1d429a88622d5c"
}
`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("published files (-want +got):\n%s", diff)
	}

	if latest, err := edition.Latest(root); err != nil || latest != "2010-12-31-000002" {
		t.Errorf("Latest: got %q, %v", latest, err)
	}
	if wrong, err := edition.Verify(path); err != nil || len(wrong) > 0 {
		t.Errorf("Verify: got %v, %v, want nothing wrong", wrong, err)
	}
}

func TestSameInputsGiveSameBytesInAnyFolder(t *testing.T) {
	one, two := t.TempDir(), filepath.Join(t.TempDir(), "annet sted")
	m := inputs()
	publish(t, one, m, board)
	slices.Reverse(m.Sources)
	publish(t, two, m, pages("board/data/figures.csv", "", "board/index.html", "17 av 30", "index.html", "<title>KOM</title>"))
	if diff := cmp.Diff(tree(t, one), tree(t, two)); diff != "" {
		t.Errorf("two publications of the same inputs differ:\n%s", diff)
	}
}

func TestPublishingAgainChangesNothing(t *testing.T) {
	root := t.TempDir()
	path := publish(t, root, inputs(), board)
	before, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	again, existed, err := edition.Publish(root, inputs(), board)
	if err != nil || !existed || again != path {
		t.Fatalf("got %s, %v, %v, want %s, true and no error", again, existed, err, path)
	}
	after, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if !os.SameFile(before, after) || !before.ModTime().Equal(after.ModTime()) {
		t.Error("the published folder was touched")
	}
}

func TestOtherContentUnderTheSameNameIsRefused(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*edition.Manifest)
		write  func(string) error
		want   string
	}{
		{"another figure", nil,
			pages("index.html", "<title>KOM</title>", "board/index.html", "18 av 30", "board/data/figures.csv", ""),
			"board/index.html has other content"},
		{"a page more", nil,
			pages("index.html", "<title>KOM</title>", "board/index.html", "17 av 30", "board/data/figures.csv", "", "new.html", ""),
			"new.html is not in the published edition"},
		{"a page less", nil,
			pages("index.html", "<title>KOM</title>", "board/index.html", "17 av 30"),
			"board/data/figures.csv is in the published edition only"},
		{"another program", func(m *edition.Manifest) { m.Program = "0.2.0" }, board, "program was 0.1.0, and is now 0.2.0"},
		{"another batch", func(m *edition.Manifest) { m.KnownAt = 3 }, board, "known_at was 2, and is now 3"},
		{"another source", func(m *edition.Manifest) { m.Sources = m.Sources[:1] }, board, "the sources are others"},
		{"another history", func(m *edition.Manifest) { m.After = m.After[:1] }, board, "the earlier editions are others"},
	} {
		t.Run(c.name, func(t *testing.T) {
			root := t.TempDir()
			publish(t, root, inputs(), board)
			before := tree(t, root)
			m := inputs()
			if c.change != nil {
				c.change(&m)
			}
			_, _, err := edition.Publish(root, m, c.write)
			if !errors.Is(err, edition.ErrImmutable) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want ErrImmutable with %q", err, c.want)
			}
			if diff := cmp.Diff(before, tree(t, root)); diff != "" {
				t.Errorf("the refused publication changed something:\n%s", diff)
			}
		})
	}
}

func TestFailedWriteLeavesNothing(t *testing.T) {
	full := errors.New("no space left on device")
	for _, c := range []struct {
		name  string
		write func(string) error
		want  string
	}{
		{"the writer gives up half-way", func(dir string) error { return errors.Join(board(dir), full) }, "no space left"},
		{"nothing was written", func(string) error { return nil }, "no file was written"},
		{"a link out of the edition", func(dir string) error {
			return errors.Join(board(dir), os.Symlink("/etc/hostname", filepath.Join(dir, "board", "host")))
		}, "board/host is neither a file nor a folder"},
		{"a manifest of its own", pages("manifest.json", "{}"), "manifest.json is written by the publication itself"},
	} {
		t.Run(c.name, func(t *testing.T) {
			root := t.TempDir()
			first := inputs()
			first.Edition = "2009-12-31-000001"
			publish(t, root, first, board)
			before := tree(t, root)

			_, _, err := edition.Publish(root, inputs(), c.write)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want an error with %q", err, c.want)
			}
			if diff := cmp.Diff(before, tree(t, root)); diff != "" {
				t.Errorf("the failed publication left something:\n%s", diff)
			}
			if latest, err := edition.Latest(root); err != nil || latest != "2009-12-31-000001" {
				t.Errorf("Latest: got %q, %v, want the edition before", latest, err)
			}
		})
	}
}

func TestNextPublicationClearsWhatACrashLeft(t *testing.T) {
	root := t.TempDir()
	for _, left := range []string{".unfinished-2010-12-31-000002/board/index.html", ".unfinished-other/x", ".latest123"} {
		if err := pages(left, "half")(root); err != nil {
			t.Fatal(err)
		}
	}
	if names, err := edition.List(root); err != nil || len(names) != 0 {
		t.Errorf("List: got %v, %v, want no edition", names, err)
	}
	publish(t, root, inputs(), board)
	for path := range tree(t, root) {
		if strings.HasPrefix(path, ".") {
			t.Errorf("%s is still there", path)
		}
	}
}

// A crash between the edition's name and the file latest leaves the edition
// published but not named; the next run heals that.
func TestPublishingAgainAfterACrashNamesTheEdition(t *testing.T) {
	root := t.TempDir()
	publish(t, root, inputs(), board)
	if err := os.Remove(filepath.Join(root, "latest")); err != nil {
		t.Fatal(err)
	}
	if _, err := edition.Latest(root); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Latest: got %v, want fs.ErrNotExist", err)
	}
	if _, existed, err := edition.Publish(root, inputs(), board); err != nil || !existed {
		t.Fatalf("got existed %v, %v", existed, err)
	}
	if latest, err := edition.Latest(root); err != nil || latest != inputs().Edition {
		t.Errorf("Latest: got %q, %v", latest, err)
	}
}

func TestListIsSortedAndSeesOnlyEditions(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"2010-12-31-000002", "2009-12-31-000001"} {
		m := inputs()
		m.Edition = name
		publish(t, root, m, board)
	}
	if err := os.Mkdir(filepath.Join(root, "notater"), 0o755); err != nil {
		t.Fatal(err)
	}
	got, err := edition.List(root)
	if want := []string{"2009-12-31-000001", "2010-12-31-000002"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("got %v, %v, want %v", got, err, want)
	}
	if got, err := edition.List(filepath.Join(root, "none")); err != nil || got != nil {
		t.Errorf("before the first publication: got %v, %v", got, err)
	}
}

func TestEditionNameStaysInItsFolder(t *testing.T) {
	for _, name := range []string{"", ".", "..", "../2010", "a/b", `a\b`, ".unfinished-x", "latest", "å", "a b", "a\n", strings.Repeat("x", 101)} {
		m := inputs()
		m.Edition = name
		if _, _, err := edition.Publish(t.TempDir(), m, board); err == nil {
			t.Errorf("%q was published", name)
		}
	}
}
