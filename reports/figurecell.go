package reports

import (
	"math"

	"bolyst/metrics"
)

// signOf is what stands where the figure has no number: its sign, or "not possible" where the kind of figure has none, such
// as the interval of a count.
func signOf(f metrics.Figure) metrics.Sign {
	if f.Sign == metrics.NoSign {
		return metrics.NotPossible
	}
	return f.Sign
}

// tooFew says that the counts are shown, and that there are too few of them for a percentage.
func tooFew(f metrics.Figure) bool { return f.Sign == metrics.Hidden && f.Numerator.Given() }

// counted is a numerator or a denominator.
func counted(f metrics.Figure, n metrics.Number) cell {
	format := wholeFormat
	if !isWhole(n.Float()) {
		format = decimalFormat
	}
	return number(n, signOf(f), format)
}

// numerator is how many, or how much, have the outcome. A breadth is made of many counts, and has none of them.
func (s *sheet) numerator(f metrics.Figure) cell {
	if f.Kind == metrics.Breadth && f.Numerator.Given() {
		return number(metrics.Number{}, metrics.NotPossible, wholeFormat)
	}
	return counted(f, f.Numerator)
}

// denominator is of how many. A count is of nothing but itself.
func (s *sheet) denominator(f metrics.Figure) cell {
	if f.Kind == metrics.Count && f.Denominator.Given() {
		return number(metrics.Number{}, metrics.NotPossible, wholeFormat)
	}
	return counted(f, f.Denominator)
}

// value is the value; where it is a numerator by a denominator, as a formula over the two, of which the first stands in the
// column. Where only the percentage is withheld a word says so, since the sign would say that the counts are, too.
func (s *sheet) value(f metrics.Figure, column, row int) cell {
	if tooFew(f) {
		return cell{text: s.say("few"), look: look{muted: true, right: true}}
	}
	c := s.measured(f, f.Value)
	c.look.bold = true
	if isQuotient(f.Kind) && f.Value.Given() {
		c.formula = place(column, row) + "/" + place(column+1, row)
	}
	return c
}

// isQuotient says whether the value of the kind is its numerator divided by its denominator.
func isQuotient(kind metrics.Kind) bool {
	return kind == metrics.Rate || kind == metrics.Share || kind == metrics.Ratio || kind == metrics.Score
}

// limit is a limit of the interval. Where there are too few for a percentage there is none either, and the value says so.
func (s *sheet) limit(f metrics.Figure, n metrics.Number) cell {
	if tooFew(f) {
		return cell{look: look{right: true}}
	}
	return s.measured(f, n)
}

// target is what was agreed, with the year where it is one to come, or says that nothing was.
func (s *sheet) target(f metrics.Figure) cell {
	if progress, agreed := s.Progress(f); agreed && !f.Target.Given() {
		return cell{text: progress.Aim(s.language), look: look{right: true, wrap: true}}
	}
	if !f.Target.Given() {
		return cell{text: s.say("no_target"), look: look{muted: true, right: true, wrap: true}}
	}
	return s.measured(f, f.Target)
}

// measured is a number in the unit of the figure's value.
func (b *book) measured(f metrics.Figure, n metrics.Number) cell {
	return number(n, signOf(f), b.formatOf(f))
}

// formatOf is the number format of the figure's value.
func (b *book) formatOf(f metrics.Figure) string {
	switch {
	case f.IsShare():
		return percentFormat
	case f.Unit == "NOK":
		return b.kroner()
	case f.Kind == metrics.Ratio, f.Kind == metrics.Score, f.Kind == metrics.Breadth:
		return decimalFormat
	}
	return wholeFormat
}

// differenceFormat is the number format of the difference between two of the figure's values; of shares it is told in points.
func (b *book) differenceFormat(f metrics.Figure) string {
	format := b.formatOf(f)
	if f.IsShare() {
		format += `"` + b.say("points") + `"`
	}
	return "+" + format + ";-" + format + ";" + format
}

// kroner is the number format of amounts.
func (b *book) kroner() string { return `"` + b.say("currency") + `"` + wholeFormat }

func isWhole(v float64) bool { return math.Abs(v-math.Round(v)) < 1e-9 }
