package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bolyst/internal/edition"
)

// newest is the manifest of the edition that was published last.
func (h *history) newest() edition.Manifest {
	h.t.Helper()
	editions := filepath.Join(h.folder, "data", "editions")
	name, err := edition.Latest(editions)
	if err != nil {
		h.t.Fatal(err)
	}
	m, err := edition.ReadManifest(filepath.Join(editions, name))
	if err != nil {
		h.t.Fatal(err)
	}
	return m
}

// What stands beside the figures of an edition is what its readers were shown in the earlier ones, to the last decimal; and the
// same again when the edition is published again, whatever has been published meanwhile.
func TestEarlierFiguresAreThoseOfTheirEditionAndAudience(t *testing.T) {
	long(t)
	h := newHistory(t, "editions:\n  languages: [nb]")
	first := h.newest()
	if len(first.Beside) > 0 {
		t.Errorf("the first edition: got %v beside it", first.Beside)
	}
	h.more(14)
	h.late()
	m := h.newest()
	definitions := definitionsByID(t, h.folder)
	for audience, names := range m.Beside {
		figures := func(name string) saidFigures {
			return figuresOfEdition(t, filepath.Join(h.folder, "data", "editions", name, audience, "data", "figures.json"), definitions)
		}
		said := figures(m.Edition)
		for _, name := range names {
			said.earlier[name] = figures(name)
		}
		if len(names) != 2 || names[1] != first.Edition {
			t.Errorf("%s: got %v beside the third edition, want the two before it, the newest first", audience, names)
		}
		pages, err := filepath.Glob(filepath.Join(h.folder, "data", "editions", m.Edition, audience, "earlier", "*.html"))
		checked := 0
		for _, page := range pages {
			checked += said.check(t, page)
		}
		if err != nil || checked < 60 {
			t.Errorf("%s: got %d figures on %d pages, %v; want many", audience, checked, len(pages), err)
		}
	}
	if len(m.Beside) != 3 {
		t.Errorf("got %v beside the third edition, want some for each audience", m.Beside)
	}
	if said := h.publish(); !strings.Contains(said, "had been published before") {
		t.Errorf("published again: got %s", said)
	}
}

// An audience that must be asked first is not shown an edition in the margin of another. What has been approved since does not
// change an edition that has been published.
func TestEditionThatIsNotApprovedStandsBesideNoOther(t *testing.T) {
	long(t)
	h := newHistory(t, "editions:\n  sign_off:\n    board: {role: admin}")
	first := h.newest()
	h.more(14)
	second := h.newest()
	if len(second.Beside["board"]) > 0 || !slices.Equal(second.Beside["staff"], []string{first.Edition}) {
		t.Errorf("before the first is approved: got %v", second.Beside)
	}
	if _, err := os.Stat(filepath.Join(h.folder, "data", "editions", second.Edition, "board", "earlier")); !os.IsNotExist(err) {
		t.Errorf("the board has a page of earlier editions: %v", err)
	}
	if said := h.boardPage(); strings.Contains(said, "Changed since") {
		t.Errorf("the board is told what has changed since an edition that it has not seen: %s", said)
	}
	h.run("approve", first.Edition, "--audience", "board", "--by", "kari")
	if said := h.publish(); !strings.Contains(said, "had been published before") {
		t.Errorf("published again: got %s", said)
	}
	h.more(14)
	if third := h.newest(); !slices.Equal(third.Beside["board"], []string{first.Edition}) || len(third.Beside["staff"]) != 2 {
		t.Errorf("after the first is approved: got %v", third.Beside)
	}
}
