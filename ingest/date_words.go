package ingest

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// dateWord is a word in a date and the number it stands for.
type dateWord struct {
	word  string
	means int
}

// The words of Norwegian, in both its forms, and English. A form says which
// kind of word it takes; words of several languages may stand in one column.
var (
	// mmmm: the names of the months.
	monthNames = words12(
		"januar january", "februar february", "mars march", "april", "mai may", "juni june",
		"juli july", "august", "september", "oktober october", "november", "desember december")
	// mmm: short, as spreadsheets write them, with or without a point.
	shortMonths = words12(
		"jan", "feb", "mars mar", "apr", "mai may", "juni jun",
		"juli jul", "aug", "sept sep", "okt oct", "nov", "des dec")
	// season: spring begins with March, summer with June, autumn with September.
	// Winter is in none of them: winter 2019 is January and December of 2019.
	seasons = []dateWord{
		{"våren", 3}, {"vår", 3}, {"spring", 3}, {"v", 3},
		{"sommeren", 6}, {"sommer", 6}, {"sommaren", 6}, {"sommar", 6}, {"sumar", 6}, {"summer", 6},
		{"høsten", 9}, {"høst", 9}, {"hausten", 9}, {"haust", 9}, {"autumn", 9}, {"fall", 9}, {"h", 9},
	}
	// semester: the same words, for the half-years of universities and colleges,
	// which begin in January and in August.
	semesters = []dateWord{
		{"våren", 1}, {"vår", 1}, {"spring", 1}, {"v", 1},
		{"høsten", 8}, {"høst", 8}, {"hausten", 8}, {"haust", 8}, {"autumn", 8}, {"fall", 8}, {"h", 8},
	}
	// am/pm and zone belong to a time of day, which is left out.
	halfDays = []dateWord{{"am", 0}, {"pm", 0}, {"a.m.", 0}, {"p.m.", 0}}
	zones    = []dateWord{{"gmt", 0}, {"utc", 0}, {"cest", 0}, {"cet", 0}, {"z", 0}}
)

func words12(months ...string) []dateWord {
	var words []dateWord
	for i, names := range months {
		for name := range strings.FieldsSeq(names) {
			words = append(words, dateWord{name, i + 1})
		}
	}
	return words
}

// readDateWord takes the longest of the words from the beginning of a text.
// After a short month a point may stand, after a zone its distance (GMT+2).
func readDateWord(words []dateWord, text string) (value int, rest string, ok bool) {
	text = norm.NFC.String(text)
	longest := ""
	for _, w := range words {
		if len(w.word) > len(longest) && len(text) >= len(w.word) && strings.EqualFold(text[:len(w.word)], w.word) {
			longest, value = w.word, w.means
		}
	}
	if longest == "" {
		return 0, "", false
	}
	rest = text[len(longest):]
	switch &words[0] {
	case &shortMonths[0]:
		rest = strings.TrimPrefix(rest, ".")
	case &zones[0]:
		if rest != "" && (rest[0] == '+' || rest[0] == '-') {
			rest = strings.TrimLeft(rest[1:], "0123456789:")
		}
	}
	return value, rest, true
}
