package main

import (
	"embed"
	"slices"
	"strings"

	"bolyst/metrics"
)

// Language is the language in which the program speaks to the person who runs it. Figures are told in the same ones.
type Language metrics.Language

const (
	Norwegian = Language(metrics.Norwegian)
	English   = Language(metrics.English)
)

// Languages lists the languages in which the program says everything, the first being the default.
func Languages() []Language {
	var all []Language
	for _, l := range metrics.Languages() {
		all = append(all, Language(l))
	}
	return all
}

// Known says whether the program speaks the language.
func (l Language) Known() bool { return slices.Contains(metrics.Languages(), metrics.Language(l)) }

//go:embed text/*.yaml
var texts embed.FS

// sayings holds what the program can say; its figures have their own words.
var sayings = metrics.ReadCatalogue(texts)

// A term is an argument of Say that is itself a key, for words that differ between the languages.
type term string

// An amount is an argument of Say that is so many of a noun, as Many says it.
type amount struct {
	n    int
	noun string
}

// Say is the text of that key with its places filled in. A language that is not known is answered in Norwegian.
func (l Language) Say(key string, args ...any) string {
	if !l.Known() {
		l = Norwegian
	}
	spoken := slices.Clone(args)
	for i, arg := range spoken {
		switch a := arg.(type) {
		case term:
			spoken[i] = l.Say(string(a))
		case amount:
			spoken[i] = l.Many(a.n, a.noun)
		}
	}
	return sayings.Say(metrics.Language(l), key, spoken...)
}

// Count is the text of that key for so many: where there is one, the text for one of them.
func (l Language) Count(n int, key string, args ...any) string {
	if n == 1 {
		key += one
	}
	return l.Say(key, args...)
}

// Many is a noun with its number, for a sentence that counts several things: 1 row, 2 batches.
func (l Language) Many(n int, noun string) string { return l.Count(n, noun, n) }

// one is what the key of a text ends in that speaks of one.
const one = ".one"

// Quote puts the words of someone else between the language's own quotation marks.
func (l Language) Quote(words string) string { return l.Say("quoted", words) }

// List writes the items one after the other, without an "and": they are values to choose from, not prose.
func (l Language) List(items []string) string { return strings.Join(items, ", ") }
