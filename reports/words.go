package reports

import (
	"embed"
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml"

	"bolyst/metrics"
)

//go:embed text/*.yaml
var texts embed.FS

// catalogue holds the words that only workbooks need; those of figures everywhere are in package metrics.
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

// say returns a text of the workbook's own catalogue with its places filled in. A key that is not there shows itself, and a
// test fails.
func (b *book) say(key string, args ...any) string {
	text, ok := catalogue[b.language][key]
	if !ok {
		return "⟨" + key + "⟩"
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

// metric returns a text of the catalogue that all writers share.
func (b *book) metric(key string) string { return b.language.Say(key) }

// named returns the word for a code, such as unit_trainee, and the code itself where a programme has brought its own.
func (b *book) named(kind, code string) string {
	if text := b.metric(kind + code); !strings.HasPrefix(text, "⟨") {
		return text
	}
	return code
}

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

// capital is the text as the beginning of a sentence.
func capital(text string) string {
	for i, r := range text {
		return string(unicode.ToUpper(r)) + text[i+len(string(r)):]
	}
	return ""
}

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
