package dashboards

import (
	"embed"
	"fmt"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml"

	"bolyst/metrics"
)

//go:embed text/*.yaml
var texts embed.FS

// catalogue holds the words that only pages and their data files need. What a figure is told with is in metrics.
var catalogue = func() map[metrics.Language]map[string]string {
	all := map[metrics.Language]map[string]string{}
	for _, l := range metrics.Languages() {
		content, err := texts.ReadFile("text/" + string(l) + ".yaml")
		if err != nil {
			panic(err) // a build without its own texts
		}
		words := map[string]string{}
		if err := yaml.Unmarshal(content, &words); err != nil {
			panic(err)
		}
		all[l] = words
	}
	return all
}()

// words says things in one language: the page's own words first, then those of metrics.
type words metrics.Language

// wordsIn returns the words of the language, or an error that names the languages there are.
func wordsIn(l metrics.Language) (words, error) {
	if _, ok := catalogue[l]; !ok {
		return "", fmt.Errorf("language %q: the languages are %v", l, metrics.Languages())
	}
	return words(l), nil
}

// Say returns the text of the catalogue with its places filled in. A key that is not there shows itself, and a test fails.
func (w words) Say(key string, args ...any) string {
	text, ok := catalogue[metrics.Language(w)][key]
	if !ok {
		return metrics.Language(w).Say(key, args...)
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

// sentence is the text of the catalogue as a sentence of its own: the catalogue of metrics holds parts of sentences.
func (w words) sentence(key string) string { return capital(w.Say(key)) + "." }

// named returns the word for a code, such as unit_trainee, and the code itself where a programme has brought its own.
func (w words) named(kind, code string) string {
	if text := w.Say(kind + code); text != unknown(kind+code) {
		return text
	}
	return code
}

// unknown is how a key shows itself that is not in the catalogue.
func unknown(key string) string { return "⟨" + key + "⟩" }

// Lang is the language as HTML names it.
func (w words) Lang() string { return string(w) }

// capital writes the first letter large, as a sentence or a heading begins.
func capital(text string) string { return withFirst(text, unicode.ToUpper) }

// lower writes the first letter small, as within a sentence.
func lower(text string) string { return withFirst(text, unicode.ToLower) }

func withFirst(text string, written func(rune) rune) string {
	if text == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(text)
	return string(written(first)) + text[size:]
}
