package main

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// someIndicators are those that the configurations of the tests may name.
var someIndicators = []string{"applicants", "job_offer_rate", "member_companies"}

// Each file in testdata/config/bad has one mistake, and beside it what the program says about it in each language.
func TestBadConfigIsAnsweredWithItsLineAndWhatIsAllowed(t *testing.T) {
	t.Chdir("testdata/config/bad")
	files, err := filepath.Glob("*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	const missing = "missing.yaml" // the only one that is not there
	for _, file := range append(files, missing) {
		t.Run(file, func(t *testing.T) {
			config, mistakes := loadConfig(file, "", someIndicators)
			if config == nil {
				t.Fatal("got no config, want one that knows its language")
			}
			if file == "several.yaml" {
				if got, want := len(mistakes), 9; got != want {
					t.Errorf("got %d mistakes, want %d", got, want)
				}
			} else if len(mistakes) != 1 {
				t.Errorf("got %d mistakes, want 1", len(mistakes))
			}
			for _, l := range Languages() {
				var said strings.Builder
				if err := writeMistakes(&said, l, mistakes); err != nil {
					t.Fatal(err)
				}
				golden(t, strings.TrimSuffix(file, ".yaml")+"."+string(l)+".txt", said.String())
			}
			if !slices.IsSortedFunc(mistakes, func(a, b Mistake) int { return a.Line - b.Line }) {
				t.Error("mistakes are not in the order of the file")
			}
		})
	}
}

func TestGoldenFilesOfMistakesBelongToAConfig(t *testing.T) {
	texts, err := filepath.Glob("testdata/config/bad/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range texts {
		config := strings.TrimSuffix(text, ".txt")
		for _, l := range Languages() {
			config = strings.TrimSuffix(config, "."+string(l))
		}
		config += ".yaml"
		if _, err := os.Stat(config); err != nil && filepath.Base(config) != "missing.yaml" {
			t.Errorf("%s: got no %s beside it", text, config)
		}
	}
}

func TestGoodConfigHasNoMistakes(t *testing.T) {
	files, err := filepath.Glob("testdata/config/good/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if _, mistakes := loadConfig(file, "", someIndicators); len(mistakes) > 0 {
			t.Errorf("%s: got %s, want no mistakes", file, mistakes[0].Say(English))
		}
	}
}

func TestConfigHoldsWhatItsFileSays(t *testing.T) {
	c := loadGood(t, "testdata/config/good/full.yaml")
	kom, ok := c.Programme("kom")
	if !ok {
		t.Fatal("got no programme kom")
	}
	soknader, _ := c.Source("soknader")
	nord, _ := c.Source("soknader-nord")
	checks := []struct {
		what      string
		got, want any
	}{
		{"language", c.Language, English},
		{"started", kom.Started, 2006},
		{"months", *kom.Facts.DurationMonths, 24},
		{"positions", *kom.Facts.StaffPositions, 0.7},
		{"block text", kom.Facts.Coaching.In(Norwegian), "Veiledning ved starten av hver modul."},
		{"leading zero", c.Programmes[1].Region[0].Kommune, Code("0301")},
		{"fact not stated", c.Programmes[1].Facts.Modules == nil, true},
		{"from", kom.Region[1].From, time.Date(2006, 1, 1, 0, 0, 0, 0, time.UTC)},
		{"open end", kom.Region[0].To.IsZero(), true},
		{"whole number as value", c.Targets[1].Value, 1.0},
		{"direction of a target", c.Targets[2].Direction, "up"},
		{"baseline", *c.Targets[2].Baseline, Baseline{110, "2006"}},
		{"rebase", c.Rebases[0].Reason["en"], "Adverts on the web, not in newspapers."},
		{"newest comment first", c.Comments[0].Author, "Styret"},
		{"comment of all periods", c.Comments[0].Period, "all"},
		{"comment in each language", c.Comments[0].Text.Everywhere().In(English), "The board wants a higher target."},
		{"comment in one language", c.Comments[1].Text.Everywhere().In(English), "Ett språk er nok."},
		{"one header", soknader.Columns["application_id"], []string{"Søknadsnr"}},
		{"several headers", soknader.Columns["applicant_id"], []string{"Søker", "Søker (epost)"}},
		{"header that is a number", soknader.Columns["cohort"], []string{"2010"}},
		{"value with spaces", soknader.Values["gender"]["Annet / vet ikke"], "x"},
		{"one form of dates", soknader.Dates, []string{"dd.mm.yyyy"}},
		{"values through an alias", nord.Values["gender"]["Kvinne"], "f"},
		{"type by ending", nord.Format.Type, "xlsx"},
		{"floor that is said", c.Editions.Audiences.Board.Floor, 10},
		{"floor that is not said", c.Editions.Audiences.Centre.Floor, 5},
		{"idle", c.SignIn.IdleMinutes, 20},
		{"hours that are not said", c.SignIn.Hours, 8},
		{"claim with the role", c.SignIn.OIDC.RoleClaim, "roles"},
		{"claim with the name that is not said", c.SignIn.OIDC.NameClaim, "preferred_username"},
		{"scope of a role", c.SignIn.OIDC.Roles[1], Grant{"evaluering", "centre", []string{"kom"}}},
		{"edition languages", c.Editions.Languages, []Language{Norwegian, English}},
	}
	for _, check := range checks {
		if diff := cmp.Diff(check.want, check.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", check.what, diff)
		}
	}
}

