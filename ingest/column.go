package ingest

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// column reads the values of one field: from the cells of a column of the
// file, or from a constant.
type column struct {
	field    Field
	at       int  // the column in the file, or -1
	constant cell // what stands in every row when at is -1
	values   map[string]string
	choices  string // the words of an Enum, for the problem
	dates    []dateForm
	datesAre string // the accepted forms, for the problem
	// firstDays are the texts that were read as the first day of a month or a
	// season, where no form of the mapping says so.
	firstDays map[string]bool
	pattern   *regexp.Regexp
	multi     string // what stands between several answers
	// seen remembers what texts became. Columns repeat themselves (there are
	// 7 300 days in twenty years), so most cells are read by one look-up.
	seen map[string]any
	// before is the text that was looked up last, if known: lists are sorted.
	before string
	value  any
	known  bool
	// kommune is set when the field is a municipality. undecided is then that
	// the county or the date of the row may say which one the cell just read is.
	kommune   *kommuneReader
	undecided bool
	// pseudonym is set when the field is an identifier of a person.
	pseudonym func(kind, id string) string
}

// maxSeen bounds the memory of columns that do not repeat themselves.
const maxSeen = 4096

// lostCharacter stands where a program could not read a letter, or half of one.
const lostCharacter = "\ufffd"

// fault is the rule a cell breaks, and what may stand there instead. The zero
// fault is none.
type fault struct{ rule, allowed string }

func newColumn(m Mapping, f Field) *column {
	c := &column{field: f, at: -1, values: map[string]string{}, multi: m.Multi[f.Name]}
	for from, to := range m.Values[f.Name] {
		c.values[wordKey(from)] = to
	}
	c.choices = m.choices(f)
	if !f.Pseudonym { // every person has a number of her own
		c.seen = map[string]any{}
	}
	if f.Kommune {
		c.kommune = newKommuneReader(m, f)
	}
	if f.Pattern != "" {
		c.pattern = regexp.MustCompile(f.Pattern) // parseFeed compiled it before
	}
	if f.Type == Date {
		c.setDates(m.Dates)
	}
	return c
}

// wordKey is the form in which words of the file are compared with the keys of
// Mapping.Values.
func wordKey(text string) string { return strings.ToLower(norm.NFC.String(trim(text))) }

// read is the value of a cell, nil when nothing is known.
func (c *column) read(in cell) (any, fault) {
	c.undecided = false
	repeats := c.seen != nil && (in.kind == textCell || in.kind == dateCell)
	if repeats {
		if in.text == c.before && c.known {
			return c.value, fault{}
		}
		if value, ok := c.seen[in.text]; ok {
			c.before, c.value, c.known = in.text, value, true
			return value, fault{}
		}
	}
	value, f := c.readNew(in)
	if repeats && f.rule == "" && !c.undecided && len(c.seen) < maxSeen {
		c.seen[strings.Clone(in.text)] = value // the text itself holds on to the whole line
	}
	return value, f
}

func (c *column) readNew(in cell) (any, fault) {
	if c.multi != "" && in.kind == textCell && strings.Contains(in.text, strings.TrimSpace(c.multi)) {
		return c.readMulti(in)
	}
	return c.readOne(in)
}

// readOne reads a cell that holds one answer.
func (c *column) readOne(in cell) (any, fault) {
	switch in.kind {
	case errorCell:
		return nil, fault{rule: RuleCellError}
	case formulaCell:
		return nil, fault{rule: RuleCellFormula}
	}
	if strings.Contains(in.text, lostCharacter) {
		return nil, fault{rule: RuleCellLost}
	}
	in.text = trim(in.text)
	if len(c.values) > 0 {
		if means, ok := c.values[wordKey(in.text)]; ok {
			in = cell{text: means}
		}
	}
	if c.isMissing(in.text) {
		return nil, fault{}
	}
	switch c.field.Type {
	case Date:
		return c.readDate(in)
	case Integer:
		return c.readInteger(in)
	case Number:
		return c.readNumber(in)
	case Boolean:
		if yes, ok := yesOrNo(in.text); ok {
			return yes, fault{}
		}
		return nil, fault{RuleBoolean, "Ja, Nei"}
	}
	return c.readString(norm.NFC.String(in.text))
}

// isMissing says whether the text stands for "nothing is known". A word that
// the contract lists as a value is a value.
func (c *column) isMissing(text string) bool {
	if len(text) > len("ikke besvart") || text != "" && isDigit(text[0]) {
		return false // by far the most
	}
	switch strings.ToLower(text) {
	case "", "-", "–", "?", "#n/a", "#i/t", "n/a",
		"ukjent", "vet ikke", "uoppgitt", "ikke besvart", "unknown":
		return !slices.Contains(c.field.Enum, strings.ToLower(text))
	}
	return false
}

func (c *column) readString(text string) (any, fault) {
	switch {
	case c.field.Kommune:
		value, f, undecided := c.kommune.read(text)
		c.undecided = undecided
		return value, f
	case c.field.OrgNo:
		number, ok := ValidOrgNo(text)
		if !ok {
			return nil, fault{rule: RuleOrgNo}
		}
		return number, fault{}
	case len(c.field.Enum) > 0:
		for _, value := range c.field.Enum {
			if strings.EqualFold(value, text) {
				return value, fault{}
			}
		}
		return nil, fault{RuleEnum, c.choices}
	case c.pattern != nil && !c.pattern.MatchString(text):
		return nil, fault{RulePattern, c.field.Pattern}
	case c.pseudonym != nil:
		return c.pseudonym(c.field.Kind, text), fault{}
	case c.field.Text.pointsAtPerson(text):
		return nil, fault{RulePersonal, c.field.Example}
	}
	return text, fault{}
}

func (c *column) readInteger(in cell) (any, fault) {
	n, ok := int64(0), false
	switch in.kind {
	case numberCell:
		n, ok = wholeNumber(in.number)
	case textCell:
		n, ok = parseInteger(in.text)
		if c.field.Cohort {
			n, ok = parseCohort(in.text)
		}
	}
	if !ok && c.field.Cohort {
		return nil, fault{RuleCohort, "2019, 2019/2021"}
	}
	if !ok {
		return nil, ambiguousOr(RuleInteger, in)
	}
	if f := c.outside(float64(n)); f.rule != "" {
		return nil, f
	}
	return n, fault{}
}

func (c *column) readNumber(in cell) (any, fault) {
	x, ok := in.number, in.kind == numberCell
	if in.kind == textCell {
		x, ok = parseNumber(in.text)
	}
	if !ok {
		return nil, ambiguousOr(RuleNumber, in)
	}
	if f := c.outside(x); f.rule != "" {
		return nil, f
	}
	return x, fault{}
}

// ambiguousOr is the fault of what is no number; of 1.234, that it may be two.
func ambiguousOr(rule string, in cell) fault {
	if in.kind == textCell && isAmbiguousNumber(in.text) {
		return fault{rule: RuleNumberAmbiguous}
	}
	return fault{rule: rule}
}

// outside is the fault of a number beyond the field's bounds.
func (c *column) outside(x float64) fault {
	low, high := c.field.Minimum, c.field.Maximum
	if (low == nil || x >= *low) && (high == nil || x <= *high) {
		return fault{}
	}
	bound := func(b *float64) string { return strconv.FormatFloat(*b, 'f', -1, 64) }
	switch {
	case high == nil:
		return fault{RuleRange, "≥ " + bound(low)}
	case low == nil:
		return fault{RuleRange, "≤ " + bound(high)}
	}
	return fault{RuleRange, bound(low) + "–" + bound(high)}
}
