package edition_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"bolyst/internal/edition"
)

func TestVerifyNamesWhatIsNoLongerAsPublished(t *testing.T) {
	for _, c := range []struct {
		name   string
		damage func(edition string) error
		want   []string
	}{
		{"nothing", func(string) error { return nil }, nil},
		{"a flipped bit", func(e string) error {
			file := filepath.Join(e, "board", "index.html")
			text, err := os.ReadFile(file)
			if err != nil {
				return err
			}
			text[1] ^= 1 // 17 becomes 16
			return os.WriteFile(file, text, 0o644)
		}, []string{"board/index.html differs from what was published"}},
		{"a cut file", func(e string) error {
			return os.Truncate(filepath.Join(e, "index.html"), 3)
		}, []string{"index.html differs from what was published"}},
		{"a lost file", func(e string) error {
			return os.Remove(filepath.Join(e, "index.html"))
		}, []string{"index.html is missing"}},
		{"a lost folder and a new file", func(e string) error {
			return errors.Join(os.RemoveAll(filepath.Join(e, "board")), pages("board.html", "18 av 30")(e))
		}, []string{
			"board.html is not part of the edition",
			"board/data/figures.csv is missing",
			"board/index.html is missing",
		}},
		{"a link in place of a file", func(e string) error {
			file := filepath.Join(e, "index.html")
			return errors.Join(os.Remove(file), os.Symlink("board/index.html", file))
		}, []string{"index.html is no longer a file"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			root := t.TempDir()
			path := publish(t, root, inputs(), board)
			if err := c.damage(path); err != nil {
				t.Fatal(err)
			}
			findings, err := edition.Verify(path)
			var got []string
			for _, f := range findings {
				got = append(got, f.String())
			}
			if err != nil || !slices.Equal(got, c.want) {
				t.Errorf("got %q, %v, want %q", got, err, c.want)
			}

			// A damaged edition is not passed off as published.
			_, _, err = edition.Publish(root, inputs(), board)
			if (len(c.want) > 0) != errors.Is(err, edition.ErrDamaged) {
				t.Errorf("publishing again: got %v", err)
			}
		})
	}
}

func TestManifestThatIsGoneOrDamagedIsFound(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct{ content, code string }{{"", edition.FindingMissing}, {`{"edition": `, edition.FindingDiffers}, {"{\n  \"edition\": \"e\"\n}\n", edition.FindingDiffers}} {
		if c.content != "" {
			if err := os.WriteFile(filepath.Join(dir, "manifest.json"), []byte(c.content), 0o640); err != nil {
				t.Fatal(err)
			}
		}
		wrong, err := edition.Verify(dir)
		if err != nil || len(wrong) != 1 || wrong[0] != (edition.Finding{Code: c.code, Name: "manifest.json"}) {
			t.Errorf("%q: got %v, %v, want manifest.json %s", c.content, wrong, err, c.code)
		}
	}
}
