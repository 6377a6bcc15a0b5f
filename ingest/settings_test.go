package ingest

import (
	"errors"
	"strings"
	"testing"
)

func TestMistakesInSettingsAreNamed(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Mapping)
		want   string
	}{
		{"header rows", func(m *Mapping) { m.Format.HeaderRows = 6 },
			"format.header_rows: «6» er ikke gyldig; skriv 1–5"},
		{"no header rows", func(m *Mapping) { m.Format.HeaderRows = -1 },
			"format.header_rows: «-1» er ikke gyldig; skriv 1–5"},
		{"totals", func(m *Mapping) { m.Format.Totals = []string{"Sum", " "} },
			"format.totals: «» er ikke gyldig; skriv Sum, Totalt, I alt"},
		{"multi of an unknown field", func(m *Mapping) { m.Multi = map[string]string{"sex": ";"} },
			"multi.sex: datasettet har ikke feltet «sex»; feltene er programme,"},
		{"multi without a column", func(m *Mapping) { m.Multi = map[string]string{"tie": ";"} },
			"multi.tie: feltet tie leses ikke fra noen kolonne"},
		{"multi of an identifier", func(m *Mapping) { m.Multi = map[string]string{"applicant_id": ";"} },
			"multi.applicant_id: feltet applicant_id peker på én person, så cellen kan ikke ha flere svar; ta det bort"},
		{"multi without a separator", func(m *Mapping) { m.Multi = map[string]string{"gender": " "} },
			"multi.gender: « » kan ikke skille svar fra hverandre; skriv for eksempel \";\", \", \""},
		{"ignore", func(m *Mapping) { m.Ignore = []string{""} },
			"ignore: overskriften er tom"},
		{"ignore what is read", func(m *Mapping) { m.Ignore = []string{"Navn", "kjønn "} },
			"ignore: overskriften «kjønn » står både under ignore og under columns: gender; ta bort det ene"},
		{"policy", func(m *Mapping) { m.Policy.New = "stop" },
			"policy.new: «stop» er ikke gyldig; skriv ignore, reject, evolve"},
		{"policy of types", func(m *Mapping) { m.Policy.Type = PolicyEvolve },
			"policy.type: «evolve» er ikke gyldig; skriv ignore, reject"},
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

// What changes a row changes the hash; what only decides whether the file is
// taken, or what is said of it, does not.
func TestHashFollowsTheSettingsThatChangeRows(t *testing.T) {
	base := applications().Hash()
	for name, c := range map[string]struct {
		change func(*Mapping)
		same   bool
	}{
		"totals":      {func(m *Mapping) { m.Format.Totals = []string{"Sum"} }, false},
		"header rows": {func(m *Mapping) { m.Format.HeaderRows = 2 }, false},
		"multi":       {func(m *Mapping) { m.Multi = map[string]string{"gender": ";"} }, false},
		"ignore":      {func(m *Mapping) { m.Ignore = []string{"Navn"} }, true},
		"policy":      {func(m *Mapping) { m.Policy.New = PolicyReject }, true},
	} {
		m := applications()
		c.change(&m)
		if got := m.Hash() == base; got != c.same {
			t.Errorf("%s: got the same hash: %v, want %v", name, got, c.same)
		}
	}
}

func TestPatterns(t *testing.T) {
	for _, c := range []struct {
		pattern, text string
		want          bool
	}{
		{"kull *", "kull 2009", true},
		{"kull *", "kull", false},
		{"kull*", "kull", true},
		{"*", "", true},
		{"*", "ark1", true},
		{"????", "2009", true},
		{"????", "209", false},
		{"*2009*", "kull 2009 og 2010", true},
		{"*a*b", "xaxbxb", true},
		{"*a*b", "xaxbxbx", false},
		{"ø?", "øå", true},
		{"ark1", "ark1", true},
		{"ark1", "ark11", false},
	} {
		if got := matchesPattern(c.pattern, c.text); got != c.want {
			t.Errorf("%s as %s: got %v, want %v", c.text, c.pattern, got, c.want)
		}
	}
}
