package reports_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"bolyst/metrics"
)

// resaved is the workbook as LibreOffice saves it after opening it.
func resaved(t *testing.T, workbook []byte) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(office(t, workbook, "xlsx"), "report.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// pagesOf is how many pages the workbook prints on.
func pagesOf(t *testing.T, workbook []byte) int {
	t.Helper()
	pdf, err := os.ReadFile(filepath.Join(office(t, workbook, "pdf"), "report.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	return len(regexp.MustCompile(`/Type\s*/Page\b`).FindAll(pdf, -1))
}

func TestOfficeKeepsTheRulesOfATemplate(t *testing.T) {
	content := template(t, offers(), metrics.Norwegian)
	f := opened(t, resaved(t, content))
	got := rules(t, f, "Jobbtilbud")
	for column, want := range rules(t, opened(t, content), "Jobbtilbud") {
		rule := got[column]
		if rule == nil || rule.Prompt == nil || *rule.Prompt != *want.Prompt || (want.Type != "" && rule.Type != want.Type) {
			t.Errorf("column %s: got %+v, want %+v", column, rule, want)
		}
	}
	if visible, _ := f.GetSheetVisible("Valg"); visible {
		t.Error("the lists are in sight")
	}
	// The empty rows and the lists are not printed.
	if pages := pagesOf(t, content); pages != 2 {
		t.Errorf("got %d pages, want one for each sheet", pages)
	}
}

// The delivered workbook is one that LibreOffice has written, with its own ways, and LibreOffice opens what comes of it.
func TestOfficeShowsTheMarks(t *testing.T) {
	originals := map[string][]byte{"LibreOffice": resaved(t, delivered(t))}
	if thorough {
		originals["excelize"] = delivered(t)
	}
	for name, original := range originals {
		t.Run(name, func(t *testing.T) {
			content := mark(t, marked(original), metrics.Norwegian)
			checkNotes(t, content)
			want := comments(t, opened(t, content), applicants)
			f := opened(t, resaved(t, content))
			got := comments(t, f, applicants)
			for at, text := range want {
				if got[at] != text {
					t.Errorf("%s: got remark %q, want %q", at, got[at], text)
				}
			}
			if len(got) != 5 || len(want) != 5 {
				t.Errorf("got %d remarks of %d, want 5", len(got), len(want))
			}
			if sheets := f.GetSheetList(); !slices.Equal(sheets, []string{"Oppsummering (2)", applicants, "Oppsummering"}) {
				t.Errorf("got sheets %q", sheets)
			}
			for at, text := range map[string]string{"A4": "0000", "A7": "•••", "F5": "Avvist: se kolonne B, C."} {
				if got := read(t, f, applicants, at).text; got != text {
					t.Errorf("%s: got %q, want %q", at, got, text)
				}
			}
			if pages := pagesOf(t, content); pages < 3 {
				t.Errorf("got %d pages", pages)
			}
		})
	}
}
