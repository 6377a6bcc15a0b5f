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

// Lang is the language as HTML names it.
func (w words) Lang() string { return string(w) }

// capital writes the first letter large: the catalogue of metrics holds parts of sentences.
func capital(text string) string {
	if text == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}
