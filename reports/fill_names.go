package reports

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"bolyst/metrics"
)

// NameOfFigure is a name that a cell of a programme's own workbook may have, and what Fill puts there.
type NameOfFigure struct{ Name, Shows string }

// Names lists the names of all figures of the table but those of parts of those who count, with what stands there now.
func Names(table metrics.Table, language metrics.Language) []NameOfFigure {
	values := valuesByName(table, language)
	var names []NameOfFigure
	for _, name := range slices.Sorted(maps.Keys(values)) {
		c := values[name]
		shows := c.text
		if c.number.Given() {
			shows = strconv.FormatFloat(c.number.Float(), 'g', 6, 64)
		}
		names = append(names, NameOfFigure{name, shows})
	}
	return names
}

// The last word of a figure's name: which of its numbers is meant.
var aspects = []struct {
	word string
	of   func(b *book, f metrics.Figure) cell
}{
	{"value", func(b *book, f metrics.Figure) cell { return b.measured(f, f.Value) }},
	{"numerator", func(_ *book, f metrics.Figure) cell { return counted(f, f.Numerator) }},
	{"denominator", func(_ *book, f metrics.Figure) cell { return counted(f, f.Denominator) }},
	{"low", func(b *book, f metrics.Figure) cell { return b.measured(f, f.Low) }},
	{"high", func(b *book, f metrics.Figure) cell { return b.measured(f, f.High) }},
	{"unknown", func(_ *book, f metrics.Figure) cell { return counted(f, f.Unknown) }},
	{"immature", func(_ *book, f metrics.Figure) cell { return counted(f, f.Immature) }},
	{"target", func(b *book, f metrics.Figure) cell {
		if !f.Target.Given() {
			return text(b.say("no_target"))
		}
		return b.measured(f, f.Target)
	}},
	{"text", func(b *book, f metrics.Figure) cell { return text(f.Text(b.language)) }},
}

// Aspects are the words that the name of a figure may end with.
func Aspects() []string {
	var words []string
	for _, a := range aspects {
		words = append(words, a.word)
	}
	return words
}

// valuesByName is what stands under each name. A name that two figures would have is neither's.
func valuesByName(table metrics.Table, language metrics.Language) map[string]cell {
	b := &book{Table: table, language: language}
	values := map[string]cell{
		NamePrefix + "name": text(b.Name), NamePrefix + "edition": text(b.Edition), NamePrefix + "audience": text(b.audience()),
		NamePrefix + "as_of": date(b.AsOf), NamePrefix + "as_of_text": text(language.Date(day(b.AsOf))), NamePrefix + "known_at": whole(b.KnownAt),
	}
	twice := map[string]bool{}
	for _, f := range b.Figures {
		if f.Breakdown != "" || f.Region != "" {
			continue
		}
		for _, a := range aspects {
			name := NamePrefix + nameWords(f.Indicator, f.Programme, f.Period, a.word)
			if _, taken := values[name]; taken {
				twice[name] = true
			}
			values[name] = a.of(b, f)
		}
	}
	for name := range twice {
		delete(values, name)
	}
	return values
}

// nameWords joins the words as a name may be written: small letters, digits and _.
func nameWords(words ...string) string {
	return strings.Map(func(r rune) rune {
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) || r == '_' {
			return unicode.ToLower(r)
		}
		return '_'
	}, strings.Join(words, "_"))
}
