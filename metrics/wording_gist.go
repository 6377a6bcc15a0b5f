package metrics

import "strings"

// Gist says in one sentence what the figure of a total tells: how many of how many, how sure that is, and whether the series
// behind it has changed: 17 av 30; mellom om lag 39 og 73 %: for få til å si at noe er endret.
func (t Table) Gist(f Figure, l Language) string {
	switch {
	case f.withheld():
		return l.Say("sentence_hidden")
	case f.Sign == Missing:
		return l.Say("gist_missing")
	case f.Sign == NotPossible:
		return l.Say("sentence_nobody")
	case !f.Value.Given(): // too few for a percentage
		return l.Say("gist_counts", f.OfHowMany(l)+f.leftOut(l))
	}
	told := f.Amount(l)
	if f.Kind == Rate {
		told = f.OfHowMany(l)
	}
	if f.Kind == Count && t.Definition(f.Indicator).Total == "pooled" {
		told = l.Say("gist_in_all", told)
	}
	told += f.leftOut(l)
	switch low, given := f.Low.Get(); {
	case given && f.IsShare():
		told += l.Say("gist_between", l.Number(100*low, 0), l.Percent(f.High.Float(), 0))
	case given:
		told += l.Say("gist_between", l.Number(low, decimals), l.Number(f.High.Float(), decimals))
	default:
		told += t.ends(f, l)
	}
	return told + ": " + t.changed(f, l) + "."
}

// leftOut writes how many are not in the figure: (110 ukjente, 9 underveis).
func (f Figure) leftOut(l Language) string {
	var parts []string
	for _, left := range []struct {
		key   string
		count Number
	}{{"gist_unknown", f.Unknown}, {"gist_immature", f.Immature}} {
		if n := left.count.Float(); n > 0 {
			parts = append(parts, l.Say(left.key, l.Number(n, 0)))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}

// ends writes the first and the last period of the series behind a figure without interval: ; 110 i 2006, 177 i 2010.
func (t Table) ends(f Figure, l Language) string {
	var given []Figure
	for _, period := range t.Series(f.Indicator, f.Programme) {
		if period.Value.Given() {
			given = append(given, period)
		}
	}
	if len(given) < 2 {
		return ""
	}
	first, last := given[0], given[len(given)-1]
	return l.Say("gist_ends", first.Amount(l), first.Period, last.Amount(l), last.Period)
}

// changed says whether the series behind the figure has changed, as far as anything can be said.
func (t Table) changed(f Figure, l Language) string {
	process, _ := t.Process(f.Indicator, f.Programme)
	few := f.Kind == Rate && f.Denominator.Float() < fewForTrends
	trial := len(process.Parts) > 0 && process.Parts[len(process.Parts)-1].Trial
	verdict := ""
	switch process.Variation {
	case ImprovementHigh, ImprovementLow:
		verdict = l.Say("gist_better")
	case ConcernHigh, ConcernLow:
		verdict = l.Say("gist_worse")
	case NeutralHigh, NeutralLow:
		verdict = l.Say("gist_other")
	}
	switch {
	case verdict != "" && trial:
		return l.Say("gist_trial", verdict)
	case verdict != "":
		return verdict
	case few:
		return l.Say("gist_few_persons")
	case process.Variation == CommonCause && !trial:
		return l.Say("gist_ordinary")
	}
	return l.Say("gist_few_" + t.Definition(f.Indicator).Period + "s")
}
