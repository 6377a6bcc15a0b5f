package reports

import (
	"embed"
	"regexp"
	"strings"
	"unicode"

	"bolyst/metrics"
)

//go:embed text/*.yaml
var texts embed.FS

// catalogue holds the words that only workbooks need; those of figures everywhere are in package metrics.
var catalogue = metrics.ReadCatalogue(texts)

// say returns a text of the workbook's own catalogue with its places filled in.
func (b *book) say(key string, args ...any) string { return catalogue.Say(b.language, key, args...) }

// metric returns a text of the catalogue that all writers share.
func (b *book) metric(key string) string { return b.language.Say(key) }

// named returns the word for a code, such as unit_trainee, and the code itself where a programme has brought its own.
func (b *book) named(kind, code string) string { return b.language.Named(kind, code) }

// plain is the text without what a cell cannot hold or a reader cannot see: control characters other than the
// end of a line, and U+2028 and its kin, become spaces.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' || r == '\u2028' || r == '\u2029' || r == '\ufffe' || r == '\uffff' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, "\ufffd"))
}

// escape is how a cell writes a character by its number.
var escape = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// cellText is the plain text as a cell holds it: one that says _x0041_ means that, and not the letter A.
func cellText(text string) string { return escape.ReplaceAllString(plain(text), "_x005F$0") }

// sentences puts sentences after each other and leaves out the empty ones.
func sentences(texts ...string) string {
	var given []string
	for _, text := range texts {
		if text != "" {
			given = append(given, text)
		}
	}
	return strings.Join(given, " ")
}
