package dashboards

import (
	"slices"

	"bolyst/metrics"
)

// card is an indicator's total, to be read in a few seconds.
type card struct {
	ID, Title, Scope string
	Address          string
	Key              string
	Value            string
	Quiet            bool   // the value is a sign
	Of               string // 130 av 180; "" where the value is no share
	Interval         string
	Target           string
	Agreed           bool    // a target is
	Gist             string  // what a reader may conclude
	Signs            []shape // of the series, and against the target
	Reported         []sentence
	Glance           glance
}

// sentence is something said, with its name.
type sentence struct{ Name, Text string }

// shape is a sign that is drawn: what the series tells, or what may be expected of the target.
type shape struct{ Shape, Name, Text string }

// card makes the indicator's card. The source, if any, is that of all published figures and has been named already; base leads
// to the front door's folder.
func (i indicator) card(source, base string) card {
	f, l := i.total(), i.language()
	c := card{
		ID: i.definition.ID, Title: i.title(), Scope: i.scope(), Key: keyOf(f), Address: base + i.address(""),
		Value: f.Amount(l), Quiet: !f.Value.Given() && !tooFew(f), Of: i.behind(f), Interval: f.Interval(l),
		Target: metrics.Capital(i.table.TargetText(f, l)), Gist: metrics.Capital(i.table.Gist(f, l)), Glance: i.glance(f),
	}
	_, c.Agreed = i.table.Progress(f)
	if process, ok := i.table.Process(i.definition.ID, i.whose); ok {
		c.Signs = i.shapes(process)
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

// shapes are the two signs of a series: what the last value says, and what may be expected of the target, where one is agreed.
func (i indicator) shapes(process metrics.Process) []shape {
	drawn := map[metrics.Variation]string{
		metrics.VariationTooFew: "few", metrics.CommonCause: "level", metrics.ImprovementHigh: "up", metrics.NeutralHigh: "up",
		metrics.ConcernHigh: "up", metrics.ImprovementLow: "down", metrics.NeutralLow: "down", metrics.ConcernLow: "down",
	}
	shapes := []shape{{drawn[process.Variation], i.Say("variation"), process.VariationLabel(i.language())}}
	expected := map[metrics.Assurance]string{
		metrics.AssuranceTooFew: "few", metrics.AlwaysHit: "hit", metrics.NeverHit: "miss", metrics.HitAndMiss: "either",
	}
	if drawn, ok := expected[process.Assurance]; ok {
		shapes = append(shapes, shape{drawn, i.Say("target_label"), process.Assurance.Label(i.language())})
	}
	return shapes
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

// keyOf names the figure so that a reader of the page, or a test, finds it among the figures of the edition; "" for none.
func keyOf(f metrics.Figure) string {
	if f.Indicator == "" {
		return ""
	}
	return f.Indicator + "|" + f.Programme + "|" + f.Period + "|" + f.Breakdown + "|" + f.Category + "|" + f.Region
}
