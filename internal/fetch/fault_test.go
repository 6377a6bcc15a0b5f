package fetch

import (
	"context"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

func TestFaultSaysWhatWasAskedWhatCameAndWhatToDo(t *testing.T) {
	cases := []struct {
		fault  Fault
		nb, en string
	}{
		{Fault{Code: CodeCut, Asked: "byraa.example", Found: "512", Allowed: "2048", Tries: 4},
			"overføringen fra byraa.example ble kuttet ved byte 512 av 2048, og ingenting ble tatt imot; prøv igjen (forsøkt 4 ganger).",
			"the transfer from byraa.example was cut at byte 512 of 2048, and nothing was kept; try again (tried 4 times)."},
		{Fault{Code: CodeCut, Asked: "byraa.example", Found: "512", Tries: 1},
			"overføringen fra byraa.example ble kuttet ved byte 512, før slutten, og ingenting ble tatt imot; prøv igjen.",
			"the transfer from byraa.example was cut at byte 512, before its end, and nothing was kept; try again."},
		{Fault{Code: CodeTooOften, Asked: "api.example", Wait: time.Hour},
			"api.example mener vi spør for ofte (HTTP 429); vent, eller hent sjeldnere. De ber oss vente 60 min.",
			"api.example says that we ask too often (HTTP 429); wait, or fetch less often. They ask us to wait 60 min."},
		{Fault{Code: CodeQuery, Asked: "db.example/kom", Found: `column "kull" does not exist`, Allowed: "2"},
			`db.example/kom forstår ikke spørringen, linje 2: column "kull" does not exist; rett spørringen.`,
			`db.example/kom does not understand the query, line 2: column "kull" does not exist; correct the query.`},
		{Fault{Code: "noe nytt", Asked: "a.example"},
			"a.example ga et svar vi ikke forstår; sjekk adressen med eieren.",
			"a.example gave an answer we do not understand; check the address with its owner."},
	}
	for _, c := range cases {
		if got := c.fault.Text("nb"); got != c.nb {
			t.Errorf("nb\n got %s\nwant %s", got, c.nb)
		}
		if got := c.fault.Text("en"); got != c.en {
			t.Errorf("en\n got %s\nwant %s", got, c.en)
		}
		if c.fault.Error() != c.nb {
			t.Errorf("Error: got %s, want the sentence in Norwegian", c.fault.Error())
		}
	}
}

func TestAmountsAndForeignTextsAreShort(t *testing.T) {
	cases := []struct{ got, want string }{
		{span(150 * time.Millisecond), "150 ms"}, {span(90 * time.Second), "90 s"}, {span(10 * time.Minute), "10 min"},
		{size(9999), "9999 B"}, {size(2_000_000), "2000 kB"}, {size(1_000_000_000), "1000 MB"},
		{clean("a\x1b[31m\nb "), "a [31m b"}, {clean(strings.Repeat("å", 100)), strings.Repeat("å", 60) + "…"},
	}
	for _, c := range cases {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestPauseEndsWithItsContext(t *testing.T) {
	if err := sleep(context.Background(), time.Millisecond); err != nil {
		t.Errorf("a pause that ends: got %v, want nil", err)
	}
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	if err := sleep(ended, time.Hour); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
}

func TestEveryCodeHasASentenceInBothLanguages(t *testing.T) {
	places := regexp.MustCompile(`\{(\w+)\}`)
	n := 0
	for _, code := range codes(t) {
		n++
		say, ok := sentence(code)
		if !ok {
			t.Errorf("%s has no sentence", code)
			continue
		}
		named := func(text string) (all map[string]bool) {
			all = map[string]bool{}
			for _, m := range places.FindAllStringSubmatch(text, -1) {
				all[m[1]] = true
			}
			return all
		}
		nb, en := named(say.nb), named(say.en)
		for name := range nb {
			if !en[name] || name != "asked" && name != "found" && name != "allowed" {
				t.Errorf("%s: {%s} is in nb and not in en, or is no place", code, name)
			}
		}
		if len(nb) != len(en) {
			t.Errorf("%s: got the places %v in nb, %v in en; want the same", code, nb, en)
		}
		if !strings.Contains(say.nb, ";") && !strings.Contains(say.nb, ":") || strings.HasSuffix(say.nb, ".") || strings.HasSuffix(say.en, ".") {
			t.Errorf("%s: the sentence does not say what to do, or ends by itself", code)
		}
	}
	if all := len(webSentences) + len(postgresSentences) + len(teamtailorSentences); all != n {
		t.Errorf("got %d sentences for %d codes, want one each", all, n)
	}
}

// codes are the constants of this package whose names begin with Code.
func codes(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, name := range names {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || !strings.HasPrefix(spec.Names[0].Name, "Code") {
				return true
			}
			text, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, text)
			return true
		})
	}
	return all
}
