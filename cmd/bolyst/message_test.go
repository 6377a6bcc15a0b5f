package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

func TestSayFillsInTheTemplateOfTheLanguage(t *testing.T) {
	tests := []struct {
		language  Language
		key       string
		arguments []any
		want      string
	}{
		{Norwegian, "quoted", []any{"kull"}, "«kull»"},
		{English, "quoted", []any{"kull"}, "“kull”"},
		{"se", "quoted", []any{"kull"}, "«kull»"},                                                           // not spoken: Norwegian
		{Norwegian, "quoted", []any{term("language.en")}, "«engelsk»"},                                      // a term is said in the language
		{English, "config.key.duplicate", []any{2010}, "the key stands twice; the first time on line 2010"}, // not 2,010
		{English, "config.key_file.short", []any{"key", amount{1, "count.bytes"}, 32}, "the key file key has 1 byte; it must have at least 32"},
		{English, "config.key_file.short", []any{"key", amount{0, "count.bytes"}, 32}, "the key file key has 0 bytes; it must have at least 32"},
		{Norwegian, "no.such.key", nil, "⟨no.such.key⟩"},
	}
	for _, test := range tests {
		if got := test.language.Say(test.key, test.arguments...); got != test.want {
			t.Errorf("%s %s: got %v, want %v", test.language, test.key, got, test.want)
		}
	}
}

func TestLanguagesSayTheSameThings(t *testing.T) { metricstest.SaysTheSame(t, sayings) }

// A key is used where it stands in the source as a text of its own. Where keys are put together, the source has their
// beginning, up to a full stop: "config.schedule." + fault.
func TestEveryKeyInTheSourceIsInTheTextsAndEveryKeyOfTheTextsIsInTheSource(t *testing.T) {
	areas := map[string]bool{} // what keys begin with, up to the first full stop
	for key := range sayings[metrics.Norwegian] {
		area, _, _ := strings.Cut(key, ".")
		areas[area] = true
	}
	keyLike := regexp.MustCompile(`^([a-z_]+)\.([a-z0-9_.]*[a-z0-9_.])$`)
	used := map[string]bool{}
	inSource(t, func(node ast.Node, place token.Position) {
		literal, ok := literalText(node)
		if !ok {
			return
		}
		found := false
		for key := range sayings[metrics.Norwegian] {
			if strings.TrimSuffix(key, one) == literal || strings.HasSuffix(literal, ".") && strings.HasPrefix(key, literal) {
				used[key] = true
				found = true
			}
		}
		if parts := keyLike.FindStringSubmatch(literal); !found && parts != nil && areas[parts[1]] {
			t.Errorf("%s: key %q is not in the texts", place, literal)
		}
	})
	for _, key := range slices.Sorted(maps.Keys(sayings[metrics.Norwegian])) {
		if !used[key] {
			t.Errorf("key %q of the texts is nowhere in the source", key)
		}
	}
}

func TestEverySentenceGetsTheArgumentsItNeeds(t *testing.T) {
	inSource(t, func(node ast.Node, place token.Position) {
		var key string
		var given int
		switch n := node.(type) {
		case *ast.CallExpr: // l.Say("key", argument, …)
			called, ok := n.Fun.(*ast.SelectorExpr)
			if !ok || n.Ellipsis.IsValid() {
				return
			}
			switch name := called.Sel.Name; {
			case name == "Say" && len(n.Args) > 0:
				key, _ = literalText(n.Args[0])
				given = len(n.Args) - 1
			case name == "Count" && len(n.Args) > 1: // l.Count(how many, "key", argument, …)
				key, _ = literalText(n.Args[1])
				given = len(n.Args) - 2
			default:
				return
			}
		case *ast.CompositeLit: // Mistake{Code: "key", Args: []any{argument, …}}
			for _, element := range n.Elts {
				field, ok := element.(*ast.KeyValueExpr)
				if !ok {
					continue
				}
				switch name, _ := field.Key.(*ast.Ident); {
				case name != nil && name.Name == "Code":
					key, _ = literalText(field.Value)
				case name != nil && name.Name == "Args":
					if list, ok := field.Value.(*ast.CompositeLit); ok {
						given = len(list.Elts)
					}
				}
			}
		}
		for _, key := range []string{key, key + one} {
			if said, ok := sayings[metrics.Norwegian][key]; ok && len(metricstest.Places(said)) != given {
				t.Errorf("%s: %q gets %d arguments, want %d", place, key, given, len(metricstest.Places(said)))
			}
		}
	})
}

// inSource visits everything in the package's own source, tests left out.
func inSource(t *testing.T, visit func(ast.Node, token.Position)) {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	files := token.NewFileSet()
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(files, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(node ast.Node) bool {
			if node != nil {
				visit(node, files.Position(node.Pos()))
			}
			return true
		})
	}
}

// literalText is the value of a text that stands in the source.
func literalText(node ast.Node) (string, bool) {
	literal, ok := node.(*ast.BasicLit)
	if !ok || literal.Kind != token.STRING {
		return "", false
	}
	value, err := strconv.Unquote(literal.Value)
	return value, err == nil
}
