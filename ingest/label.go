package ingest

import (
	"maps"
	"slices"
	"strings"
	"unicode"
)

// Label is what people call a value of a field, as Inspect knows it and as a
// form offers it: godt kvalifisert for well_qualified. It begins with a
// capital letter.
func (f Feed) Label(field, value, language string) string {
	label := strings.ReplaceAll(value, "_", " ")
	words := bookOfWords()
	known := words.Values[f.Name+"."+field]
	if known == nil {
		known = words.Values[field]
	}
	if names := known[value]; language != "en" && len(names) > 0 {
		label = names[0]
	}
	first := []rune(label)
	first[0] = unicode.ToUpper(first[0])
	return string(first)
}

// choices are the words that may stand for the values of a field: of those that
// the mapping knows one for each value, the label where it is among them. Only
// where it knows none are they the contract's own.
func (m Mapping) choices(f Field) string {
	var words []string
	for _, value := range f.Enum {
		word := ""
		for _, from := range slices.Sorted(maps.Keys(m.Values[f.Name])) {
			if m.Values[f.Name][from] == value && (word == "" || wordKey(from) == wordKey(m.Feed.Label(f.Name, value, "nb"))) {
				word = from
			}
		}
		if word != "" {
			words = append(words, word)
		}
	}
	if words == nil {
		words = f.Enum
	}
	return strings.Join(words, ", ")
}