func TestConfigHasDefaultsForWhatIsNotSaid(t *testing.T) {
	c := loadGood(t, "testdata/config/good/minimal.yaml")
	want := defaults()
	want.Name = "KOM Trainee"
	want.Programmes = []Programme{{ID: "kom", Name: "KOM Trainee", Region: []Member{
		{Kommune: "1505", From: time.Date(2006, 1, 1, 0, 0, 0, 0, time.UTC)},
	}}}
	want.Editions.Languages = []Language{Norwegian}
	if diff := cmp.Diff(*want, *c, cmp.FilterPath(func(p cmp.Path) bool {
		return slices.Contains([]string{".file", ".folder", ".content", ".places", ".kommuner", ".comments", ".own"}, p.Last().String())
	}, cmp.Ignore())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestLanguageOfTheCommandOverridesThatOfTheFile(t *testing.T) {
	c, _ := loadConfig("testdata/config/good/minimal.yaml", "en", someIndicators)
	if c.Language != English {
		t.Errorf("got %v, want en", c.Language)
	}
}

func TestHashIsThatOfTheContentWhateverTheLineEnds(t *testing.T) {
	unix := writeFile(t, "bolyst.yaml", "name: A\nprogrammes:\n  - {id: a, name: A, region: [{kommune: \"1505\", from: 2006-01-01}]}\n")
	content, err := os.ReadFile(unix)
	if err != nil {
		t.Fatal(err)
	}
	windows := writeFile(t, "bolyst.yaml", "\ufeff"+strings.ReplaceAll(string(content), "\n", "\r\n"))
	other := writeFile(t, "bolyst.yaml", string(content)+"# a remark\n")
	// printf 'name: A\nprogrammes:\n  - {id: a, name: A, region: [{kommune: "1505", from: 2006-01-01}]}\n' | sha256sum
	const want = "49d9cad07f19af8b7fcfa69858ef6b7923675e5cdac0896a696845f94baaff84"
	if got := loadGood(t, unix).Hash(); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	if loadGood(t, windows).Programmes[0].ID != "a" {
		t.Error("a file of Windows, with mark and line ends, is not read as the same configuration")
	}
	if got := loadGood(t, windows).Hash(); got != want {
		t.Errorf("saved on Windows: got %v, want %v", got, want)
	}
	if got := loadGood(t, other).Hash(); got == want {
		t.Error("a remark more gives the same hash")
	}
}

func TestHashIsOfTheCommentsToo(t *testing.T) {
	file := writeFile(t, "bolyst.yaml", "name: A\nprogrammes:\n  - {id: a, name: A, region: [{kommune: \"1505\", from: 2006-01-01}]}\ncommentary: c.yaml\n")
	hashes := map[string]bool{}
	for _, content := range []string{"", "entries: []\n", "entries: []\r\n", "entries: [] # a remark\n"} {
		if err := os.WriteFile(filepath.Join(filepath.Dir(file), "c.yaml"), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		hashes[loadGood(t, file).Hash()] = true
	}
	if len(hashes) != 3 { // the ends of lines make no difference
		t.Errorf("got %d hashes, want 3", len(hashes))
	}
}

func loadGood(t *testing.T, file string) *Config {
	t.Helper()
	c, mistakes := loadConfig(file, "", someIndicators)
	if len(mistakes) > 0 {
		t.Fatalf("got %s", mistakes[0].Say(English))
	}
	return c
}

func writeFile(t *testing.T, name, content string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// golden holds what was said against the file, or writes the file with -update.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}
