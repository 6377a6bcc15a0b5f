package dashboards

import (
	"slices"

	"bolyst/metrics"
)

// card is an indicator's total, to be read in a few seconds.
type card struct {
	ID, Title, Scope string
	Value            string
	Quiet            bool   // the value is a sign
	Of               string // 130 av 180; "" where the value is no share
	Interval         string
	Notes            []string // who is left out, or why there is no value
	Target           string
	Agreed           bool       // a target is
	Telling          string     // what the series tells, in brief
	Reported         []sentence // source and figure; no source where all published figures have the same
	Glance           glance
}

// card makes the indicator's card. The source, if any, is that of all published figures and has been named already.
func (i indicator) card(source string) card {
	f, l := i.total(), i.language()
	c := card{
		ID: i.definition.ID, Title: i.title(), Scope: i.scope(),
		Value: f.Amount(l), Quiet: !f.Value.Given() && !tooFew(f),
		Of: i.behind(f), Interval: f.Interval(l), Notes: i.notes(f),
		Target: metrics.Capital(i.table.TargetText(f, l)), Glance: i.glance(f),
	}
	_, c.Agreed = i.table.Progress(f)
	if process, ok := i.table.Process(i.definition.ID, metrics.All); ok {
		c.Telling = process.Brief(l)
	}
	for _, r := range i.table.ReportedFor(f) {
		said := sentence{r.Source, r.Text(l, f.Kind, f.Unit)}
		if r.Source == source {
			said.Name = ""
		}
		if !slices.Contains(c.Reported, said) {
			c.Reported = append(c.Reported, said)
		}
	}
	return c
}

// behind writes how many are behind the value: 130 av 180 of a rate, the number of answers of a mean, the number followed of a
// curve. It is "" where nothing is to be said: of a count, and where the counts are the value themselves.
func (i indicator) behind(f metrics.Figure) string {
	if !f.Value.Given() {
		return ""
	}
	n := i.language().Number(f.Denominator.Float(), 0)
	switch f.Kind {
	case metrics.Score, metrics.Breadth:
		return i.Say("of_n", n, i.unit())
	case metrics.Duration:
		return i.Say("followed_n", n)
	}
	return f.OfHowMany(i.language())
}

// notes say in a few words who is not part of the value, or in a sentence why there is none.
func (i indicator) notes(f metrics.Figure) []string {
	switch {
	case tooFew(f):
		return []string{i.Say("meaning_few")}
	case !f.Value.Given() && f.Immature.Float() == 0:
		if said := f.Sentence(i.language()); said != "" {
			return []string{said}
		}
		return []string{metrics.Capital(i.Say("sign_"+string(f.Sign))) + "."}
	}
	var notes []string
	if f.Sign == metrics.NotPossible && f.Kind != metrics.Duration {
		notes = append(notes, i.Say("sentence_nobody"))
	}
	for _, part := range []struct {
		key string
		n   metrics.Number
	}{{"unknown", f.Unknown}, {"immature", f.Immature}} {
		if part.n.Float() > 0 && f.Kind != metrics.Count {
			notes = append(notes, i.Say("n_"+part.key, i.language().Number(part.n.Float(), 0)))
		}
	}
	return notes
}
