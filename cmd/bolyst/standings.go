package main

import (
	"fmt"
	"slices"
	"strings"

	"bolyst/metrics"
)

// standings prints, below the headlines, how the totals stand against their targets and what their series tell, and what was
// said and decided. An indicator without a target in whose series all is as usual has no line, nor has each of several
// programmes unless that is asked for.
func (in *installation) standings(t metrics.Table, each bool) {
	l := metrics.Language(in.language)
	rows := [][]string{{l.Say("indicator"), l.Say("variation"), in.language.Say("headlines.outlook"), in.language.Say("headlines.chance"), l.Say("target_label")}}
	for _, f := range t.Figures {
		isTotal := f.IsPlain() && f.Period == metrics.All && (f.Programme == metrics.All || each && len(t.Programmes) > 1)
		if !isTotal {
			continue
		}
		process, _ := t.Process(f.Indicator, f.Programme)
		progress, agreed := t.Progress(f)
		if !agreed && !process.Changed() {
			continue
		}
		title := t.Definition(f.Indicator).ShortTitle(l)
		if each && len(t.Programmes) > 1 {
			title += " · " + t.Whose(f, l)
		}
		row := []string{title, process.VariationLabel(l), process.Assurance.Label(l), "", ""}
		if agreed {
			row[4] = strings.TrimPrefix(progress.Text(l), l.Say("target", ""))
		}
		if chance, given := progress.Chance.Get(); given {
			row[3] = l.Chance(chance)
		}
		rows = append(rows, row)
	}
	if len(rows) > 1 {
		fmt.Fprintln(in.out)
		in.columns(withoutEmpty(rows))
	}
	for _, c := range t.Comments {
		fmt.Fprintf(in.out, "\n%s. %s\n", t.Definition(c.Indicator).Title.In(l), t.Said(c, l))
	}
}

// withoutEmpty leaves out the last columns in which nothing stands below the head.
func withoutEmpty(rows [][]string) [][]string {
	wide := len(rows[0])
	for wide > 1 && !slices.ContainsFunc(rows[1:], func(row []string) bool { return row[wide-1] != "" }) {
		wide--
	}
	var kept [][]string
	for _, row := range rows {
		kept = append(kept, row[:wide])
	}
	return kept
}
