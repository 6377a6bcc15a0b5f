package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// demo and demoNine run `bolyst demo --no-serve` once for all tests that look at what it left, and return its folder and its screen.
var (
	demo     = sync.OnceValues(func() (folder, screen string) { return demoOf("kom") })
	demoNine = sync.OnceValues(func() (folder, screen string) { return demoOf("nine") })
)

func demoOf(example string) (folder, screen string) {
	folder = filepath.Join(demoFolder, "demo-"+example)
	var out, errs bytes.Buffer
	if code := run(bg, []string{"demo", "--example", example, "--no-serve", "--dir", folder}, &out, &errs, scriptClock); code != exitDone {
		panic(fmt.Sprintf("exit code %d\n%s%s", code, out.String(), errs.String()))
	}
	if said, err := exec.Command("cp", "-a", folder, pristine(example)).CombinedOutput(); err != nil {
		panic(fmt.Sprintf("%v: %s", err, said))
	}
	return folder, out.String()
}

// pristine is a copy of the demo's folder, which the tests that share the folder do not change.
func pristine(example string) string { return filepath.Join(demoFolder, "untouched-"+example) }

// output runs the program on that folder and returns what it printed.
func output(t *testing.T, folder string, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if code := run(t.Context(), append(args, "-c", filepath.Join(folder, "bolyst.yaml")), &out, &errs, scriptClock); code != exitDone {
		t.Fatalf("exit code %d: %s", code, errs.String())
	}
	return out.String()
}

// shownFigure is a figure as `figures --json` promises it: exactly these keys.
type shownFigure struct {
	Indicator   string   `json:"indicator"`
	Version     int      `json:"version"`
	Programme   string   `json:"programme"`
	Period      string   `json:"period"`
	Breakdown   string   `json:"breakdown"`
	Category    string   `json:"category"`
	Region      string   `json:"region"`
	Unit        string   `json:"unit"`
	Numerator   *float64 `json:"numerator"`
	Denominator *float64 `json:"denominator"`
	Unknown     *float64 `json:"unknown"`
	Immature    *float64 `json:"immature"`
	Value       *float64 `json:"value"`
	Low         *float64 `json:"low"`
	High        *float64 `json:"high"`
	Sign        string   `json:"sign"`
	Target      *float64 `json:"target"`
}

func figuresOf(t *testing.T, audience string) []shownFigure {
	t.Helper()
	folder, _ := demo()
	return figuresIn(t, folder, audience, 17)
}

// figuresIn is the figures of that folder as of the end of 2010, as they were known after so many loads.
func figuresIn(t *testing.T, folder, audience string, loads int) []shownFigure {
	t.Helper()
	var shown struct {
		Format      int                 `json:"format"`
		AsOf        string              `json:"as_of"`
		KnownAt     int                 `json:"known_at"`
		Audience    string              `json:"audience"`
		Figures     []shownFigure       `json:"figures"`
		Goals       []json.RawMessage   `json:"goals"`
		Targets     []json.RawMessage   `json:"targets"`
		Series      []json.RawMessage   `json:"series"`
		Funnels     []json.RawMessage   `json:"funnels"`
		Curves      []json.RawMessage   `json:"curves"`
		Comparisons []json.RawMessage   `json:"comparisons"`
		Comments    []json.RawMessage   `json:"comments"`
		Counts      map[string][]string `json:"counts"`
	}
	decoder := json.NewDecoder(strings.NewReader(output(t, folder, "figures", "--as-of", "2010-12-31", "--audience", audience, "--json")))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&shown); err != nil {
		t.Fatal(err)
	}
	if shown.AsOf != "2010-12-31" || shown.Audience != audience || shown.KnownAt != loads {
		t.Errorf("got as of %s, audience %s, known at %d", shown.AsOf, shown.Audience, shown.KnownAt)
	}
	return shown.Figures
}

