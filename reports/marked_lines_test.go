package reports_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"bolyst/metrics"
	"bolyst/reports"
)

func TestTextFileBecomesASheetOfText(t *testing.T) {
	m := marked(nil)
	m.Original, m.Load.File = nil, "inn/søkere 2010.csv"
	m.Lines = []reports.Line{
		{Number: 1, Cells: []string{"Søknadsnr", "Kommune", "Dato"}},
		{Number: 2, Cells: []string{"0007", "0301", "01.02.2010"}},
		{Number: 3, Cells: []string{"0008", "linje\nto", "=1+1", ""}},
		{Number: 5, Cells: []string{identity, "_x0041_"}},
	}
	m.Faults = []reports.Fault{
		{Row: 3, Column: "C", Rule: "type.date", Text: "Linje 3: ikke en dato."},
		{Row: 5, Column: "A", Rule: "identity_number", Text: "Linje 5: nei.", Masked: true},
		{Row: 5, Column: "C", Rule: "required", Text: "Linje 5: mangler."},
		{Row: 2_000_000, Column: "A", Rule: "required", Text: "Linje 2000000: mangler."},
	}
	content := mark(t, m, metrics.English)
	checkPackage(t, content)
	checkNotes(t, content)
	f := opened(t, content)
	if got, want := f.GetSheetList(), []string{"Summary", "søkere 2010"}; !slices.Equal(got, want) {
		t.Fatalf("got sheets %q, want %q", got, want)
	}
	for at, want := range map[string]string{
		"A1": "Søknadsnr", "A2": "0007", "B2": "0301", "C2": "01.02.2010", "B3": "linje\nto", "C3": "=1+1", "A4": "", "A5": "•••", "B5": "_x0041_", "C5": "",
		"D1": "Rejected", "D2": "", "D3": "Rejected: see column C.", "D5": "Rejected: see column A, C.",
	} {
		got := read(t, f, "søkere 2010", at)
		if got.text != want || got.isNumber() || got.formula != "" || (got.format != "@" && want != "" && !strings.HasPrefix(want, "Rejected")) {
			t.Errorf("%s: got %+v, want the text %q", at, got, want)
		}
	}
	if got := hatchedCells(t, f, "søkere 2010", "A1", "A3", "C3", "A5", "B5", "C5"); !slices.Equal(got, []string{"C3", "A5", "C5"}) {
		t.Errorf("got hatched %v", got)
	}
	if rows := rowsOf(t, f, "Summary", 1); len(rows) != 4 {
		t.Errorf("got %d faults, want 4", len(rows))
	}
	for _, spoil := range [][]reports.Line{{{Number: 2}, {Number: 2}}, {{Number: 1 << 21}}} {
		m.Lines = spoil
		if err := reports.Marked(&bytes.Buffer{}, m, metrics.English); err == nil {
			t.Errorf("%v: got no error", spoil)
		}
	}
}

func TestRemarksAreLimited(t *testing.T) {
	m := marked(nil)
	m.Original, m.Load.File, m.Faults = nil, "mange.csv", nil
	for row := range 1201 {
		m.Lines = append(m.Lines, reports.Line{Number: row + 1, Cells: []string{"x", "y"}})
		if row > 0 {
			m.Faults = append(m.Faults, reports.Fault{Row: row + 1, Column: "B", Rule: "enum", Text: fmt.Sprint("nr ", row)})
		}
	}
	content := mark(t, m, metrics.Norwegian)
	checkNotes(t, content)
	f := opened(t, content)
	if got := len(comments(t, f, "mange")); got != 1000 {
		t.Errorf("got %d remarks, want 1000", got)
	}
	if got := hatchedCells(t, f, "mange", "B1001", "B1201"); len(got) != 2 {
		t.Errorf("got hatched %v beyond the remarks", got)
	}
	said := false
	for row := 1; row < 12; row++ {
		said = said || read(t, f, "Oppsummering", fmt.Sprintf("A%d", row)).text == "Bare de første 1\u00a0000 av 1\u00a0200 celler med feil har fått merknad. Alle er skravert."
	}
	if !said {
		t.Error("nothing says that the remarks are limited")
	}
}

func TestLongTextFileIsAnExcerpt(t *testing.T) {
	m := marked(nil)
	m.Original, m.Load.File = nil, "lang.csv"
	m.Faults = []reports.Fault{{Row: 9000, Column: "C", Rule: "enum", Text: "Linje 9000: ukjent verdi."}}
	for number := range 50_001 {
		m.Lines = append(m.Lines, reports.Line{Number: number + 1, Cells: strings.Split("a b c d e f g h i j", " ")})
	}
	f := opened(t, mark(t, m, metrics.English))
	for at, want := range map[string]string{"A1": "a", "A2": "", "C9000": "c", "K9000": "Rejected: see column C.", "A9001": ""} {
		if got := read(t, f, "lang", at).text; got != want {
			t.Errorf("%s: got %q, want %q", at, got, want)
		}
	}
	if got := read(t, f, "Summary", "A4").text; !strings.HasPrefix(got, "The file is long") {
		t.Errorf("got %q", got)
	}
}
