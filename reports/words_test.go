package reports

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

func TestLanguagesSayTheSameThings(t *testing.T) { metricstest.SaysTheSame(t, catalogue) }

func TestEveryWordIsUsed(t *testing.T) {
	sources := ""
	files, _ := os.ReadDir(".")
	for _, file := range files {
		if strings.HasSuffix(file.Name(), ".go") && !strings.HasSuffix(file.Name(), "_test.go") {
			content, err := os.ReadFile(file.Name())
			if err != nil {
				t.Fatal(err)
			}
			sources += string(content)
		}
	}
	said := map[string]bool{"by_cohort": true, "by_year": true, "few_in_data": true, "note_data": true} // made of the definition's period, or said of a sheet that may be missing
	for _, m := range matters {
		said["matter_"+m.name], said["matter_"+m.name+"_note"] = true, true
	}
	for _, m := range regexp.MustCompile(`say\("(\w+)"[,)]`).FindAllStringSubmatch(sources, -1) {
		said[m[1]] = true
	}
	for key := range catalogue[metrics.Norwegian] {
		if code, ok := strings.CutPrefix(key, "rule_"); ok && KnowsRule(code) {
			said[key], said["do_"+code] = true, true // made of the rule's code
		}
	}
	for key := range catalogue[metrics.Norwegian] {
		if !said[key] {
			t.Errorf("%s is said nowhere", key)
		}
		delete(said, key)
	}
	for key := range said {
		t.Errorf("%s has no words", key)
	}
}

func TestSheetNamesAreAllowed(t *testing.T) {
	taken := []*sheet{{name: "Data"}, {name: "1 søkere"}}
	for _, c := range []struct{ wanted, want string }{
		{"2 Søkere", "2 Søkere"},
		{"1 Søkere", "1 Søkere (2)"}, // differs in case only
		{"4 a:b\\c/d?e*f[g]", "4 a b c d e f g"},
		{"'quoted'", "quoted"},
		{"History", "History (2)"}, // the format's own
		{"5 Bor og arbeider i regionen, av alle tatt inn", "5 Bor og arbeider i regionen…"},
		{"6 Kortest_mulige_ord_som_aldri_tar_slutt", "6 Kortest_mulige_ord_som_aldri…"},
		{"7 😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "7 😀😀😀😀😀😀😀😀😀😀😀😀😀😀…"}, // each counts twice
	} {
		if got := sheetName(c.wanted, taken); got != c.want {
			t.Errorf("%q: got %q, want %q", c.wanted, got, c.want)
		}
	}
}

func TestLongTextsTakeMoreLines(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		want  int
	}{
		{"", 10, 1},
		{"17 av 30", 10, 1},
		{"Bor og arbeider i regionen", 12, 3},
		{"2006\n6 av 7", 20, 2},
		{"Andelsberegningsgrunnlagsdokumentasjonen", 21.5, 2}, // longer than a line, and broken by the program
	} {
		if got := linesOf(c.text, c.width); got != c.want {
			t.Errorf("%q in %v: got %d lines, want %d", c.text, c.width, got, c.want)
		}
	}
}

func TestFootKeepsItsCodes(t *testing.T) {
	if got := code("Smith & Sønner &P"); got != "Smith && Sønner &&P" {
		t.Errorf("got %q", got)
	}
	if got := code(strings.Repeat("lang ", 100)); len([]rune(got)) > longestPart {
		t.Errorf("got %d characters, want at most %d", len([]rune(got)), longestPart)
	}
}
