package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bolyst/ingest"
)

// What inspect proposes for the files of the example, without a word from a person, is a source that the program takes; and
// it makes the records that the example's own source makes.
func TestProposalsForTheExampleAreSourcesAsTheyStand(t *testing.T) {
	example := filepath.Join("..", "..", "examples", "kom")
	builtIn, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	config, mistakes := loadConfig(filepath.Join(example, "bolyst.yaml"), "", idsOf(builtIn))
	if len(mistakes) > 0 {
		t.Fatal(mistakes[0].Say(English))
	}
	for _, s := range config.Sources {
		files, err := config.Files(s)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %v, %v", s.ID, files, err)
		}
		for _, file := range files {
			for _, language := range Languages() {
				name := fmt.Sprintf("%s/%s/%s", s.ID, filepath.Base(file), language)
				t.Run(name, func(t *testing.T) {
					proposed := proposedSource(t, file, s.Format.Sheet, language)
					if proposed.Feed.Name != s.Feed {
						t.Fatalf("got feed %s, want %s", proposed.Feed.Name, s.Feed)
					}
					told := []string{"note", "invited_on"} // a remark, which no proposal takes in, and a day that no file tells
					got, want := recordsOf(t, file, proposed, told), recordsOf(t, file, config.Mapping(s), told)
					if len(want) == 0 {
						t.Fatal("the example has no records")
					}
					if diff := cmp.Diff(want, got); diff != "" {
						t.Errorf("records of the example (-), of the proposal (+):\n%s", diff)
					}
				})
			}
		}
	}
}

// proposedSource is the mapping of the proposal, after it was written and read as a configuration.
func proposedSource(t *testing.T, file, sheet string, language Language) ingest.Mapping {
	t.Helper()
	p, err := ingest.Inspect(t.Context(), file, ingest.InspectOptions{Programme: "kom", Sheet: sheet})
	if err != nil {
		t.Fatal(err)
	}
	text := p.YAML(string(language))
	for _, mark := range []string{"@", "MANGLER", "MISSING"} {
		if strings.Contains(text, mark) {
			t.Errorf("the proposal holds %q:\n%s", mark, text)
		}
	}
	path := filepath.Join(t.TempDir(), "bolyst.yaml")
	top := "name: Test\nlanguage: nb\nprogrammes:\n  - id: kom\n    name: KOM\n    region:\n      - {kommune: \"1505\", from: 2006-01-01}\nsources:\n"
	if err := os.WriteFile(path, []byte(top+text), 0o600); err != nil {
		t.Fatal(err)
	}
	config, mistakes := loadConfig(path, "", nil)
	for _, m := range mistakes {
		t.Errorf("line %d: %s", m.Line, m.Say(English))
	}
	if len(config.Sources) != 1 {
		t.Fatalf("got %d sources of\n%s", len(config.Sources), text)
	}
	return config.Mapping(config.Sources[0])
}

// recordsOf are the records of a file, one line each, without some fields.
func recordsOf(t *testing.T, file string, m ingest.Mapping, without []string) []string {
	t.Helper()
	key, err := ingest.NewKey([]byte(strings.Repeat("k", 32)))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	accept := func(r ingest.Record) error {
		values := slices.Clone(r.Values)
		for i, f := range m.Feed.Fields {
			if slices.Contains(without, f.Name) {
				values[i] = nil
			}
		}
		lines = append(lines, fmt.Sprintf("%s %d %v", r.Sheet, r.Row, values))
		return nil
	}
	if _, err := ingest.Read(t.Context(), file, m, key, accept, func([]ingest.Problem, []any) error { return nil }); err != nil {
		t.Fatal(err)
	}
	return lines
}

// Signs that mean something in YAML come through as what they are.
func TestProposalsKeepStrangeHeadersAndWords(t *testing.T) {
	file := filepath.Join(t.TempDir(), "år 2009 – «rot».csv")
	text := "Traineenr;\"Type: {samling} #1 (\"\"x\"\")\";Dato;Deltok\nT-1;\"- 'Seminar': *\";01.03.2009;Ja\nT-2;~;01.03.2009;Nei\nT-3;Yes;01.03.2009;on\nT-4;samling;01.03.2009;\\n\n"
	if err := os.WriteFile(file, []byte(strings.ReplaceAll(text, "Type: {samling}", "Type {samling}: &a")), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, language := range Languages() {
		p, err := ingest.Inspect(t.Context(), file, ingest.InspectOptions{Programme: "kom", Feed: "sessions"})
		if err != nil {
			t.Fatal(err)
		}
		got := proposedSource(t, file, "", language)
		if diff := cmp.Diff(p.Mapping.Columns, got.Columns); diff != "" {
			t.Errorf("columns of the proposal (-), of the configuration (+):\n%s", diff)
		}
		if len(got.Values["kind"]) == 0 || !cmp.Equal(p.Mapping.Values, got.Values) {
			t.Errorf("got values %v, want %v", got.Values, p.Mapping.Values)
		}
	}
}
