package deliver_test

import (
	"io/fs"
	"os"
	"os/exec"
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

// A folder that is full or may not be written to says so, is tried again, and holds nothing that is half there.
func TestFullOrReadOnlyFolderIsNamedAndHoldsNothingHalf(t *testing.T) {
	for option, want := range map[string]string{"size=4k": deliver.CodeFull, "ro": deliver.CodeReadOnly} {
		t.Run(option, func(t *testing.T) {
			to := t.TempDir()
			if err := exec.Command("mount", "-t", "tmpfs", "-o", option, "tmpfs", to).Run(); err != nil {
				t.Skip("mounting is not permitted here")
			}
			t.Cleanup(func() { exec.Command("umount", "-l", to).Run() })
			for _, target := range []deliver.Target{deliver.Folder{Path: to}, deliver.Letterbox{Path: to,
				Envelope: deliver.Envelope{From: "tal@example.no", To: "leiar@example.no", Attached: []string{".xlsx"}, Now: now}}} {
				p := aParcel(t)
				p.Files = append(p.Files, big(t))
				_, err := target.Deliver(t.Context(), p)
				if f := faultOf(t, err); f.Code != want || f.Final || f.Asked != to {
					t.Errorf("%T: got %+v", target, f)
				}
				if left := tree(t, to); len(left) > 0 {
					t.Errorf("%T left %d files", target, len(left))
				}
			}
		})
	}
}

// big is a workbook that does not fit.
func big(t *testing.T) deliver.File {
	t.Helper()
	path := filepath.Join(t.TempDir(), "stor.xlsx")
	if err := os.WriteFile(path, make([]byte, 100_000), 0o644); err != nil {
		t.Fatal(err)
	}
	return deliver.File{Name: "stor.xlsx", Path: path}
}
