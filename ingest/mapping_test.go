package ingest

import (
	"errors"
	"fmt"
	"maps"
	"strings"
	"testing"
)

func TestMistakesInAMappingAreNamed(t *testing.T) {
	if faults := applications().Check(); len(faults) > 0 {
		t.Fatalf("the mapping of the tests: %v", faults)
	}
	for _, c := range []struct {
		name   string
		change func(*Mapping)
		want   string
	}{
		{"feed", func(m *Mapping) { m.Feed = Feed{} },
			"feed: «» er ikke et datasett; skriv en av activities, applications, companies, employments, finances, offers, placements, reported, residency, sessions, surveys, trainees"},
		{"programme", func(m *Mapping) { m.Programme = "KOM Trainee" },
			"programme: «KOM Trainee» er ikke en gyldig program-id; skriv små bokstaver, siffer, _ og -, med en bokstav først"},
		{"type", func(m *Mapping) { m.Format.Type = "xls" },
			"format.type: «xls» er ikke gyldig; skriv csv, xlsx"},
		{"encoding", func(m *Mapping) { m.Format.Encoding = "latin" },
			"format.encoding: «latin» er ikke gyldig; skriv auto, utf-8, utf-16, windows-1252, macintosh"},
		{"delimiter", func(m *Mapping) { m.Format.Delimiter = ";;" },
			`format.delimiter: «;;» er ikke gyldig; skriv ";", ",", "\t", "|"`},
		{"sheet", func(m *Mapping) { m.Format.Sheet = "Ark1" },
			"format.sheet: gjelder bare filer av typen xlsx; ta det bort"},
		{"field", func(m *Mapping) { m.Columns["sex"] = []string{"Kjønn"} },
			"columns.sex: datasettet har ikke feltet «sex»; feltene er programme, application_id,"},
		{"header", func(m *Mapping) { m.Columns["tie"] = []string{" "} },
			"columns.tie: overskriften er tom; skriv det som står over kolonnen i filen"},
		{"unmapped", func(m *Mapping) { delete(m.Columns, "cohort") },
			"columns: feltet cohort må ha en verdi; sett det opp under columns eller constants"},
		{"both", func(m *Mapping) { m.Constants = map[string]string{"cohort": "2009"} },
			"constants.cohort: feltet cohort står både under columns og constants; ta bort det ene"},
		{"no column", func(m *Mapping) { m.Values = map[string]map[string]string{"tie": {"Ingen": "none"}} },
			"values.tie: feltet tie leses ikke fra noen kolonne, så verdiene brukes aldri; sett det opp under columns"},
		{"value", func(m *Mapping) { m.Values = map[string]map[string]string{"gender": {"Kvinne": "kvinne"}} },
			"values.gender.Kvinne: «kvinne» er ikke en gyldig verdi; tillatt er f, m, x"},
		{"value of a constant", func(m *Mapping) { m.Constants = map[string]string{"home_kommune": "Herøy"} },
			"constants.home_kommune: «Herøy» er ikke en gyldig verdi; tillatt er 1515 Herøy (Møre og Romsdal), 1818 Herøy (Nordland)"},
		{"number", func(m *Mapping) { m.Constants = map[string]string{"birth_year": "åtti"} },
			"constants.birth_year: «åtti» er ikke en gyldig verdi; tillatt er 2010, 3"},
		{"twice", func(m *Mapping) { m.Values = map[string]map[string]string{"gender": {"K": "f", "k ": "m"}} },
			"values.gender.k : «k » står to ganger med ulik betydning; ta bort den ene"},
		{"county", func(m *Mapping) { m.County = map[string]string{"kommune": "Atlantis"} },
			"county.kommune: «Atlantis» er ikke et fylke; skriv navnet eller nummeret, for eksempel Møre og Romsdal, 15"},
		{"county of no municipality", func(m *Mapping) { m.CountyColumns = map[string][]string{"gender": {"Fylke"}} },
			"county_columns.gender: feltet «gender» er ikke en kommune; fylke kan settes for home_kommune, kommune"},
		{"county without a header", func(m *Mapping) { m.CountyColumns = map[string][]string{"kommune": {""}} },
			"county_columns.kommune: overskriften er tom; skriv det som står over kolonnen i filen"},
		{"alias", func(m *Mapping) { m.Aliases = map[string]string{"Bremsnes": "1554", "Øya": "Herøy"} },
			"aliases.Øya: «Herøy» er ikke en gyldig verdi; tillatt er 1515 Herøy (Møre og Romsdal), 1818 Herøy (Nordland)"},
		{"alias twice", func(m *Mapping) { m.Aliases = map[string]string{"øya": "1554", "Øya kommune": "1573"} },
			"aliases.øya: «øya» står to ganger med ulik betydning; ta bort den ene"},
		{"age without its date", func(m *Mapping) { m.Columns["age"] = []string{"Alder"} },
			"columns: feltet age_on må ha en verdi; sett det opp under columns eller constants"},
		{"dates", func(m *Mapping) { m.Dates = []string{"dd.mm.yyyy", "dd/mm"} },
			"dates.1: «dd/mm» er ikke en datoform; skriv for eksempel dd.mm.yyyy, d.m.yy, yyyy-mm-dd, mm/dd/yyyy"},
	} {
		m := applications()
		c.change(&m)
		faults := m.Check()
		if len(faults) != 1 {
			t.Errorf("%s: got %d faults %v, want one", c.name, len(faults), faults)
			continue
		}
		if got := faults[0].Error(); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: got %s\nwant %s", c.name, got, c.want)
		}
		var fault Fault
		if !errors.As(faults[0], &fault) || fault.Text("en") == fault.Text("nb") {
			t.Errorf("%s: not a fault with a sentence in each language", c.name)
		}
	}
}

