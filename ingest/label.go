package ingest

import (
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
	if names := known[value]; language == "nb" && len(names) > 0 {
		label = names[0]
	}
	first := []rune(label)
	first[0] = unicode.ToUpper(first[0])
	return string(first)
}
