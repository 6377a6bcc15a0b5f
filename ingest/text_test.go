package ingest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"
)

func TestEveryRuleHasASentenceInEveryLanguage(t *testing.T) {
	rules := append(rulesOf(t, "problem.go", "Rule"), rulesOf(t, "notice.go", "Notice")...)
	for _, rule := range rules {
		if s := sentences[rule]; s.nb == "" || s.nn == "" || s.en == "" || s.nb == s.en || s.nb == s.nn {
			t.Errorf("%s: got %q, want three sentences", rule, s)
		}
	}
	if len(sentences) != len(rules) {
		t.Errorf("got %d sentences for %d rules", len(sentences), len(rules))
	}
	for _, rule := range rulesOf(t, "fault.go", "Fault") {
		if s := faultSentences[rule]; s.nb == "" || s.nn == "" || s.en == "" || s.nb == s.en {
			t.Errorf("fault %s: got %q, want three sentences", rule, s)
		}
	}
}

// rulesOf are the constants of a file whose names begin so.
func rulesOf(t *testing.T, file, prefix string) []string {
	t.Helper()
	syntax, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var rules []string
	ast.Inspect(syntax, func(n ast.Node) bool {
		if v, ok := n.(*ast.ValueSpec); ok && strings.HasPrefix(v.Names[0].Name, prefix) {
			text, err := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			rules = append(rules, text)
		}
		return true
	})
	return rules
}

func TestTextSaysPlaceFindingAndWhatToDo(t *testing.T) {
	p := Problem{
		File: "soknader.xlsx", Sheet: "2009", Row: 12, Column: "C", Header: "Kjønn", Field: "gender",
		Found: "dame", Rule: RuleEnum, Allowed: "f, m, x",
	}
	masked := p
	masked.Found, masked.Masked = "", true
	for _, c := range []struct {
		p              Problem
		language, want string
	}{
		{p, "nb", "soknader.xlsx, ark «2009», rad 12, kolonne C «Kjønn»: «dame» er ikke en av verdiene for gender; skriv f, m eller x, eller legg ordet inn under values: gender i kilden."},
		{p, "en", "soknader.xlsx, sheet “2009”, row 12, column C “Kjønn”: “dame” is not one of the values of gender; write f, m or x, or add the word under values: gender of the source."},
		{p, "nn", "soknader.xlsx, ark «2009», rad 12, kolonne C «Kjønn»: «dame» er ikkje ein av verdiane for gender; skriv f, m eller x, eller legg ordet inn under values: gender i kjelda."},
		{masked, "en", "soknader.xlsx, sheet “2009”, row 12, column C “Kjønn”: the value (which is not shown) is not one of the values of gender; write f, m or x, or add the word under values: gender of the source."},
		{Problem{File: "a.csv", Rule: RuleFileEmpty}, "en", "a.csv: the file is empty; check that the right file was put in the folder."},
		{Problem{File: "a.csv", Found: "{allowed}", Rule: RuleDate, Allowed: "dd.mm.yyyy"}, "en", "a.csv: “{allowed}” is not a valid date; write a date that exists, in the form dd.mm.yyyy, or add its form under dates of the source."},
	} {
		if got := c.p.Text(c.language); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

func TestWhatIsShownIsShortPlainAndPointsAtNobody(t *testing.T) {
	for text, want := range map[string]string{
		"  dame\n og  mann ":     "dame og mann",
		"\x1b[31mrødt":           "\ufffd[31mrødt", // would command a terminal
		strings.Repeat("å", 100): strings.Repeat("å", 60) + "…",
		"kari@example.no":        "",
		"01819000050":            "", // mistyped, and still a person's
		"310 001 158":            "310 001 158",
	} {
		got, masked := show(text)
		if got != want || masked != (want == "") {
			t.Errorf("%q: got %q, %v, want %q", text, got, masked, want)
		}
	}
}
