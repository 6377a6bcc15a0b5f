package ingest

import (
	_ "embed"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// inspectWords are the words by which Inspect knows a column and its values, in
// Norwegian, both forms, and English.
//
//go:embed inspect/words.json
var inspectWords []byte

// wordBook is the file of words. A header that begins with ~ is the stems of a
// question: every one must begin a word of the header.
type wordBook struct {
	Headers  map[string]map[string]headerNames // by feed, or * for all, and field
	Values   map[string]map[string][]string    // by field, or feed.field, and value
	Personal map[string]headerNames            // by reason: headers of columns that are never read
	County   headerNames                       // of a column with counties
	Forms    headerNames                       // that only web forms have
}

// headerNames are the names that a column can have.
type headerNames []headerName

type headerName struct {
	words, joined string
	stems         []string // of a question
}

// UnmarshalJSON reads the names as a list of texts.
func (n *headerNames) UnmarshalJSON(text []byte) error {
	var names []string
	if err := json.Unmarshal(text, &names); err != nil {
		return err
	}
	*n = namesOf(names)
	return nil
}

func namesOf(texts []string) headerNames {
	var names headerNames
	for _, text := range texts {
		stems, isQuestion := strings.CutPrefix(text, "~")
		w := plainWords(stems)
		name := headerName{words: strings.Join(w, " "), joined: joined(w)}
		if isQuestion {
			name.stems = w
		}
		names = append(names, name)
	}
	return names
}

var bookOfWords = sync.OnceValue(func() wordBook {
	var book wordBook
	if err := json.Unmarshal(inspectWords, &book); err != nil {
		panic(err) // part of the program
	}
	return book
})

// How well a header fits a field, from none to its very name.
const (
	fitsNot   = 0.0
	fitsPart  = 2.0 // its words are in the header
	fitsStems = 2.5 // its stems are in the question
	fitsBare  = 3.0 // its name, before a remark in brackets
	fitsWhole = 4.0
)

// headerFit is how well a header fits one of several names.
func headerFit(header string, names headerNames) float64 {
	best := fitsNot
	words := plainWords(header)
	whole, bare, within := joined(words), joined(plainWords(beforeBracket(header))), " "+strings.Join(words, " ")+" "
	for _, n := range names {
		fit := fitsNot
		switch {
		case n.stems != nil && hasStems(words, n.stems):
			fit = fitsStems + 0.1*float64(len(n.stems))
		case n.stems != nil || n.joined == "":
		case n.joined == whole:
			fit = fitsWhole
		case n.joined == bare:
			fit = fitsBare
		case len(words) <= 5 && len(n.joined) >= 6 && strings.Contains(within, " "+n.words+" "):
			fit = fitsPart
		}
		best = max(best, fit)
	}
	return best
}

// fieldFit is how well a header fits a field: by its words, its titles or its
// name in the contract.
func fieldFit(header string, feed Feed, f Field) float64 {
	own := namesOf([]string{f.Name, f.Title["nb"], beforeBracket(f.Title["nb"]), f.Title["nn"], beforeBracket(f.Title["nn"]), f.Title["en"], beforeBracket(f.Title["en"])})
	fit := headerFit(header, append(own, bookOfWords().Headers[feed.Name][f.Name]...))
	if fit > fitsNot {
		fit += 0.25 // before what fits a field of any feed
	}
	return max(fit, headerFit(header, bookOfWords().Headers["*"][f.Name]))
}

// personalHeader is why a column with this header is never read, or "", and
// how well the header fits that.
func personalHeader(header string) (reason string, best float64) {
	for _, r := range slices.Sorted(maps.Keys(bookOfWords().Personal)) {
		if fit := headerFit(header, bookOfWords().Personal[r]); fit > best {
			reason, best = r, fit
		}
	}
	return reason, best
}

// valuesKnown are the words that are known for a field, by the value they mean.
func valuesKnown(feed Feed, field string) map[string][]string {
	if own := bookOfWords().Values[feed.Name+"."+field]; own != nil {
		return own
	}
	return bookOfWords().Values[field]
}

// valueMeant is the value of a field that a word of the file stands for.
func valueMeant(feed Feed, field, word string) (string, bool) {
	key := joined(plainWords(word))
	if key == "" {
		return "", false
	}
	values := valuesKnown(feed, field)
	for _, value := range slices.Sorted(maps.Keys(values)) {
		if slices.ContainsFunc(values[value], func(w string) bool { return joined(plainWords(w)) == key }) {
			return value, true
		}
	}
	return "", false
}

// plainWords are the words of a text in small letters, without signs.
func plainWords(text string) []string {
	return strings.FieldsFunc(strings.ToLower(norm.NFC.String(text)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '$'
	})
}

func joined(words []string) string { return strings.Join(words, "") }

func hasStems(words, stems []string) bool {
	for _, stem := range stems {
		if !slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, stem) }) {
			return false
		}
	}
	return true
}

func beforeBracket(text string) string {
	before, _, _ := strings.Cut(text, "(")
	return before
}

// isKnownHeader says whether a text stands over a column of some feed, or over
// one that is never read.
func isKnownHeader(text string) bool {
	if reason, _ := personalHeader(text); reason != "" || headerFit(text, bookOfWords().County) >= fitsBare {
		return true
	}
	for _, feed := range contracts() {
		for _, f := range feed.Fields {
			if fieldFit(text, feed, f) >= fitsStems {
				return true
			}
		}
	}
	return false
}
