package main

import (
	"archive/zip"
	"io"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"bolyst/internal/edition"
)

func TestBoardIsToldWhatHasChangedSinceTheEditionBefore(t *testing.T) {
	h := newHistory(t, "")
	if said := h.boardPage(); !strings.Contains(said, "This is the first edition") || strings.Contains(said, "Changed since") {
		t.Errorf("first edition: got %s", said)
	}
	h.more(14)
	said := h.boardPage()
	for _, want := range []string{`Changed since 31 December 2010`, `Job-offer rate: \d+ of 24 = .* became \d+ of 38 = `} {
		if !regexp.MustCompile(want).MatchString(said) {
			t.Errorf("got no %s in %s", want, said)
		}
	}
}

// boardPage is what the newest edition says to the board in its workbook.
func (h *history) boardPage() string {
	h.t.Helper()
	editions := filepath.Join(h.folder, "data", "editions")
	newest, err := edition.Latest(editions)
	if err != nil {
		h.t.Fatal(err)
	}
	book, err := zip.OpenReader(filepath.Join(editions, newest, "board", "board.xlsx"))
	if err != nil {
		h.t.Fatal(err)
	}
	defer book.Close()
	texts, err := book.Open("xl/sharedStrings.xml")
	if err != nil {
		h.t.Fatal(err)
	}
	content, err := io.ReadAll(texts)
	if err != nil {
		h.t.Fatal(err)
	}
	return string(content)
}
