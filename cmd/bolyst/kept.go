package main

import (
	"fmt"
	"strings"

	"bolyst/metrics"
)

// sayKept says for each audience which figures an earlier edition holds back, or which are told in spite of it, and why.
// It is said to those who publish, who may see everything.
func (in *installation) sayKept(r guarded) {
	l := metrics.Language(in.language)
	for _, table := range r.tables {
		var lines []string
		figures, details := 0, 0
		for _, k := range r.kept {
			if k.audience != table.Audience.Name || len(table.Programmes) == 1 && k.Programme != metrics.All { // one programme and all are the same
				continue
			}
			figures++
			if !k.IsPlain() {
				details++
				continue
			}
			lines = append(lines, in.placeOf(table, k.Figure)+": "+in.why(k))
		}
		if figures == 0 {
			continue
		}
		fmt.Fprintln(in.err, in.language.Count(figures, "publish.kept."+in.config.Editions.Differencing, l.Say("audience_"+table.Audience.Name), figures, table.Audience.Floor))
		if details > 0 {
			lines = append(lines, in.language.Count(details, "publish.kept.details", details))
		}
		fmt.Fprintln(in.err, "  "+strings.Join(lines, "\n  "))
	}
}

// why says what the change would tell.
func (in *installation) why(k keptBack) string {
	switch {
	case k.since == "":
		return in.language.Say("publish.kept.along")
	case k.leak.Parts:
		return in.language.Say("publish.kept.parts", k.leak.Persons, k.since)
	}
	return in.language.Say("publish.kept.leak", k.leak.Persons, k.since)
}

// placeOf names the figure: its title, programme where there are several, and period.
func (in *installation) placeOf(t metrics.Table, f metrics.Figure) string {
	l := metrics.Language(in.language)
	names := []string{t.Definition(f.Indicator).Title.In(l)}
	if len(t.Programmes) > 1 {
		names = append(names, t.Whose(f, l))
	}
	if f.Period == metrics.All {
		return strings.Join(append(names, l.Say("all_periods")), " · ")
	}
	return strings.Join(append(names, f.Period), " · ")
}
