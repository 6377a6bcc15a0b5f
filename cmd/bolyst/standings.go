package main

import (
	"fmt"

	"bolyst/metrics"
)

// standings prints, below the headlines, how the totals stand against their targets and what their series tell. An indicator
// without a target in whose series all is as usual has no line, nor has each of several programmes unless that is asked for.
func (in *installation) standings(t metrics.Table, each bool) {
	l := metrics.Language(in.language)
	rows := [][]string{{l.Say("indicator"), l.Say("variation"), l.Say("assurance"), l.Say("chance"), l.Say("target_label")}}
	for _, f := range t.Figures {
		isTotal := f.IsPlain() && f.Period == metrics.All && (f.Programme == metrics.All || each && len(t.Programmes) > 1)
		process, _ := t.Process(f.Indicator, f.Programme)
		progress, agreed := t.Progress(f)
		if !isTotal || !agreed && !process.Changed() {
			continue
		}
		title := t.Definition(f.Indicator).Title.In(l)
		if len(t.Programmes) > 1 {
			title += " · " + t.ProgrammeName(f.Programme, l)
		}
		row := []string{title, process.VariationLabel(l), process.Assurance.Label(l), "", l.Say("no_target")}
		if agreed {
			row[4] = progress.Text(l)
		}
		if chance, given := progress.Chance.Get(); given {
			row[3] = l.Chance(chance)
		}
		rows = append(rows, row)
	}
	if len(rows) > 1 {
		fmt.Fprintln(in.out)
		in.columns(rows)
	}
	for _, c := range t.Comments {
		fmt.Fprintf(in.out, "\n%s. %s\n", t.Definition(c.Indicator).Title.In(l), t.Said(c, l))
	}
}
