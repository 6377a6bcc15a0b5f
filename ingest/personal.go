package ingest

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// pointsAtPerson says whether a text that would be stored as it stands, and
// published as a label, names a person or says where to find one. It is sure of
// what it says: a field of study that looks a little like a name is loaded.
func (t Text) pointsAtPerson(text string) bool {
	if t == "" {
		return false
	}
	if _, strange := manyDigits(text); strange {
		text = plainDigits(text)
	}
	if strings.Contains(text, "@") && emailLike.MatchString(text) {
		return true
	}
	if strings.ContainsFunc(text, unicode.IsDigit) {
		if addressLike.MatchString(text) || t != Code && holdsPhone(text) {
			return true
		}
	}
	return t == Label && (linkLike.MatchString(text) || holdsName(text))
}

var (
	emailLike = regexp.MustCompile(`[^\s@]@[^\s@]+\.\pL{2,}`)
	linkLike  = regexp.MustCompile(`(?i)\b(https?:|mailto:|www\.)\S`)
	// Storgata 5 B, and not the road of a year.
	addressLike = regexp.MustCompile(`(?i)(^|[^\pL])\pL{2,}( ?(gata|gaten|gate|vegen|veien|veg|vei)|(bakken|svingen|stien|allé|alleen))\s+[0-9]{1,3} ?\pL?([^0-9\pL]|$)`)
	// Eight digits together or in groups as people say them, with the number of the country or without; abroad, only with it.
	phoneInText = regexp.MustCompile(`(^|[^0-9])((\+|00)47[ .]?)?([2-9][0-9]{7}|[2-9][0-9]{2}[ .][0-9]{2}[ .][0-9]{3}|[2-9][0-9]([ .][0-9]{2}){3})([^0-9]|$)|` +
		`(^|[^0-9])(\+|00)[1-9][0-9]{0,2}([ .-]?[0-9]{2,4}){3,4}([^0-9]|$)`)
	// Eight digits may be a day as well: 20190801, 31122019.
	dayInText = regexp.MustCompile(`(^|[^0-9])((19|20)[0-9]{2}(0[1-9]|1[0-2])[0-3][0-9]|[0-3][0-9](0[1-9]|1[0-2])(19|20)[0-9]{2})([^0-9]|$)`)
)

func holdsPhone(text string) bool {
	return phoneInText.MatchString(text) && !dayInText.MatchString(text)
}

// holdsName says whether a first name stands before a surname: Kari Nordmann,
// or Nordmann, Kari when nothing else is said. The first name must be known, and
// the surname a word with a capital letter that is no common word. What bears
// the form of a company is one: Per Aarsleff AS.
func holdsName(text string) bool {
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '\'' && r != ',' })
	if len(words) < 2 || slices.ContainsFunc(words, isCompanyForm) {
		return false
	}
	for i := range words[:len(words)-1] {
		if isFirstName(words[i]) && isSurname(words[i+1]) {
			return true
		}
	}
	surname, reversed := strings.CutSuffix(words[0], ",")
	return reversed && len(words) <= 3 && isSurname(surname) && isFirstName(words[1])
}

func isFirstName(word string) bool {
	first, _, _ := strings.Cut(word, "-") // Anne-Marie
	r, _ := utf8.DecodeRuneInString(first)
	return unicode.IsUpper(r) && firstNames()[strings.ToLower(first)]
}

func isSurname(word string) bool {
	word = strings.TrimRight(word, ",")
	r, size := utf8.DecodeRuneInString(word)
	_, common := harmlessWords()[strings.ToLower(word)]
	return unicode.IsUpper(r) && len(word) > size && !common
}

// isCompanyForm says whether the word is the form of a company, as it stands in
// its name.
func isCompanyForm(word string) bool {
	switch strings.ToUpper(word) {
	case "AS", "ASA", "SA", "ANS", "DA", "NUF", "KF", "IKS", "HF", "BA", "ENK":
		return true
	}
	return false
}

// firstNameText are first names.
//
//go:embed harmless/first_names.txt
var firstNameText string

var firstNames = sync.OnceValue(func() map[string]bool {
	known := map[string]bool{}
	for line := range strings.Lines(firstNameText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, name := range strings.Fields(line) {
			known[strings.ToLower(name)] = true
		}
	}
	return known
})
