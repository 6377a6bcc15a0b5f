package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestIndicatorsPageIsThatOfTheFrontMatter holds docs/indicators.md to what the statements say of themselves; -update writes it.
func TestIndicatorsPageIsThatOfTheFrontMatter(t *testing.T) {
	definitions, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	var page bytes.Buffer
	if err := writeCatalogue(&page, definitions, Norwegian); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join("..", "..", "docs", "indicators.md")
	if *update {
		if err := os.WriteFile(path, page.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	written, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(written, page.Bytes()) {
		t.Error("docs/indicators.md is not what the front matter says; go test ./cmd/bolyst -run Page -update writes it")
	}
}
