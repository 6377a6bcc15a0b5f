package ingest

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// ofKnownWords says whether every word of the text is known, to the program or
// to the source. Beside them stand numbers, alone or with the letter of a
// half-year (H2019).
func (c *checker) ofKnownWords(text string) bool {
	text = norm.NFC.String(strings.ToLower(text))
	known, numbered := harmlessWords(), strings.ContainsFunc(text, unicode.IsDigit)
	for _, word := range lettersIn(halfYear.ReplaceAllString(text, " ")) {
		where, ok := known[word]
		if (!ok || where == besideNumber && !numbered) && !c.sourceSays(word) {
			return false
		}
	}
	return true
}

// sourceSays says whether a word of two letters or more stands in what the
// source gives a meaning.
func (c *checker) sourceSays(word string) bool {
	if utf8.RuneCountInString(word) < 2 {
		return false
	}
	for _, col := range c.columns {
		if col.field.Pseudonym {
			continue
		}
		for words := range col.values {
			if slices.Contains(lettersIn(words), word) {
				return true
			}
		}
	}
	return false
}

// lettersIn are the words of a text, each of letters alone: 26år has one.
func lettersIn(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
}

var halfYear = regexp.MustCompile(`^[vh][ -]?((19|20)?[0-9]{2})$|^((19|20)?[0-9]{2})[ -]?[vh]$`)

// harmlessText are the words that can name nobody.
//
//go:embed harmless/words.txt
var harmlessText string

// Where a known word may stand.
const (
	anywhere = iota
	besideNumber
)

// harmlessWords are those, the words for the values of all fields and the
// months.
var harmlessWords = sync.OnceValue(func() map[string]int {
	known := map[string]int{}
	add := func(text string, where int) {
		for _, word := range lettersIn(strings.ToLower(norm.NFC.String(text))) {
			if word == "i" || utf8.RuneCountInString(word) > 1 { // k, m and a may begin a name or a number in a list
				known[word] = where
			}
		}
	}
	for _, values := range bookOfWords().Values {
		for _, words := range values {
			for _, word := range words {
				add(word, anywhere)
			}
		}
	}
	for _, months := range [][]dateWord{monthNames, shortMonths} {
		for _, month := range months {
			add(month.word, anywhere)
		}
	}
	where := anywhere
	for line := range strings.Lines(harmlessText) {
		if strings.HasPrefix(line, "# Names too") {
			where = besideNumber
		}
		if !strings.HasPrefix(line, "#") {
			add(line, where)
		}
	}
	return known
})
