package deliver_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bolyst/internal/deliver"
)

// tree reads every file below the folder.
func tree(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		content, err := os.ReadFile(filepath.Join(folder, name))
		files[name] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestFolderHoldsTheWholeParcelOnceHoweverOftenItIsDelivered(t *testing.T) {
	p, to := aParcel(t), t.TempDir()
	if err := os.MkdirAll(filepath.Join(to, ".unfinished-"+p.Name(), "data"), 0o755); err != nil { // what a kill left
		t.Fatal(err)
	}
	for range 2 {
		receipt, err := deliver.Folder{Path: to, Fixed: true}.Deliver(t.Context(), p)
		if err != nil || receipt != p.Name() {
			t.Fatalf("got %q, %v", receipt, err)
		}
	}
	want := map[string]string{
		"2010-12-31-b0025-12ec25e5-board/index.html":       "<title>KOM</title>",
		"2010-12-31-b0025-12ec25e5-board/nn/bolyst.xlsx":   "PK\x03\x04 ein arbeidsbok",
		"2010-12-31-b0025-12ec25e5-board/data/figures.csv": "",
		"nn/bolyst.xlsx": "PK\x03\x04 ein arbeidsbok",
	}
	if diff := cmp.Diff(want, tree(t, to)); diff != "" {
		t.Errorf("delivered (-want +got):\n%s", diff)
	}
}

func TestFileOfFixedNameIsThatOfTheNewestEdition(t *testing.T) {
	p, to := aParcel(t), t.TempDir()
	if err := os.MkdirAll(filepath.Join(to, "nn"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(to, "nn", "bolyst.xlsx"), []byte("den førre"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := (deliver.Folder{Path: to, Fixed: true}).Deliver(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, to)["nn/bolyst.xlsx"]; got != "PK\x03\x04 ein arbeidsbok" {
		t.Errorf("got %q", got)
	}
}

func TestDamagedEditionIsNotPassedOn(t *testing.T) {
	p, to := aParcel(t), t.TempDir()
	if err := os.WriteFile(p.Files[0].Path, []byte("noko anna"), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := deliver.Folder{Path: to}.Deliver(t.Context(), p)
	if f := faultOf(t, err); f.Code != deliver.CodeDamaged || !f.Final || f.Asked != p.Files[0].Name {
		t.Errorf("got %+v", f)
	}
	if got := tree(t, to); len(got) > 0 {
		t.Errorf("left %v", got)
	}
}

// A network disk that is not mounted leaves an empty place, beside which nothing is to be written.
func TestFolderThatIsNotThereIsNotMade(t *testing.T) {
	to := filepath.Join(t.TempDir(), "ikkje", "kopla", "til")
	_, err := deliver.Folder{Path: to}.Deliver(t.Context(), aParcel(t))
	if f := faultOf(t, err); f.Code != deliver.CodeMissing || f.Final {
		t.Errorf("got %+v", f)
	}
	if _, err := os.Stat(to); err == nil {
		t.Error("the folder was made")
	}
}
