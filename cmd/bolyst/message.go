package main

import (
	"embed"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
)

// Language is the language in which the program speaks to the person who runs it.
type Language string

const (
	Norwegian Language = "nb"
	English   Language = "en"
)

// Languages lists the languages in which the program says everything, the first being the default.
func Languages() []Language { return []Language{Norwegian, English} }

// Known says whether the program speaks the language.
func (l Language) Known() bool { return l == Norwegian || l == English }

//go:embed text/nb.yaml text/en.yaml
var texts embed.FS

// sayings holds what the program can say: language, key, template of package fmt.
var sayings = func() map[Language]map[string]string {
	all := map[Language]map[string]string{}
	for _, l := range Languages() {
		content, err := texts.ReadFile("text/" + string(l) + ".yaml")
		if err != nil {
			panic(err) // a build without its own texts
		}
		said := map[string]string{}
		if err := yaml.Unmarshal(content, &said); err != nil {
			panic(err)
		}
		all[l] = said
	}
	return all
}()

// A term is an argument of Say that is itself a key, for words that differ between the languages.
type term string

// Say is the text of that key with its places filled in. A language that is not known is answered in Norwegian. A key that
// is not there shows itself, and a test fails.
func (l Language) Say(key string, args ...any) string {
	if !l.Known() {
		l = Norwegian
	}
	text, ok := sayings[l][key]
	if !ok {
		return "⟨" + key + "⟩"
	}
	if len(args) == 0 {
		return text
	}
	spoken := make([]any, len(args))
	for i, arg := range args {
		if t, ok := arg.(term); ok {
			arg = l.Say(string(t))
		}
		spoken[i] = arg
	}
	return fmt.Sprintf(text, spoken...)
}

// Quote puts the words of someone else between the language's own quotation marks.
func (l Language) Quote(words string) string { return l.Say("quoted", words) }

// List writes the items one after the other, without an "and": they are values to choose from, not prose.
func (l Language) List(items []string) string { return strings.Join(items, ", ") }
