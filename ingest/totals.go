package ingest

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// totals are the words with which rows begin that sum up other rows.
type totals []struct{ word, key string }

func newTotals(words []string) totals {
	t := make(totals, len(words))
	for i, word := range words {
		t[i].word, t[i].key = word, foldedKey(word)
	}
	return t
}

// of is the word that makes the row one of totals, with the column in which it
// stands. Only the first cell with content counts, and only whole words: Sum is
// in "Sum 2009" and "Sum av alle", not in "Summen er 4", and "Sum Hansen" is
// somebody's name. A row that holds an identity number is
// never passed over.
func (t totals) of(r *row) (word string, column int) {
	if len(t) == 0 || r.fault != "" {
		return "", 0
	}
	for i := range r.cells {
		if r.cells[i].blank() {
			continue
		}
		if word = t.beginning(r.cells[i].text); word != "" && r.holdsIdentityNumber() {
			word = ""
		}
		return word, i
	}
	return "", 0
}

// beginning is the word with which the text begins.
func (t totals) beginning(text string) string {
	words := strings.Fields(text)
	text = foldedKey(text)
	for _, total := range t {
		if rest, ok := strings.CutPrefix(text, total.key); ok {
			next, _ := utf8.DecodeRuneInString(rest)
			after := words[min(len(strings.Fields(total.word)), len(words)):]
			if !unicode.IsLetter(next) && !unicode.IsDigit(next) && !slices.ContainsFunc(after, beginsLarge) {
				return total.word
			}
		}
	}
	return ""
}

func beginsLarge(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first)
}
