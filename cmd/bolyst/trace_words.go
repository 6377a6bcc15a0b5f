package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"bolyst/internal/store"
	"bolyst/metrics"
)

// sayTrace prints the figure, and under it each subject with its rows.
func (in *installation) sayTrace(t trace) {
	l := metrics.Language(in.language)
	fmt.Fprintf(in.out, "%s\n%s\n\n", in.titleOf(t), in.language.Say("trace.staff"))
	for _, s := range t.Subjects {
		fmt.Fprintf(in.out, "%s  %s\n", s.ID, s.Outcome)
		for _, f := range s.Facts {
			place := in.language.Say("trace.row", l.Say("feed_"+f.Feed), f.File, f.Row, f.Batch, f.LoadedAt[:len(dateForm)])
			if f.Sheet != "" {
				place = in.language.Say("trace.sheet_row", l.Say("feed_"+f.Feed), f.File, f.Sheet, f.Row, f.Batch, f.LoadedAt[:len(dateForm)])
			}
			fmt.Fprintf(in.out, "    %s\n", in.language.Say("trace.on", f.HappenedOn, place))
		}
	}
	fmt.Fprintf(in.out, "\n%s\n", in.sumOf(t))
}

// titleOf says which figure it is.
func (in *installation) titleOf(t trace) string {
	l := metrics.Language(in.language)
	asOf, _ := time.Parse(dateForm, t.AsOf)
	programme, period := t.Programme, t.Period
	if programme == metrics.All {
		programme = l.Say("all_programmes")
	}
	if period == metrics.All {
		period = l.Say("all_periods")
	}
	return fmt.Sprintf("%s · %s · %s · %s %s · %s %d", t.definition.Title.In(l), programme, period, l.Say("as_of"), l.Date(asOf), l.Say("known_at"), t.KnownAt)
}

// sumOf says how many there are, and what figure they make.
func (in *installation) sumOf(t trace) string {
	l := metrics.Language(in.language)
	said := in.language.Say("trace.sum", len(t.Subjects)) + ": " + t.Figure.Text(l)
	for _, count := range []struct {
		key    string
		number metrics.Number
	}{{"unknown", t.Figure.Unknown}, {"immature", t.Figure.Immature}} {
		if count.number.Float() > 0 {
			said += ", " + strings.ToLower(l.Say(count.key)) + " " + l.Number(count.number.Float(), 0)
		}
	}
	return said
}

// outcome says in words what became of the subject.
func (in *installation) outcome(d metrics.Definition, p store.Person) string {
	l := metrics.Language(in.language)
	number := func(v float64) string { return l.Number(v, decimalsOf(v)) }
	switch {
	case p.Immature > 0:
		return in.language.Say("trace.immature")
	case d.Kind == metrics.Ratio && p.Unknown > 0, p.Denominator == 0 && p.Unknown > 0:
		return in.language.Say("trace.unknown")
	case d.Kind == metrics.Ratio:
		return in.language.Say("trace.parts", number(p.Numerator), number(p.Denominator))
	case d.Kind == metrics.Score:
		return number(p.Numerator)
	case d.Kind == metrics.Breadth:
		return p.Said
	case d.Kind == metrics.Duration:
		months, _ := strconv.ParseFloat(p.Said, 64)
		return in.language.Say("trace.months", number(months))
	case p.Numerator > 0 && p.Denominator != 1:
		return in.language.Say("trace.yes_amount", number(p.Denominator))
	case p.Numerator > 0:
		return in.language.Say("trace.yes")
	case p.Denominator != 1:
		return in.language.Say("trace.no_amount", number(p.Denominator))
	}
	return in.language.Say("trace.no")
}

// decimalsOf is one where the number is not whole.
func decimalsOf(v float64) int {
	if v == float64(int64(v)) {
		return 0
	}
	return 1
}
