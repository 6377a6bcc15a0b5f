package examples_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"bolyst/examples"
)

func TestProgramHoldsTheWholeExampleAndNothingARunLeftBehind(t *testing.T) {
	want := []string{"kom/README.md", "kom/bolyst.yaml", "kom/kommentarer.yaml"}
	committed, err := fs.Glob(os.DirFS("."), "kom/filer/*")
	if err != nil {
		t.Fatal(err)
	}
	want = append(want, committed...)
	if err := fstest.TestFS(examples.KOM, want...); err != nil {
		t.Error(err)
	}
	err = fs.WalkDir(examples.KOM, ".", func(name string, _ fs.DirEntry, err error) error {
		if strings.HasPrefix(name, "kom/data") || strings.HasPrefix(name, "kom/secrets") {
			t.Errorf("%s is built into the program", name)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
