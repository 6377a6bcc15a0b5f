package metrics

import "strings"

// Amount writes the value of the figure, or its sign: 72,2 %, 750, kr 69 500.
func (f Figure) Amount(l Language) string {
	value, given := f.Value.Get()
	switch {
	case !given && f.Numerator.Given() && f.Sign == Hidden:
		return f.OfHowMany(l) // too few for a percentage
	case !given:
		return string(f.Sign)
	}
	return f.amount(l, value, decimals)
}

// amount writes a value, or a target, in the unit of the figure, with so many decimals where it has any.
func (f Figure) amount(l Language, value float64, decimals int) string {
	switch {
	case f.IsShare():
		return l.Percent(value, decimals)
	case f.Unit == "NOK":
		return l.Say("kroner", l.Number(value, 0))
	case f.Kind == Count:
		return l.Number(value, 0)
	}
	return l.Number(value, decimals)
}

// OfHowMany writes the counts behind a share: 130 av 180. It is "" for a figure that is no share.
func (f Figure) OfHowMany(l Language) string {
	if !f.IsShare() || !f.Numerator.Given() || !f.Denominator.Given() || f.Denominator.Float() == 0 {
		return ""
	}
	return l.Say("k_of_n", l.Number(f.Numerator.Float(), 0), l.Number(f.Denominator.Float(), 0))
}

// Interval writes the 95 % interval: 65,3–78,2 %. It is "" for a figure without one.
func (f Figure) Interval(l Language) string {
	if !f.Low.Given() {
		return ""
	}
	if !f.IsShare() {
		return l.Number(f.Low.Float(), decimals) + "–" + l.Number(f.High.Float(), decimals)
	}
	return l.Number(100*f.Low.Float(), decimals) + "–" + l.Percent(f.High.Float(), decimals)
}

// Text writes the whole figure on one line: 130 av 180 = 72,2 % (65,3–78,2 %).
func (f Figure) Text(l Language) string {
	text := f.Amount(l)
	if k := f.OfHowMany(l); k != "" && f.Value.Given() {
		text = k + " = " + text
	}
	if interval := f.Interval(l); interval != "" {
		text += " (" + interval + ")"
	}
	return text
}

// IsShare says whether the value is a part of a whole, 0 to 1, and is written as a percentage.
func (f Figure) IsShare() bool { return f.Kind == Rate || f.Kind == Share || f.Kind == Duration }

// fewForTrends is the number behind a rate under which a reader is warned not to read much into a change.
const fewForTrends = 100

// decimals is one, always: whole percents would print 17 of 30 and 4 of 7 as the same 57 %.
const decimals = 1

// Sentence says in words what a reader may conclude from the figure: how many of how many, how sure that is, and who is
// left out.
func (f Figure) Sentence(l Language) string {
	if f.Sign == Hidden && !f.Numerator.Given() {
		return l.Say("sentence_hidden")
	}
	var parts []string
	if low, ok := f.Low.Get(); ok && f.Kind == Score {
		parts = append(parts, l.Say("sentence_mean", l.Number(f.Denominator.Float(), 0), l.Number(low, decimals), l.Number(f.High.Float(), decimals)))
	} else if ok && f.Kind == Duration {
		parts = append(parts, l.Say("sentence_curve", l.Number(100*low, 0), l.Percent(f.High.Float(), 0), l.Number(f.Denominator.Float(), 0)))
	} else if ok {
		key := "sentence_interval"
		if f.Denominator.Float() < fewForTrends {
			key = "sentence_interval_few"
		}
		parts = append(parts, l.Say(key, f.OfHowMany(l), l.Number(100*low, 0), l.Percent(f.High.Float(), 0)))
	} else if f.Sign == NotPossible {
		parts = append(parts, l.Say("sentence_nobody"))
	}
	if n := f.Unknown.Float(); n > 0 && f.Kind == Rate && !f.Value.Given() {
		parts = append(parts, l.Say("sentence_unknown_alone", l.Number(n, 0))) // no share is told, so none is worked out
	} else if n > 0 && f.Kind == Rate {
		lowest, highest := f.Bounds()
		parts = append(parts, l.Say("sentence_unknown", l.Number(n, 0), l.Percent(lowest.Float(), decimals), l.Percent(highest.Float(), decimals)))
	}
	if n := f.Immature.Float(); n > 0 {
		parts = append(parts, l.Say("sentence_immature", l.Number(n, 0)))
	}
	return strings.Join(parts, " ")
}