// TestDemoReproducesThePublishedFigures holds the table of published figures of KOM Trainee as of 2010-12-31: the district
// centre's project database and the evaluation "Bosettingsvirkninger av regionale traineeprogram" (ideas2evidence 1/2011).
// The intervals are Wilson's, by hand.
func TestDemoReproducesThePublishedFigures(t *testing.T) {
	figures := figuresOf(t, "staff")
	for _, want := range []struct {
		indicator, period      string
		numerator, denominator float64
		value, low, high       float64 // value in per cent for rates; low and high 0: no interval
		immature               float64
	}{
		{"applicants", "all", 750, 750, 750, 0, 0, 0},
		{"applicants", "2009", 180, 180, 180, 0, 0, 0},
		{"qualified_applicant_rate", "2009", 130, 180, 72.2, 65.3, 78.2, 0},
		{"trainees_hired", "all", 30, 30, 30, 0, 0, 0},
		{"trainees_hired", "2006", 7, 7, 7, 0, 0, 0},
		{"job_offer_rate", "all", 18, 21, 85.7, 65.4, 95.0, 9},
		{"retained_of_hired", "all", 17, 30, 56.7, 39.2, 72.6, 0},
		{"regional_retention_now", "all", 17, 21, 81.0, 60.0, 92.3, 9},
		{"member_companies", "2006", 14, 14, 14, 0, 0, 0},
		{"member_companies", "2010", 16, 16, 16, 0, 0, 0},
		{"member_companies", "all", 16, 16, 16, 0, 0, 0},
		{"fee_per_member", "2010", 1_112_000, 16, 69_500, 0, 0, 0},
		{"fee_per_member", "all", 1_112_000, 16, 69_500, 0, 0, 0},
		{"member_funded_share", "2010", 1_112_000, 1_112_000, 100, 0, 0, 0},
		{"member_funded_share", "2009", 1_042_500, 1_042_500, 100, 0, 0, 0},
	} {
		for _, programme := range []string{"all", "kom"} {
			f := pick(t, figures, want.indicator, programme, want.period)
			value, low, high := *f.Value, 0.0, 0.0
			if f.Low != nil {
				value, low, high = 100*value, 100**f.Low, 100**f.High
			} else if want.indicator == "member_funded_share" {
				value = 100 * value
			}
			if *f.Numerator != want.numerator || *f.Denominator != want.denominator || *f.Immature != want.immature ||
				off(value, want.value) || off(low, want.low) || off(high, want.high) {
				t.Errorf("%s %s %s: got %v of %v = %.1f (%.1f–%.1f), %v immature; want %v of %v = %v (%v–%v), %v", want.indicator, programme, want.period,
					*f.Numerator, *f.Denominator, value, low, high, *f.Immature, want.numerator, want.denominator, want.value, want.low, want.high, want.immature)
			}
		}
	}
	if share := pick(t, figures, "member_funded_share", "all", "2008"); *share.Value >= 1 {
		t.Errorf("2008: got %v, want public funding in the start-up years", *share.Value)
	}
}

func off(got, want float64) bool { return math.Abs(got-want) > 0.05 }

func pick(t *testing.T, figures []shownFigure, indicator, programme, period string) shownFigure {
	t.Helper()
	for _, f := range figures {
		if f.Indicator == indicator && f.Programme == programme && f.Period == period && f.Breakdown == "" && f.Region == "" {
			return f
		}
	}
	t.Fatalf("no figure %s %s %s", indicator, programme, period)
	return shownFigure{}
}

// TestDemoPrintsThePublishedFigures holds what the reader sees on the screen: computed and published side by side, and
// what the programme states of itself.
func TestDemoPrintsThePublishedFigures(t *testing.T) {
	_, screen := demo()
	screen = strings.ReplaceAll(screen, "\u00a0", " ")
	for _, line := range [][]string{
		{"Søkere", "I alt", "750", "750"},
		{"Andel godt kvalifiserte søkere", "2009", "72,2 %", "130 av 180", "65,3–78,2 %", "130 av 180"},
		{"Andel med jobbtilbud", "I alt", "85,7 %", "18 av 21", "86 %"},
		{"Bor og arbeider i regionen, av alle tatt inn", "I alt", "56,7 %", "17 av 30", "39,2–72,6 %", "17 av 30"},
		{"Bor og arbeider i regionen, av fullførte", "I alt", "81,0 %", "17 av 21"},
		{"Medlemsbedrifter", "2006", "14", "14"},
		{"Medlemsbedrifter", "2010", "16", "16"},
		{"Avgift per medlem", "2010", "kr 69 500", "kr 69 500"},
		{"Publisert andre steder og beregnet her", "0 av "},
		{"Andel med jobbtilbud", "I alt", "86 %", "18 av 21 = 85,7 %", "stemmer", "Distriktssenterets prosjektdatabase"},
		{"Varighet", "24 måneder"},
		{"Moduler", "3 moduler på 8 måneder"},
		{"Samlinger", "5 samlinger på 2 dager"},
		{"Veiledning", "starten av hver modul"},
		{"Bemanning", "0,70 årsverk", "0,60", "0,10"},
		{"Finansiering", "69 500", "selvfinansiert siden 2009"},
	} {
		if !hasLine(screen, line) {
			t.Errorf("no line with %q on the screen:\n%s", line, screen)
		}
	}
}

// hasLine says whether one line of the text has the parts, in their order.
func hasLine(text string, parts []string) bool {
	for line := range strings.Lines(text) {
		rest, found := line, true
		for _, part := range parts {
			var ok bool
			if _, rest, ok = strings.Cut(rest, part); !ok {
				found = false
				break
			}
		}
		if found && strings.HasPrefix(line, parts[0]) {
			return true
		}
	}
	return false
}