func TestFaultsComeInTheSameOrder(t *testing.T) {
	m := applications()
	for _, f := range []string{"a", "b", "c", "d"} {
		m.Columns[f] = []string{"x"}
		m.Constants = map[string]string{"tie": "ingen", "channel": "", "birth_year": "x", "gender": "kvinne"}
	}
	want := fmt.Sprint(m.Check())
	for range 20 {
		if got := fmt.Sprint(m.Check()); got != want {
			t.Fatalf("got %s\nwant %s", got, want)
		}
	}
}

func TestHashFollowsWhatARowBecomes(t *testing.T) {
	base := applications().Hash()
	if got := applications().Hash(); got != base {
		t.Errorf("got %s and %s of the same mapping", got, base)
	}
	same := func(m *Mapping) {
		m.Source = "another"
		m.Feed.Title = nil
	}
	different := map[string]func(*Mapping){
		"programme": func(m *Mapping) { m.Programme = "salten" },
		"column":    func(m *Mapping) { m.Columns["tie"] = []string{"Tilknytning"} },
		"value":     func(m *Mapping) { m.Values = map[string]map[string]string{"gender": {"K": "f"}} },
		"constant":  func(m *Mapping) { m.Constants = map[string]string{"tie": "none"} },
		"dates":     func(m *Mapping) { m.Dates = []string{"d.m.yy"} },
		"alias":     func(m *Mapping) { m.Aliases = map[string]string{"Byen": "1505"} },
		"county":    func(m *Mapping) { m.County = map[string]string{"kommune": "15"} },
		"counties":  func(m *Mapping) { m.CountyColumns = map[string][]string{"kommune": {"Fylke"}} },
		"encoding":  func(m *Mapping) { m.Format.Encoding = "utf-8" },
		"contract": func(m *Mapping) {
			m.Feed.Fields = append([]Field(nil), m.Feed.Fields...)
			m.Feed.Fields[3].Required = false
		},
	}
	m := applications()
	same(&m)
	if m.Hash() != base {
		t.Error("the source's name changes the hash")
	}
	seen := map[string]string{base: "nothing"}
	for name, change := range different {
		m := applications()
		m.Columns = maps.Clone(m.Columns)
		change(&m)
		if other, ok := seen[m.Hash()]; ok {
			t.Errorf("%s gives the hash of %s", name, other)
		}
		seen[m.Hash()] = name
	}
}

func TestPseudonymsAreKeptApart(t *testing.T) {
	short := make([]byte, 31)
	if _, err := NewKey(short); err == nil {
		t.Error("a key of 31 bytes: got none, want an error")
	}
	other, err := NewKey([]byte("another key for tests, of 32 bytes and more"))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]string{}
	for name, p := range map[string]string{
		"one":                testKey.Pseudonym("kom", "trainee", "7"),
		"another kind":       testKey.Pseudonym("kom", "applicant", "7"),
		"another programme":  testKey.Pseudonym("salten", "trainee", "7"),
		"another person":     testKey.Pseudonym("kom", "trainee", "8"),
		"another key":        other.Pseudonym("kom", "trainee", "7"),
		"a border elsewhere": testKey.Pseudonym("komt", "rainee", "7"),
	} {
		if len(p) != 32 || strings.Trim(p, "0123456789abcdef") != "" {
			t.Errorf("%s: got %q, want 32 hexadecimal digits", name, p)
		}
		if before, ok := seen[p]; ok {
			t.Errorf("%s and %s have the same pseudonym", name, before)
		}
		seen[p] = name
	}
	if got := fmt.Sprintf("%v %+v %#v %s", testKey, testKey, testKey, testKey); strings.Contains(got, "key for tests") || strings.Contains(got, "[97") || strings.Contains(got, "0x61") {
		t.Errorf("a printed key shows its secret: %s", got)
	}
}
