package ingest

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maskShifted takes back what stood in the cells of a row where it may be
// personal. One wrong cell is a slip of the pen; several may mean that the cells
// stand some columns off, and that a name or a telephone number stands where a
// date should. Shown is what can name nobody, what stands in its place, and a
// plain word where nothing else in the row looks as if it had slipped.
func (c *checker) maskShifted(r *row, values []any, problems []Problem, slipped bool) {
	for i := range problems {
		p := &problems[i]
		if p.Found == "" || c.namesNobody(p) || !slipped && plainWord(p.Found) || c.inPlace(p.Field, r, values) {
			continue
		}
		p.Found, p.Masked = "", true
	}
}

// mayHaveSlipped says whether more than one cell of the row holds what another
// column might.
func mayHaveSlipped(problems []Problem) bool {
	strange := 0
	for i := range problems {
		if !ofItsKind(&problems[i]) {
			strange++
		}
	}
	return strange > 1
}

// ofItsKind says whether what was found is wrong, and yet what only its own
// column holds: 31.02.2009 for a date, Herøy for a municipality.
func ofItsKind(p *Problem) bool {
	switch p.Rule {
	case RuleKommuneAmbiguous, RuleKommuneCounty, RuleRange:
		return true
	case RuleDate:
		return fewDigits(p.Found, 8) && strings.ContainsAny(p.Found, ".-/")
	case RuleOrgNo:
		return fewDigits(p.Found, 9)
	}
	return false
}

// namesNobody says whether what was found can be no person's, wherever it
// stands: a date, a small number, an organisation number, or a word that is
// known.
func (c *checker) namesNobody(p *Problem) bool {
	switch p.Rule {
	case RuleKommuneAmbiguous, RuleCellError, RuleRequired: // a name that Norway knows, #REF!, a word for "nothing is known"
		return true
	case RuleOrgNo:
		return fewDigits(p.Found, 9) || c.isWord(p.Found)
	}
	return fewDigits(p.Found, 8) || c.isWord(p.Found)
}

// isWord says whether the text is a value of a field, or a word that the source
// gives a meaning. In another column it shows how far the cells have slipped.
func (c *checker) isWord(text string) bool {
	key := wordKey(text)
	for _, col := range c.columns {
		if _, known := col.values[key]; known && !col.field.Pseudonym {
			return true
		}
		for _, value := range col.field.Enum {
			if wordKey(value) == key {
				return true
			}
		}
	}
	_, known := yesOrNo(text)
	return known
}

// inPlace says whether the cell of a field stands where it should: on both
// sides, before any column that points at a person or is not read, the table
// ends or a cell was read as what only it can hold. Cells that had slipped would
// have moved that one too.
func (c *checker) inPlace(field string, r *row, values []any) bool {
	at, ok := c.header.at[field]
	return ok && c.heldBeside(at, -1, r, values) && c.heldBeside(at, +1, r, values)
}

func (c *checker) heldBeside(at, step int, r *row, values []any) bool {
	for at += step; at >= 0 && (at < c.header.width || !emptyFrom(r.cells, at)); at += step {
		i := c.fieldIndex(at)
		switch {
		case c.isCounty(at):
			continue
		case i < 0 || c.columns[i].field.Pseudonym:
			return false
		case !c.bad[i] && values[i] != nil && !c.columns[i].field.free():
			return true
		}
	}
	return true
}

func (c *checker) isCounty(at int) bool {
	return slices.ContainsFunc(c.columns, func(col *column) bool { return col.kommune != nil && col.kommune.countyAt == at })
}

func emptyFrom(cells []cell, at int) bool {
	for ; at < len(cells); at++ {
		if !cells[at].blank() {
			return false
		}
	}
	return true
}

// plainWord says whether the text is what people write for a kind or a time:
// up to three words, with not more than one capital and no number but a year.
// Full names, addresses, telephone numbers and remarks are not.
func plainWord(text string) bool {
	words := strings.Fields(text)
	capitals := 0
	for _, word := range words {
		first, _ := utf8.DecodeRuneInString(word)
		if unicode.IsUpper(first) {
			capitals++
		}
		if strings.ContainsFunc(word, unicode.IsDigit) && !yearWord.MatchString(word) {
			return false
		}
	}
	return len(words) <= 3 && capitals <= 1
}

var yearWord = regexp.MustCompile(`^[A-ZÆØÅa-zæøå]?(19|20)[0-9][0-9]$`) // also H2019

// fewDigits says whether the text is digits, and marks between them, alone: at
// most so many, and of eight only those of a date: with its marks, or beginning
// as no telephone number does.
func fewDigits(text string, most int) bool {
	digits, marks := 0, 0
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r == '.' || r == '-' || r == '/' || r == ',' || r == ' ':
			marks++
		default:
			return false
		}
	}
	return digits > 0 && digits <= most && (digits != 8 || marks == 2 || text[:1] < "2" || text[:2] == "20")
}
