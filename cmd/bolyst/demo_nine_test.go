package main

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"bolyst/internal/edition"
)

// TestNineReproducesThePublishedFigures holds, beside each other, what was published of the nine programmes (per cent; ideas2evidence
// 1/2011 and the project database, as the district centre gives them) and the persons that are counted here. The evaluation does not
// say of how many its percentages are: examples/nine/README.md has the sums.
func TestNineReproducesThePublishedFigures(t *testing.T) {
	folder, _ := nineWhenThorough(t)
	figures := figuresIn(t, folder, "staff", nineLoads)
	for _, want := range []struct {
		indicator, programme   string
		published              float64
		numerator, denominator float64
	}{
		{"job_offer_rate", "all", 82, 197, 240},
		{"lives_in_catchment", "all", 67, 155, 231},
		{"regional_retention_2y", "all", 62, 77, 125},
		{"regional_retention_3y", "all", 59, 47, 80},
		{"programme_importance", "all", 67, 80, 120},
		{"regional_retention_3y", "innlandet", 50, 22, 44},
		{"romerike_stayed", "romerike", 47, 7, 15},
		{"regional_retention_now", "salten", 100, 12, 12},
		{"job_offer_rate", "kom", 86, 18, 21},
		{"retained_of_hired", "kom", 57, 17, 30},
		{"regional_retention_now", "kom", 81, 17, 21},
	} {
		f := pick(t, figures, want.indicator, want.programme, "all")
		if *f.Numerator != want.numerator || *f.Denominator != want.denominator || math.Round(100**f.Value) != want.published {
			t.Errorf("%s of %s: got %v of %v = %.1f %%; published %v %%, read as %v of %v", want.indicator, want.programme,
				*f.Numerator, *f.Denominator, 100**f.Value, want.published, want.numerator, want.denominator)
		}
	}
	for programme, hired := range map[string]float64{"all": 323, "innlandet": 92, "romerike": 15, "kom": 30} {
		if f := pick(t, figures, "trainees_hired", programme, "all"); *f.Value != hired {
			t.Errorf("trainees of %s: got %v, want %v", programme, *f.Value, hired)
		}
	}
	// About 70 per cent of 62, says Framtidsfylket.
	if f := pick(t, figures, "regional_retention_now", "framtidsfylket", "all"); *f.Denominator != 62 || math.Abs(*f.Value-0.70) > 0.01 {
		t.Errorf("framtidsfylket: got %v of %v, want about 70 %% of 62", *f.Numerator, *f.Denominator)
	}
}

// Romerike counts who works there, the others who lives and works there: it is in neither the total nor the comparison.
func TestRomerikeIsKeptOffTheOthersComparison(t *testing.T) {
	folder, _ := nineWhenThorough(t)
	figures := figuresIn(t, folder, "staff", nineLoads)
	if f := pick(t, figures, "regional_retention_now", "all", "all"); *f.Numerator != 144 || *f.Denominator != 216 {
		t.Errorf("the others together: got %v of %v, want 144 of 216", *f.Numerator, *f.Denominator)
	}
	for _, f := range figures {
		if f.Indicator == "regional_retention_now" && f.Programme == "romerike" {
			t.Errorf("romerike stands among the others: %+v", f)
		}
		if f.Indicator == "romerike_stayed" && f.Programme != "romerike" && f.Programme != "all" {
			t.Errorf("%s is counted by the definition of romerike", f.Programme)
		}
	}
}

// nineWhenThorough is the example of the nine, which takes as long as a tenth of the quick run.
func nineWhenThorough(t *testing.T) (folder, screen string) {
	t.Helper()
	long(t)
	return demoNine()
}

// nineLoads is how many files and sheets the example is read from.
const nineLoads = 25

func TestEveryRowOfTheNineIsAccountedFor(t *testing.T) {
	folder, screen := nineWhenThorough(t)
	rejected := regexp.MustCompile(`avvist [1-9]`).FindAllString(screen, -1)
	if got := strings.Count(screen, "avvist 0"); got != nineLoads-3 || len(rejected) != 3 {
		t.Errorf("got %d files without and %d with rejected rows, want %d and 3:\n%s", got, len(rejected), nineLoads-3, screen)
	}
	again := output(t, folder, "ingest", "--json")
	if strings.Contains(again, `"loaded": 1`) || strings.Count(again, `"loaded": 0`) != nineLoads {
		t.Errorf("taken in again, rows are loaded again:\n%s", again)
	}
}

func TestNewcomersOfTheNineStayLeastAndThoseWhoGrewUpThereMost(t *testing.T) {
	folder, _ := nineWhenThorough(t)
	share := map[string]float64{}
	for _, f := range figuresIn(t, folder, "staff", nineLoads) {
		if f.Indicator == "regional_retention_2y" && f.Programme == "all" && f.Period == "all" && f.Breakdown == "mobility" && f.Region == "" {
			share[f.Category] = *f.Value
		}
	}
	if !(share["grew_up"] > share["moved_back"] && share["moved_back"] > share["newcomer"]) {
		t.Errorf("got %v, want grew_up over moved_back over newcomer", share)
	}
}

// TestAReplacementMoreOrLessIsAnotherDefinition takes Romerike's own definition out of the place of the common one. Who the total
// is of is then another, though the version of neither has changed.
func TestAReplacementMoreOrLessIsAnotherDefinition(t *testing.T) {
	long(t)
	nine, _ := demoNine()
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(nine)); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Join(folder, "secrets", "pseudonym.key"), 0o600); err != nil { // which copying does not keep
		t.Fatal(err)
	}
	before, err := edition.Latest(filepath.Join(folder, "data", "editions"))
	if err != nil {
		t.Fatal(err)
	}
	own := filepath.Join(folder, "indicators", "romerike_stayed.sql")
	content, err := os.ReadFile(own)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(own, bytes.Replace(content, []byte("replaces: regional_retention_now\n"), nil, 1), 0o600); err != nil {
		t.Fatal(err)
	}
	output(t, folder, "publish", "--as-of", "2010-12-31")
	changes := output(t, folder, "diff", before, "latest", "--lang", "en")
	for _, want := range []string{"144 of 216", "149 of 231", "the definition, the configuration or the program has changed: numerator +5, denominator +15"} {
		if !strings.Contains(strings.ReplaceAll(changes, "\u00a0", " "), want) {
			t.Errorf("no %q in:\n%s", want, changes)
		}
	}
}
