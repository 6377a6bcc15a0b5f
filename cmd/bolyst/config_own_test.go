package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"bolyst/metrics"
	"bolyst/queries"
)

const forOwn = `
name: KOM Trainee
programmes:
  - {id: kom, name: KOM Trainee, region: [{kommune: "1505", from: 2006-01-01}]}
  - {id: salten, name: Trainee Salten, region: [{kommune: "1804", from: 2006-01-01}]}
goals:
  - {id: access, title: {nb: Tilgang}, text: {nb: Bedriftene får folk.}}
  - {id: market, title: {nb: Kjennskap}, text: {nb: Folk kjenner bedriftene.}}
`

// ownSays is what the program says of an installation with these files among the own indicators, in each language.
func ownSays(t *testing.T, files map[string]string) map[Language]string {
	t.Helper()
	folder := t.TempDir()
	if err := os.MkdirAll(filepath.Join(folder, ownFolder), 0o750); err != nil {
		t.Fatal(err)
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(folder, ownFolder, name), []byte(content), 0o640); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(folder, "bolyst.yaml"), []byte(forOwn), 0o640); err != nil {
		t.Fatal(err)
	}
	builtIn, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(folder)
	c, mistakes := loadConfig("bolyst.yaml", "", idsOf(builtIn))
	c.checkOwn(builtIn)
	if err := c.tryOwn(t.Context()); err != nil {
		t.Fatal(err)
	}
	said := map[Language]string{}
	for _, l := range Languages() {
		var text strings.Builder
		if err := writeMistakes(&text, l, append(mistakes, c.ownMistakes()...)); err != nil {
			t.Fatal(err)
		}
		// Lists that grow with the program are not what is tested.
		said[l] = strings.NewReplacer(strings.Join(queries.Known, ", "), "(tables)", strings.Join(idsOf(builtIn), ", "), "(indicators)").Replace(text.String())
	}
	return said
}

func TestMistakeInAnOwnIndicatorIsNamedWithItsLineAndWhatIsAllowed(t *testing.T) {
	content, err := os.ReadFile("testdata/own/works_there.sql")
	if err != nil {
		t.Fatal(err)
	}
	good := string(content)
	home, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	if said := ownSays(t, map[string]string{"works_there.sql": good}); len(said[Norwegian]) > 0 {
		t.Fatalf("got %q, want nothing", said[Norwegian])
	}
	all := map[Language]*strings.Builder{}
	for _, l := range Languages() {
		all[l] = &strings.Builder{}
	}
	for _, c := range []struct{ name, old, new string }{
		{"no front matter", "/*---", "/*"},
		{"empty front matter", good[strings.Index(good, "id:"):strings.Index(good, "---*/")], ""},
		{"no mapping", good[strings.Index(good, "id:"):strings.Index(good, "---*/")], "works_there\n"},
		{"broken YAML", "title:", "title: {"},
		{"not UTF-8", "andelen", "\xe5"},
		{"unknown field", "direction: up", "direcsjon: up"},
		{"missing field", "direction: up\n", ""},
		{"field twice", "direction: up", "unit: up"},
		{"not a number", "rank: 54", "rank: sist"},
		{"not a yes or no", "goal: access", "goal: access\nprotected: kanskje"},
		{"id is not the name", "id: works_there", "id: work_there"},
		{"version", "version: 1", "version: 0"},
		{"rank taken", "rank: 54", "rank: 55"},
		{"kind", "kind: rate", "kind: rates"},
		{"audience", "[board, centre]", "[board, center]"},
		{"need", "employments]", "employment]"},
		{"breakdown", "[gender]", "[channel]"},
		{"breakdown of a unit of its own", "unit: trainee", "unit: hospitant"},
		{"no bokmål", "  nb: Arbeider", "  en: Arbeider"},
		{"language", "  nb: Arbeider i regionen", "  nb: Arbeider i regionen\n  no: Arbeider"},
		{"programme", "[kom]", "[kom, innlandet]"},
		{"replaces nothing", "regional_retention_now", "regional_retention_4y"},
		{"syntax", "LEFT JOIN (", "LEFT JON ("},
		{"two statements", "OR t.under_way", "OR t.under_way; SELECT 1"},
		{"no select", "SELECT\n\tt.programme", "DELETE\n\tt.programme"},
		{"table", "FROM employments AS j", "FROM employment AS j"},
		{"file", "FROM employments AS j", "FROM read_csv('x.csv') AS j"},
		{"column", "t.cohort AS", "t.kull AS"},
		{"missing column", "1 AS weight,", "1 AS vekt,"},
		{"type of the outcome", "e.trainee_id IS NOT NULL AS outcome", "t.gender AS outcome"},
		{"function", "1 AS weight", "median(t.cohort) AS weight"},
		{"cast", "1 AS weight", "'1'::INTEGER AS weight"},
		{"goal", "goal: access", "goal: acess"},
		{"weight of a rate", "1 AS weight", "2 AS weight"},
		{"one subject", "t.trainee_id AS subject", "'alle' AS subject"},
		{"limit", "WHERE t.completed OR t.under_way", "WHERE t.completed OR t.under_way\nLIMIT 100"},
		{"engine", "1 AS weight", "sum(1) AS weight"},
	} {
		bad := strings.Replace(good, c.old, c.new, 1)
		if bad == good {
			t.Fatalf("%s: %q does not stand in the file", c.name, c.old)
		}
		for l, said := range ownSays(t, map[string]string{"works_there.sql": bad}) {
			if said == "" {
				t.Errorf("%s: got nothing", c.name)
			}
			fmt.Fprintf(all[l], "# %s\n%s", c.name, said)
		}
	}
	t.Chdir(home)
	for l, said := range all {
		golden(t, "testdata/own/mistakes."+string(l)+".txt", said.String())
	}
}

