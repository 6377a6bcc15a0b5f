package dashboards

import (
	"embed"
	"fmt"

	"bolyst/metrics"
)

//go:embed text/*.yaml
var texts embed.FS

// catalogue holds the words that only pages and their data files need. What a figure is told with is in metrics.
var catalogue = metrics.ReadCatalogue(texts)

// words says things in one language: the page's own words first, then those of metrics.
type words metrics.Language

// wordsIn returns the words of the language, or an error that names the languages there are.
func wordsIn(l metrics.Language) (words, error) {
	if _, ok := catalogue[l]; !ok {
		return "", fmt.Errorf("language %q: the languages are %v", l, metrics.Languages())
	}
	return words(l), nil
}

// Say returns the text of the catalogue with its places filled in.
func (w words) Say(key string, args ...any) string {
	if l := metrics.Language(w); !catalogue.Has(l, key) {
		return l.Say(key, args...)
	}
	return catalogue.Say(metrics.Language(w), key, args...)
}

// sentence is the text of the catalogue as a sentence of its own: the catalogue of metrics holds parts of sentences.
func (w words) sentence(key string) string { return metrics.Capital(w.Say(key)) + "." }

// named returns the word for a code, such as unit_trainee, and the code itself where a programme has brought its own.
func (w words) named(kind, code string) string { return metrics.Language(w).Named(kind, code) }

// Words are what a part of a page speaks with.
func (w words) Words() words { return w }

// Lang is the language as HTML names it.
func (w words) Lang() string { return string(w) }
