package main

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"bolyst/internal/batch"
	"bolyst/internal/store"
	"bolyst/metrics"
)

// traceCommand lists the subjects behind a figure, and on which rows of which files each of them rests. It is for the staff,
// who hold the files.
type traceCommand struct {
	Indicator string `arg:"" help:"${trace_indicator_help}"`
	Programme string `default:"all" placeholder:"${id_word_help}" help:"${trace_programme_help}"`
	Period    string `default:"all" placeholder:"${year_word_help}" help:"${trace_period_help}"`
	momentFlags
	JSON bool `name:"json" help:"${trace_json_help}"`
}

func (cmd *traceCommand) Run(ctx context.Context, c *console) error {
	return c.with(ctx, func(in *installation) error {
		definition, err := in.traceable(cmd.Indicator, cmd.Programme)
		if err != nil {
			return err
		}
		m, err := in.asked(cmd.momentFlags)
		if err != nil {
			return err
		}
		t, err := in.trace(ctx, m, definition, cmd.Programme, cmd.Period)
		if err != nil {
			return err
		}
		if len(t.Subjects) == 0 {
			fmt.Fprintln(in.err, in.language.Say("trace.nobody"))
		}
		if cmd.JSON {
			return in.document(t)
		}
		in.sayTrace(t)
		return nil
	})
}

// traceable is the definition of the indicator, if there is one, and such a programme.
func (in *installation) traceable(indicator, programme string) (metrics.Definition, error) {
	definition, err := in.definition(indicator)
	if _, ok := in.config.Programme(programme); err == nil && !ok && programme != everyone {
		err = misused{in.language.Say("use.programme", "--programme", programme, in.language.List(in.config.ProgrammeIDs()))}
	}
	return definition, err
}

// trace is a figure with those behind it.
type trace struct {
	definition metrics.Definition
	Indicator  string          `json:"indicator"`
	Programme  string          `json:"programme"`
	Period     string          `json:"period"`
	AsOf       string          `json:"as_of"`
	KnownAt    int             `json:"known_at"`
	Audience   string          `json:"audience"` // staff: it is for nobody else
	Figure     metrics.Figure  `json:"figure"`
	Subjects   []tracedSubject `json:"subjects"`
}

// tracedSubject is one of those behind a figure.
type tracedSubject struct {
	ID          string       `json:"id"` // a short form of the pseudonym
	Outcome     string       `json:"outcome"`
	Numerator   float64      `json:"numerator"`
	Denominator float64      `json:"denominator"`
	Unknown     float64      `json:"unknown"`
	Immature    float64      `json:"immature"`
	Facts       []tracedFact `json:"facts"`
}

// tracedFact is one row of a file.
type tracedFact struct {
	Feed       string `json:"feed"`
	File       string `json:"file"`
	Sheet      string `json:"sheet"`
	Row        int    `json:"row"`
	Batch      int    `json:"batch"`
	LoadedAt   string `json:"loaded_at"`
	HappenedOn string `json:"happened_on"` // a sighting after an anniversary may speak for it: the reader sees that it is so
}

// trace finds those behind the figure of one programme and period. Of a total that is the latest, they are those of the
// year of the date.
func (in *installation) trace(ctx context.Context, m store.Moment, d metrics.Definition, programme, period string) (trace, error) {
	t := trace{definition: d, Indicator: d.ID, Programme: programme, Period: period, AsOf: m.AsOf.Format(dateForm), KnownAt: m.KnownAt,
		Audience: "staff", Subjects: []tracedSubject{}}
	question, err := in.store.Ask(ctx, m)
	if err != nil {
		return t, err
	}
	draft := in.blankDraft(m)
	if draft.Tallies, err = tallies(ctx, question, d); err != nil {
		return t, err
	}
	t.Figure = draft.For(metrics.Audience{Name: "staff", Floor: 1}).Figure(d.ID, programme, period)
	behind := periodBehind(d, period, m)
	persons, err := question.Persons(ctx, d.Statement, wayOf(d.Kind))
	if err != nil {
		return t, err
	}
	facts, err := question.Facts(ctx, d.Statement, wayOf(d.Kind), programme, behind)
	if err != nil {
		return t, err
	}
	for _, p := range persons {
		if p.Period != behind || programme != everyone && p.Programme != programme {
			continue
		}
		s := tracedSubject{ID: handle(p.Subject), Outcome: in.outcome(d, p), Numerator: p.Numerator, Denominator: p.Denominator,
			Unknown: p.Unknown, Immature: p.Immature, Facts: []tracedFact{}}
		for len(facts) > 0 && facts[0].Programme == p.Programme && facts[0].Subject == p.Subject { // both are in this order
			if f := facts[0]; restsOn(d, f) {
				s.Facts = append(s.Facts, tracedFactOf(f, in.store.Ledger().Batches()[f.Batch-1]))
			}
			facts = facts[1:]
		}
		t.Subjects = append(t.Subjects, s)
	}
	return t, nil
}

// periodBehind is the period of the persons behind a figure.
func periodBehind(d metrics.Definition, period string, m store.Moment) string {
	if period == metrics.All && d.Total == "latest" {
		return strconv.Itoa(m.AsOf.Year())
	}
	return period
}

// wayOf is how the subjects of such an indicator are counted.
func wayOf(kind metrics.Kind) string {
	switch kind {
	case metrics.Ratio:
		return "sum"
	case metrics.Score:
		return "mean"
	case metrics.Breadth:
		return "breadth"
	case metrics.Duration:
		return "curve"
	}
	return "count"
}

// restsOn says whether the indicator asks the fact: its feed, and of a single placement or session no other.
func restsOn(d metrics.Definition, f store.Fact) bool {
	if _, part, ok := strings.Cut(f.Subject, " "); ok && f.Part != "" && f.Feed == d.Unit+"s" && f.Part != part {
		return false
	}
	return slices.Contains(d.Needs, f.Feed)
}

func tracedFactOf(f store.Fact, b batch.Batch) tracedFact {
	return tracedFact{Feed: f.Feed, File: b.File, Sheet: f.Sheet, Row: f.Row, Batch: b.Number,
		LoadedAt: b.LoadedAt.Format("2006-01-02T15:04:05Z07:00"), HappenedOn: f.HappenedOn}
}

// handle is a short name for a subject, the same every time: the beginning of a person's pseudonym, with the module or the
// day where that is a part of it. The number of a company and the year of an amount are as they are.
func handle(subject string) string {
	const pseudonym, short = 32, 10
	who, part, _ := strings.Cut(subject, " ")
	if len(who) == pseudonym {
		who = who[:short]
	}
	return strings.TrimSpace(who + " " + part)
}
