package ingest

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// personalContent is why what stands in the column points at persons, or "".
func (col *inspectedColumn) personalContent() string {
	if !col.judged {
		col.personal, col.judged = col.judge(), true
	}
	return col.personal
}

func (col *inspectedColumn) judge() string {
	share := func(n int) float64 { return float64(n) / float64(max(col.filled, 1)) }
	phones, names, distinct := 0, 0, len(col.cells)
	for c, n := range col.count {
		if c.kind == textCell || c.kind == numberCell {
			if phonePattern.MatchString(strings.Join(strings.Fields(c.text), "")) {
				phones += n
			}
			if looksLikeName(c.text) {
				names += n
			}
		}
	}
	switch {
	case col.identityCells > 0:
		return "identity"
	case share(col.emails) >= 0.2:
		return "email"
	case col.filled >= 3 && float64(phones) >= 0.6*float64(col.kept):
		return "phone"
	case distinct >= 5 && float64(names) >= 0.7*float64(col.kept) && 2*distinct >= col.kept:
		return "name"
	case col.filled >= 5 && (share(col.lines) >= 0.2 || share(col.letters) > 60):
		return "free_text"
	}
	return ""
}

// Eight digits as in Norway, with or without the number of the country. A
// first digit 0 or 1 is none, and eight digits may be a date.
var phonePattern = regexp.MustCompile(`^((\+|00)?47)?[2-9][0-9]{7}$|^(\+|00)[0-9]{9,13}$`)

// looksLikeName is true of two to four words that all begin with a capital
// letter, such as Kari Nordmann, and do not name a company or a place known.
func looksLikeName(text string) bool {
	words := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' || r == '\u00a0' })
	if len(words) < 2 || len(words) > 4 {
		return false
	}
	for _, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		letters := strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '.' && r != '\'' }) < 0
		if isCompanyForm(w) || !letters || !unicode.IsUpper(first) {
			return false
		}
	}
	return len(Kommuner(text)) == 0
}

// mostlyPersons says whether at least half of the cells are names of persons.
func (col *inspectedColumn) mostlyPersons() bool {
	persons := 0
	for c, n := range col.count {
		if holdsName(c.text) {
			persons += n
		}
	}
	return persons > 0 && 2*persons >= col.kept
}

// holdsYears says whether all that is known in the column is years: then Født
// is no date of birth.
func (col *inspectedColumn) holdsYears() bool {
	years := 0
	for _, c := range col.cells {
		if n, ok := year(trim(c.text)); ok && firstYear <= n && n <= lastYear {
			years++
		} else if !isMissingWord(trim(c.text)) {
			return false
		}
	}
	return years > 0
}
