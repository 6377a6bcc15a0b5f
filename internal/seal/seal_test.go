package seal_test

import (
	"os"
	"path/filepath"
	"testing"

	"bolyst/internal/seal"
)

// Every bit of a sealed object is vouched for, in both forms.
func TestEveryFlippedBitOfAnObjectShows(t *testing.T) {
	for _, text := range []string{`{"batch":1,"file":"søknader.csv"}`, "{\n  \"edition\": \"e\",\n  \"files\": []\n}\n"} {
		whole := seal.Object([]byte(text))
		if ok, want, got := seal.Intact(whole); !ok {
			t.Fatalf("%s: want %s, got %s", whole, want, got)
		}
		for i := range whole {
			for bit := range 8 {
				flipped := append([]byte(nil), whole...)
				flipped[i] ^= 1 << bit
				if ok, _, _ := seal.Intact(flipped); ok {
					t.Errorf("bit %d of byte %d was flipped unseen: %s", bit, i, flipped)
				}
			}
		}
	}
}

func TestCheckNamesWhatIsNotAsItWas(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"a", "b/c", "b/d"} {
		write(name, name)
	}
	files, err := seal.Folder(dir)
	if err != nil {
		t.Fatal(err)
	}
	write("b/c", "b/C")
	write("e", "e")
	os.Remove(filepath.Join(dir, "a"))
	os.Remove(filepath.Join(dir, "b", "d"))
	os.Symlink("c", filepath.Join(dir, "b", "d"))
	wrong, err := seal.Check(dir, files)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"a missing", "b/c differs", "b/d no_file", "e extra"}
	for i, f := range wrong {
		if i >= len(want) || f.Name+" "+f.Code != want[i] {
			t.Errorf("got %v, want %v", wrong, want)
			break
		}
		if alone, _ := files[0].CheckFile(dir); alone.Code != seal.Missing {
			t.Errorf("got %v for a file that is gone", alone)
		}
	}
	if len(wrong) != len(want) {
		t.Errorf("got %v, want %v", wrong, want)
	}
	if _, err := seal.Folder(dir); err == nil {
		t.Error("a link was sealed")
	}
}

func TestAJournalEndsWithALineEnd(t *testing.T) {
	one, two := string(seal.Object([]byte(`{"n":1}`))), string(seal.Object([]byte(`{"n":2}`)))
	for content, want := range map[string]int{"": 0, one + "\n" + two + "\n": 0, one + "\n" + two: 1, one + "J" + two + "\n": 1, one + "\n{}\n": 1} {
		if wrong := seal.CheckLines("ledger.jsonl", []byte(content)); len(wrong) != want {
			t.Errorf("%q: got %v, want %d findings", content, wrong, want)
		}
	}
}
