package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"bolyst/metrics"
)

// headlines prints the totals, and beside them every figure that was published elsewhere, so that a reader sees at once
// whether the two agree; then what the programme states of itself. Of several programmes it prints what they are together, and of
// each alone what was published of it; everything of each alone too if that is asked for.
func (in *installation) headlines(t metrics.Table, each bool) error {
	l := metrics.Language(in.language)
	fmt.Fprintf(in.out, "%s · %s · %s %s · %s %d\n\n", t.Name, l.Say("audience_"+t.Audience.Name), l.Say("as_of"), l.Date(t.AsOf), l.Say("known_at"), t.KnownAt)
	rows := [][]string{{l.Say("indicator"), l.Say("period"), l.Say("value"), in.language.Say("headlines.k_of_n"), l.Say("interval"), l.Say("reported")}}
	for _, f := range t.Figures {
		reported := t.ReportedFor(f)
		alone, unsaid := f.Programme != metrics.All, len(reported) == 0
		if !f.IsPlain() || alone && (len(t.Programmes) == 1 || unsaid && !each) || f.Period != metrics.All && unsaid {
			continue
		}
		period := f.Period
		if period == metrics.All {
			period = l.Say("all_periods")
		}
		var elsewhere []string
		for _, r := range reported {
			elsewhere = append(elsewhere, r.Text(l, f.Kind, f.Unit))
		}
		ofHowMany := ""
		if f.IsShare() && f.Value.Given() {
			ofHowMany = f.OfHowMany(l)
		}
		title := t.Definition(f.Indicator).Title.In(l)
		if len(t.Programmes) > 1 {
			title += " · " + t.Whose(f, l)
		}
		rows = append(rows, []string{title, period, f.Amount(l), ofHowMany, f.Interval(l), strings.Join(elsewhere, "; ")})
	}
	in.columns(rows)
	in.agreements(t)
	for _, definition := range t.Definitions {
		if who := t.WhoCounts(definition, l); who != "" {
			fmt.Fprintf(in.out, "\n%s: %s\n", definition.Title.In(l), who)
		}
	}
	in.standings(t, each)
	for _, p := range t.Programmes {
		if len(p.Facts) == 0 {
			continue
		}
		fmt.Fprintf(in.out, "\n%s: %s (%s)\n\n", p.Name, l.Say("facts"), strings.TrimSuffix(l.Say("facts_note"), "."))
		var facts [][]string
		for _, f := range p.Facts {
			facts = append(facts, []string{f.Name.In(l), f.Text.In(l)})
		}
		in.columns(facts)
	}
	return nil
}

// columns prints the rows in columns. Figures stand to the right, words to the left.
func (c *console) columns(rows [][]string) {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, text := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(text))
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for i, text := range row {
			space := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(text))
			if i >= 2 && i < len(row)-1 {
				line.WriteString(space + text + "  ")
			} else {
				line.WriteString(text + space + "  ")
			}
		}
		fmt.Fprintln(c.out, strings.TrimRight(line.String(), " "))
	}
}