func TestOwnIndicatorsDoNotStandInEachOthersWay(t *testing.T) {
	content, err := os.ReadFile("testdata/own/works_there.sql")
	if err != nil {
		t.Fatal(err)
	}
	other := func(name string, changes ...string) string {
		return strings.NewReplacer(append(changes, "id: works_there", "id: "+name)...).Replace(string(content))
	}
	for _, c := range []struct{ name, content, want string }{
		{"zz", other("zz", "rank: 54", "rank: 62", "[kom]", "[salten]"), ""},
		{"zz", other("zz", "[kom]", "[salten]"), "indicators/zz.sql:6: rank: rekkefølgen 54 er tatt av works_there; 61 er ledig."},
		{"zz", other("zz", "rank: 54", "rank: 62"), "indicators/zz.sql:17: replaces: regional_retention_now er alt erstattet av works_there for et av de samme programmene."},
		{"job_offer_rate", other("job_offer_rate", "rank: 54", "rank: 62", "[kom]", "[salten]"),
			"indicators/job_offer_rate.sql:4: id: «job_offer_rate» er en indikator som følger med programmet; bruk et annet navn, og skriv replaces: job_offer_rate hvis din skal gjelde i stedet."},
		{".hidden", "nothing", ""},
	} {
		said := ownSays(t, map[string]string{"works_there.sql": string(content), c.name + ".sql": c.content})
		if got := strings.TrimSpace(said[Norwegian]); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// TestEveryRuleOfTheLintHasItsSentence: the rules are the store's, the sentences ours.
func TestEveryRuleOfTheLintHasItsSentence(t *testing.T) {
	files, err := filepath.Glob("../../internal/store/*.go")
	if err != nil {
		t.Fatal(err)
	}
	rules := map[string]bool{}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?:l\.add(?:Of)?\(.*?, |Rule: |f\.Rule, f\.Args = )"(\w+)"`).FindAllStringSubmatch(string(content), -1) {
			rules[m[1]] = true
		}
	}
	for rule := range rules {
		if !sayings.Has(metrics.Norwegian, "config.lint."+rule) {
			t.Errorf("the rule %s has no sentence", rule)
		}
	}
	for key := range sayings[metrics.Norwegian] {
		if rule, ok := strings.CutPrefix(key, "config.lint."); ok && !rules[rule] {
			t.Errorf("the sentence %s has no rule", key)
		}
	}
}

// The indicator that docs/own-indicators.md shows is one that can be taken as it stands.
func TestIndicatorOfTheGuideIsUnderstood(t *testing.T) {
	guide, err := os.ReadFile("../../docs/own-indicators.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := regexp.MustCompile("(?s)```sql\n(.*?)```").FindSubmatch(guide)
	if shown == nil {
		t.Fatal("the guide shows no indicator")
	}
	for l, said := range ownSays(t, map[string]string{"works_there.sql": string(shown[1])}) {
		if said != "" {
			t.Errorf("%s: got %s", l, said)
		}
	}
}
