package metrics

import (
	"fmt"
	"io/fs"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
)

// Catalogue is what can be said: the texts of every language by their keys. Their places are those of package fmt.
type Catalogue map[Language]map[string]string

// ReadCatalogue reads text/<language>.yaml of every language. The files are built into the program, so one that cannot be
// read is a fault of the program, and panics.
func ReadCatalogue(files fs.FS) Catalogue {
	c := Catalogue{}
	for _, l := range Languages() {
		content, err := fs.ReadFile(files, "text/"+string(l)+".yaml")
		if err != nil {
			panic(err)
		}
		texts := map[string]string{}
		if err := yaml.Unmarshal(content, &texts); err != nil {
			panic(err)
		}
		c[l] = texts
	}
	return c
}

// Has says whether there is a text for the key.
func (c Catalogue) Has(l Language, key string) bool {
	_, ok := c[l][key]
	return ok
}

// Say returns the text with its places filled in. A key that is not there shows itself, and a test fails.
func (c Catalogue) Say(l Language, key string, args ...any) string {
	text, ok := c[l][key]
	if !ok {
		return "⟨" + key + "⟩"
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

// Capital writes the first letter large, as a sentence or a heading begins.
func Capital(text string) string { return withFirst(text, unicode.ToUpper) }

// Lower writes the first letter small, as within a sentence.
func Lower(text string) string { return withFirst(text, unicode.ToLower) }

func withFirst(text string, written func(rune) rune) string {
	if text == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(text)
	return string(written(first)) + text[size:]
}
