package main

import (
	"fmt"

	"bolyst/metrics"
)

// agreements prints every figure published elsewhere beside the computed one, and whether the two agree.
func (in *installation) agreements(t metrics.Table) {
	l := metrics.Language(in.language)
	rows := [][]string{{l.Say("indicator"), l.Say("period"), l.Say("reported"), l.Say("value"), "", l.Say("source")}}
	for _, c := range t.Agreements() {
		title := t.Definition(c.Figure.Indicator).Title.In(l)
		if len(t.Programmes) > 1 {
			title += " · " + t.ProgrammeName(c.Figure.Programme, l)
		}
		period := c.Figure.Period
		if period == metrics.All {
			period = l.Say("all_periods")
		}
		computed := c.Figure.Amount(l)
		if k := c.Figure.OfHowMany(l); k != "" && k != computed {
			computed = k + " = " + computed
		}
		rows = append(rows, []string{title, period, c.Reported.Text(l, c.Figure.Kind, c.Figure.Unit), computed,
			l.Say("verdict_" + string(c.Verdict)), c.Reported.Source})
	}
	if len(rows) == 1 {
		return
	}
	apart := len(t.Disagreements())
	fmt.Fprintf(in.out, "\n%s\n\n", in.language.Count(apart, "headlines.agreements", apart, len(rows)-1))
	in.columns(rows)
}
