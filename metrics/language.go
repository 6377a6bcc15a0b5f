package metrics

import (
	"embed"
	"strings"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// Language is the language that a figure is told in.
type Language string

const (
	Norwegian Language = "nb" // bokmål, in which everything is written first
	Nynorsk   Language = "nn"
	English   Language = "en"
)

// Languages lists the languages in which everything is complete, the first being the default.
func Languages() []Language { return []Language{Norwegian, Nynorsk, English} }

// Words is a text in every language.
type Words map[Language]string

// In returns the text in the language, or in bokmål where it is not translated.
func (w Words) In(l Language) string {
	if text := w[l]; text != "" {
		return text
	}
	return w[Norwegian]
}

//go:embed text/*.yaml
var texts embed.FS

var catalogue = ReadCatalogue(texts)

// Say returns the text that every writer shares, with its places filled in.
func (l Language) Say(key string, args ...any) string { return catalogue.Say(l, key, args...) }

// Named returns the word for a code, such as unit_trainee, and the code itself where a programme has brought its own.
func (l Language) Named(kind, code string) string {
	if catalogue.Has(l, kind+code) {
		return l.Say(kind + code)
	}
	return code
}

const (
	noBreak = "\u00a0" // no-break: a number and its unit stay on one line
	minus   = "\u2212"
)

// Number writes the number with the decimals asked for: 1 234,5 and −0,5 in both forms of Norwegian, 1,234.5 in English. A
// count has none. Never use it for a year.
func (l Language) Number(v float64, decimals int) string {
	// The tags nb and nn, since x/text formats the tag no as English.
	text := message.NewPrinter(language.Make(string(l))).Sprint(number.Decimal(v, number.Scale(decimals)))
	return strings.ReplaceAll(text, "-", minus)
}

// Percent writes the share 0 to 1 as a percentage: 56,7 % in both forms of Norwegian, 56.7% in English.
func (l Language) Percent(share float64, decimals int) string {
	if l == English {
		return l.Number(100*share, decimals) + "%"
	}
	return l.Number(100*share, decimals) + noBreak + "%"
}

// Date writes the day as people do: 31.12.2010 in both forms of Norwegian, 31 December 2010 in English.
func (l Language) Date(day time.Time) string {
	if l == English {
		return day.Format("2 January 2006")
	}
	return day.Format("02.01.2006")
}
