package reports

import (
	"fmt"
	"strings"

	"bolyst/metrics"
)

// published is the first figure published elsewhere: a number where the source gave one, and otherwise its words, since no
// percentage is worked out of the counts that a source printed.
func (s *sheet) published(f metrics.Figure) cell {
	all := s.ReportedFor(f)
	if len(all) == 0 {
		return cell{}
	}
	if n := s.reportedNumber(f, all[0]); n.number.Given() {
		return n
	}
	return cell{text: all[0].Text(s.language, f.Kind, f.Unit), look: look{format: textFormat, right: true}}
}

// reportedNumber is the one number that the source gave, as it was printed; it is empty where the source gave several or none.
func (s *sheet) reportedNumber(f metrics.Figure, r metrics.Reported) cell {
	counts := r.Numerator.Given() && r.Denominator.Given() && f.Kind != metrics.Count
	switch {
	case counts:
		return cell{}
	case r.Value.Given():
		return number(r.Value, "", s.formatAsPrinted(f, r.Value))
	}
	return number(r.Numerator, "", s.formatAsPrinted(f, r.Numerator))
}

// formatAsPrinted is the number format of the figure's value with no more decimals than the number has.
func (s *sheet) formatAsPrinted(f metrics.Figure, n metrics.Number) string {
	format := s.formatOf(f)
	switch {
	case format == percentFormat && isWhole(100*n.Float()):
		return roundFormat
	case format == decimalFormat && isWhole(n.Float()):
		return wholeFormat
	}
	return format
}

// writePublished tells the figures of the indicator that were published elsewhere, one to a line, each beside the computed one
// and with its source, and returns the next row.
func (s *sheet) writePublished(definition metrics.Definition, row, width int) int {
	begun := false
	for _, r := range s.Reported {
		if r.Indicator != definition.ID {
			continue
		}
		if !begun {
			s.put(1, row, heading(s.say("published"), 11))
			row, begun = row+1, true
		}
		where := s.period(r.Period)
		if len(s.Programmes) > 1 || s.programme(r.Programme) == r.Programme {
			where = s.programme(r.Programme) + ", " + where
		}
		source := r.Source
		if !r.AsOf.IsZero() {
			source += ", " + s.say("as_of", s.language.Date(day(r.AsOf)))
		}
		computed := s.Figure(r.Indicator, r.Programme, r.Period)
		line := fmt.Sprintf("%s: %s (%s).", where, r.Text(s.language, definition.Kind, definition.Unit), source)
		if computed.Indicator != "" {
			line = sentences(line, s.say("computed", computed.Text(s.language)))
		}
		if r.Note != "" {
			line = sentences(line, strings.TrimSuffix(r.Note, ".")+".")
		}
		row = s.across(1, width, row, cell{text: line})
	}
	return row
}
