package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// committed is the folder of the files that ship with the program.
var committed = filepath.Join("..", "kom", "filer")

func TestCommittedFilesAreWhatTheGeneratorWrites(t *testing.T) {
	dir := t.TempDir()
	if err := write(dir); err != nil {
		t.Fatal(err)
	}
	got, want := contents(t, dir), contents(t, committed)
	for name := range want {
		if got[name] == nil {
			t.Errorf("%s is committed, but the generator does not write it", name)
		}
	}
	for name, content := range got {
		if !bytes.Equal(content, want[name]) {
			t.Errorf("%s differs from the committed file; run: go run ./examples/generate", name)
		}
	}
}

func TestASecondRunWritesTheSameBytes(t *testing.T) {
	first, second := t.TempDir(), t.TempDir()
	for _, dir := range []string{first, second} {
		if err := write(dir); err != nil {
			t.Fatal(err)
		}
	}
	again := contents(t, second)
	for name, content := range contents(t, first) {
		if !bytes.Equal(content, again[name]) {
			t.Errorf("%s differs between two runs", name)
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
