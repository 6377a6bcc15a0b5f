package ingest

import (
	"fmt"
	"maps"
	"strings"
)

// Text is the problem as one sentence: the place, what stood there, what may
// stand there and what to do. The languages are nb, nn and en; any other is nb.
func (p Problem) Text(language string) string {
	words, known := wordsOf[language]
	if !known {
		words = wordsOf["nb"]
	}
	sentence := sentences[p.Rule].in(language)
	found := words.open + p.Found + words.close
	switch {
	case p.Masked:
		found = words.masked
	case p.Found == "":
		found = words.nothing
	}
	switch {
	case p.Rule == RuleRequired && (p.Found != "" || p.Masked):
		sentence = words.countsAsEmpty
	case p.Rule == RuleHeaderMissing && p.Found == "":
		sentence = words.noHeader
	}
	fill := strings.NewReplacer("{found}", found, "{allowed}", p.Allowed, "{choice}", choice(p.Allowed, words.or), "{field}", p.Field)
	return p.place(words) + ": " + fill.Replace(sentence) + "."
}

// choice writes the last comma of a list as "or".
func choice(list, or string) string {
	if i := strings.LastIndex(list, ", "); i >= 0 {
		return list[:i] + " " + or + " " + list[i+2:]
	}
	return list
}

// place is where the problem is, from the file down to the cell.
func (p Problem) place(w words) string {
	var place []string
	add := func(format string, args ...any) { place = append(place, fmt.Sprintf(format, args...)) }
	if p.File != "" {
		add("%s", p.File)
	}
	if p.Sheet != "" {
		add("%s %s%s%s", w.sheet, w.open, p.Sheet, w.close)
	}
	if p.Row > 0 {
		add("%s %d", w.row, p.Row)
	}
	switch {
	case p.Column != "" && p.Header != "":
		add("%s %s %s%s%s", w.column, p.Column, w.open, p.Header, w.close)
	case p.Column != "":
		add("%s %s", w.column, p.Column)
	case p.Field != "":
		add("%s %s", w.field, p.Field)
	}
	return strings.Join(place, ", ")
}

type words struct {
	sheet, row, column, field string
	open, close               string // quotation marks
	or                        string
	masked, nothing           string // in place of what was found
	countsAsEmpty, noHeader   string // sentences for when something, or nothing, was found
}

var wordsOf = map[string]words{
	"nb": {
		sheet: "ark", row: "rad", column: "kolonne", field: "felt", open: "«", close: "»", or: "eller",
		masked: "verdien (som ikke vises)", nothing: "en tom celle",
		countsAsEmpty: "{found} regnes som tomt, men {field} må ha en verdi; fyll den ut",
		noHeader:      "ingen av de første 30 radene har noen av overskriftene som kreves ({allowed}); rett overskriftene, eller columns i kilden",
	},
	"nn": {
		sheet: "ark", row: "rad", column: "kolonne", field: "felt", open: "«", close: "»", or: "eller",
		masked: "verdien (som ikkje blir vist)", nothing: "ei tom celle",
		countsAsEmpty: "{found} blir rekna som tomt, men {field} må ha ein verdi; fyll henne ut",
		noHeader:      "ingen av dei første 30 radene har nokon av overskriftene som trengst ({allowed}); rett overskriftene, eller columns i kjelda",
	},
	"en": {
		sheet: "sheet", row: "row", column: "column", field: "field", open: "“", close: "”", or: "or",
		masked: "the value (which is not shown)", nothing: "an empty cell",
		countsAsEmpty: "{found} counts as empty, but {field} must have a value; fill it in",
		noHeader:      "none of the first 30 rows has any of the headers needed ({allowed}); correct the headers, or columns of the source",
	},
}

// sentence says what is wrong and what to do. {found} is what stood there,
// {allowed} what may stand there, {choice} the same as a choice, {field} the
// field of the feed.
type sentence struct{ nb, nn, en string }

// in is the sentence in a language; any other than nn and en is nb.
func (s sentence) in(language string) string {
	switch language {
	case "nn":
		return s.nn
	case "en":
		return s.en
	}
	return s.nb
}

// sentences are those of all rules.
var sentences = func() map[string]sentence {
	all := map[string]sentence{}
	for _, some := range []map[string]sentence{rowSentences, tableSentences, fileSentences, noticeSentences} {
		maps.Copy(all, some)
	}
	return all
}()
