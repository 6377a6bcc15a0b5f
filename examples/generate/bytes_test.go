package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

func TestCommittedFilesAreWhatTheGeneratorWrites(t *testing.T) {
	for example, files := range examples() {
		dir := t.TempDir()
		if err := write(dir, files); err != nil {
			t.Fatal(err)
		}
		got, want := contents(t, dir), contents(t, filepath.Join("..", example, "filer"))
		for name := range want {
			if got[name] == nil {
				t.Errorf("%s/%s is committed, but the generator does not write it", example, name)
			}
		}
		for name, content := range got {
			if !bytes.Equal(content, want[name]) {
				t.Errorf("%s/%s differs from the committed file; run: go run ./examples/generate", example, name)
			}
		}
	}
}

func TestASecondRunWritesTheSameBytes(t *testing.T) {
	first, second := t.TempDir(), t.TempDir()
	for _, dir := range []string{first, second} {
		for example, files := range examples() {
			if err := write(filepath.Join(dir, example), files); err != nil {
				t.Fatal(err)
			}
		}
	}
	for example := range examples() {
		again := contents(t, filepath.Join(second, example))
		for name, content := range contents(t, filepath.Join(first, example)) {
			if !bytes.Equal(content, again[name]) {
				t.Errorf("%s/%s differs between two runs", example, name)
			}
		}
	}
}

func contents(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	for _, e := range entries {
		content, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all[e.Name()] = content
	}
	return all
}
