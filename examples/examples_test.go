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
	for _, name := range examples.Names() {
		var want []string
		for _, pattern := range []string{"README.md", "*.yaml", "indicators/*.sql", "filer/*"} {
			committed, err := fs.Glob(os.DirFS(name), pattern)
			if err != nil {
				t.Fatal(err)
			}
			want = append(want, committed...)
		}
		if err := fstest.TestFS(examples.Named(name), want...); err != nil {
			t.Error(err)
		}
		err := fs.WalkDir(examples.Named(name), ".", func(path string, _ fs.DirEntry, err error) error {
			if strings.HasPrefix(path, "data") || strings.HasPrefix(path, "secrets") {
				t.Errorf("%s/%s is built into the program", name, path)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
}
