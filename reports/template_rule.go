package reports

import (
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"bolyst/metrics"
)

// What the format allows of the texts that show while somebody types, in UTF-16 units.
const (
	longestTitle  = 32
	longestPrompt = 255
	longestError  = 225
)

// The days that a date may be. Earlier or later ones are slips of the keyboard.
var (
	firstDay = time.Date(1950, 1, 1, 0, 0, 0, 0, time.UTC)
	lastDay  = time.Date(2100, 12, 31, 0, 0, 0, 0, time.UTC)
)

// addRule has the cells checked as they are filled in, and says beside them what may stand there. choices is where the list of a
// field stands that has one.
func (s *sheet) addRule(f TemplateField, cells, choices string) {
	rule := excelize.NewDataValidation(true)
	rule.Sqref = cells
	allowed := s.allowed(f)
	need := s.say("may_be_empty")
	if f.Required {
		need = s.say("must_be_filled")
	}
	rule.SetInput(cellText(cut(f.Title, longestTitle)), cellText(cut(plain(sentences(need+".", allowed, f.Note)), longestPrompt-10)))
	checked := true
	switch {
	case choices != "":
		rule.SetSqrefDropList(choices) // as it is: the sheet's name is a word of ours
	case f.Type == "date":
		from, to := date(firstDay).number.Float(), date(lastDay).number.Float()
		s.try(rule.SetRange(int(from), int(to), excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween))
	case f.Type == "integer":
		s.setBounds(rule, f, excelize.DataValidationTypeWhole)
	case f.Type == "number":
		s.setBounds(rule, f, excelize.DataValidationTypeDecimal)
	case f.Length > 0:
		s.try(rule.SetRange(f.Length, f.Length, excelize.DataValidationTypeTextLength, excelize.DataValidationOperatorEqual))
		rule.Formula2 = ""
	default:
		checked = false
	}
	if checked {
		rule.SetError(excelize.DataValidationErrorStyleStop, s.say("not_allowed"), cellText(cut(plain(sentences(allowed, s.say("try_again"))), longestError-10)))
	}
	s.try(s.file.AddDataValidation(s.name, rule))
}

// unbounded is further than anybody counts. The format has no rule that wants a number and sets no bound.
const unbounded = 1e15

// setBounds wants a number of the kind within the field's bounds.
func (s *sheet) setBounds(rule *excelize.DataValidation, f TemplateField, kind excelize.DataValidationType) {
	lowest, highest := -unbounded, unbounded
	if f.Minimum != nil {
		lowest = *f.Minimum
	}
	if f.Maximum != nil {
		highest = *f.Maximum
	}
	s.try(rule.SetRange(bound(lowest), bound(highest), kind, excelize.DataValidationOperatorBetween))
}

// bound is a number as a formula writes it.
func bound(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// allowed says in a sentence what may stand in the field.
func (b *book) allowed(f TemplateField) string {
	switch labels := b.labels(f); {
	case len(labels) > 0:
		return b.say("allow_list", strings.Join(labels, ", "))
	case f.Type == "date":
		return b.say("allow_date", b.language.Date(firstDay), b.language.Date(lastDay))
	case f.Type == "integer":
		return b.bounded(b.say("allow_integer"), f)
	case f.Type == "number":
		return b.bounded(b.say("allow_number"), f)
	case f.Length > 0:
		return b.say("allow_code", f.Length)
	}
	return b.say("allow_text")
}

// bounded is the sentence about a number with the bounds that it must keep.
func (b *book) bounded(what string, f TemplateField) string {
	shown := func(v *float64) string { // without a mark between thousands: it may be a year
		text := bound(*v)
		if b.language != metrics.English {
			text = strings.Replace(text, ".", ",", 1)
		}
		return strings.Replace(text, "-", "\u2212", 1)
	}
	switch {
	case f.Minimum != nil && f.Maximum != nil:
		what += " " + b.say("from_to", shown(f.Minimum), shown(f.Maximum))
	case f.Minimum != nil:
		what += " " + b.say("at_least", shown(f.Minimum))
	case f.Maximum != nil:
		what += " " + b.say("at_most", shown(f.Maximum))
	}
	return what + "."
}
