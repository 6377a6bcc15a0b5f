package ingest

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maskUnproven takes back what stood in the cells of a row, unless it can be
// proved to be no person's. Where a cell stands proves nothing: a name or a
// telephone number is written into the column of the municipality too.
func (c *checker) maskUnproven(problems []Problem, slipped bool) {
	for i := range problems {
		p := &problems[i]
		if p.Found == "" || p.Rule == RuleCellError {
			continue
		}
		q := proof{p.Field, p.Rule, p.Found, slipped}
		harmless, known := c.proved[q]
		if !known {
			harmless = c.harmless(p, slipped)
			if len(c.proved) < maxSeen {
				c.proved[q] = harmless
			}
		}
		if !harmless {
			p.Found, p.Masked = "", true
		}
	}
}

// proof is all that harmless rests on. A source with one wrong word has it in
// many rows.
type proof struct {
	field, rule, found string
	slipped            bool
}

// harmless says whether what was found is made of words that are known and of
// numbers that no telephone has. Its own column adds the words that are nearly
// those it takes, unless the cells of the row may have slipped.
func (c *checker) harmless(p *Problem, slipped bool) bool {
	if p.Rule == RuleOrgNo && isOrgNoLike(p.Found) {
		return true
	}
	if momentLike.MatchString(p.Found) {
		return true
	}
	col := c.columnOf(p.Field)
	if !harmlessNumber(p.Found, !slipped && col != nil && col.field.Type == Number) {
		return false
	}
	return c.isWord(p.Found) || c.isPlace(p.Found) || c.ofKnownWords(p.Found) || !slipped && col != nil && col.isNearly(p.Found)
}

// columnOf is the column of a field, or nil.
func (c *checker) columnOf(field string) *column {
	for _, col := range c.columns {
		if col.field.Name == field {
			return col
		}
	}
	return nil
}

// isWord says whether the text is a value of a field, or a word that the source
// gives a meaning. In another column it shows how far the cells have slipped.
func (c *checker) isWord(text string) bool {
	key := wordKey(text)
	return slices.ContainsFunc(c.columns, func(col *column) bool {
		_, known := col.values[key]
		return !col.field.Pseudonym && (known || slices.ContainsFunc(col.field.Enum, func(v string) bool { return wordKey(v) == key }))
	})
}

// isPlace says whether the text as a whole is a municipality or a county of any
// year, or what the source calls one. Two of them side by side may be a name:
// Frøya Lund.
func (c *checker) isPlace(text string) bool {
	list := ShippedKommuner()
	for _, col := range c.columns {
		if col.kommune == nil {
			continue
		}
		list = col.kommune.list
		if _, known := col.kommune.aliases[kommuneKey(text)]; known {
			return true
		}
	}
	return len(list.meanings(text).periods) > 0 || len(list.countyCodes(text)) > 0
}

// isNearly says whether the text is a long word that the column takes, with a
// slip of the pen in it: Averøi, kvalifisrt.
func (c *column) isNearly(text string) bool {
	key := wordKey(text)
	for _, value := range c.field.Enum {
		if isSlip(key, value) {
			return true
		}
	}
	for word := range c.values {
		if isSlip(key, word) {
			return true
		}
	}
	if c.kommune == nil {
		return false
	}
	for name := range c.kommune.list.names {
		if isSlip(key, name) {
			return true
		}
	}
	return false
}

// isSlip says whether two words of six letters or more differ by one letter
// that is another, too many or missing.
func isSlip(a, b string) bool {
	if min(len(a), len(b)) < 6 || a[0] != b[0] && a[len(a)-1] != b[len(b)-1] { // by far the most
		return false
	}
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < 6 || len(y)-len(x) > 1 {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	return len(x) == len(y) && string(x[min(i+1, len(x)):]) == string(y[min(i+1, len(y)):]) || len(x) < len(y) && string(x[i:]) == string(y[i+1:])
}

// harmlessNumber says whether the digits of a text can be no telephone number
// and nobody's number in a list: seven at most, with not more than four together
// unless the field is a number.
func harmlessNumber(text string, isNumber bool) bool {
	digits, together, longest := 0, 0, 0
	for _, r := range text {
		if !unicode.IsDigit(r) {
			together = 0
			continue
		}
		digits++
		together++
		longest = max(longest, together)
	}
	return digits <= 7 && (longest <= 4 || isNumber)
}

// momentLike is a date, with the time of day or without, or two years.
var momentLike = regexp.MustCompile(`^([0-9]{1,2}[./-] ?[0-9]{1,2}[./-] ?([0-9]{4}|[0-9]{2})|(19|20)[0-9]{2}[./-][0-9]{1,2}[./-][0-9]{1,2}|` +
	`(19|20)[0-9]{2}[01][0-9][0-3][0-9]|[0-3][0-9][01][0-9](19|20)[0-9]{2}|(19|20)[0-9]{2} ?[/–-] ?(19|20)[0-9]{2})` +
	`([ T][0-9]{1,2}[:.][0-9]{2}([:.][0-9]{2}([.,][0-9]+)?)?( ?[AP]M|Z)?)?$`)

// isOrgNoLike says whether the text is nine digits at most, which only their
// own column shows: its fault is most often in one of them.
func isOrgNoLike(text string) bool {
	digits := strings.ReplaceAll(text, " ", "")
	return utf8.RuneCountInString(digits) <= 9 && digits != "" && strings.Trim(digits, "0123456789") == "" && (len(digits) != 8 || !phonePattern.MatchString(digits))
}
