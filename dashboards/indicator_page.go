package dashboards

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"bolyst/metrics"
)

// indicatorMatter is the page of one indicator: what it tells, every way of telling its people apart, and how it is made.
type indicatorMatter struct {
	frame
	ID         string
	Card       card
	Goal       string
	Meaning    string
	Reading    string   // what a reader may conclude
	Process    string   // how it stands against its target, and what its series tells
	Programmes []option // what can be chosen
	Breakdowns []option
	Periods    []string
	Views      []view
	Published  *twin
	Earlier    string // the page beside earlier editions; "": there are none
	Details    []sentence
	Trace      string // how the staff get at the rows
	Traced     string // where the service shows them
	Signs      []sign
	Files      []Link
	About      []string
}

func (s site) indicator(definition metrics.Definition) (indicatorMatter, error) {
	i := s.about(definition)
	f, l := i.total(), i.language()
	m := indicatorMatter{frame: s.frame(indicatorPage(definition.ID), i.title()), ID: definition.ID, Card: i.card("", "../"),
		Meaning: definition.Meaning.In(l), Process: i.process(f), Published: i.published(), Details: i.details(),
		Signs: s.signs(), Files: s.files("../"), About: aboutText(s.table, []metrics.Definition{definition}, s.words)}
	m.Above = m.Name + " · " + m.Audience
	for _, goal := range s.table.Goals {
		if goal.ID == definition.Goal {
			m.Goal = goal.Title.In(l)
		}
	}
	// The sentence begins with the counts, which stand above it already.
	m.Reading = strings.TrimSpace(strings.TrimPrefix(f.Sentence(l), f.OfHowMany(l)+"."))
	if tooFew(f) { // and then nothing that is worked out of the counts
		m.Reading = i.Say("meaning_few")
	}
	if s.isInEarlier(definition) {
		m.Earlier = "../" + earlierPage(definition.ID)
	}
	if s.table.Audience.Name == "staff" {
		day, known := s.table.AsOf.Format(time.DateOnly), strconv.Itoa(s.table.KnownAt)
		m.Trace = "bolyst trace " + definition.ID + " --as-of " + day + " --known-at " + known
		m.Traced = "/trace?" + url.Values{"figure": {keyOf(f)}, "as_of": {day}, "known_at": {known}, "lang": {string(l)}}.Encode()
	}
	var err error
	if m.Views, err = i.views(); err != nil {
		return m, err
	}
	for _, v := range m.Views {
		m.NeedsChart = m.NeedsChart || v.Picture != nil && v.Picture.Option != ""
		if !slices.ContainsFunc(m.Programmes, func(o option) bool { return o.Value == v.Programme }) {
			m.Programmes = append(m.Programmes, option{v.Programme, i.programme(v.Programme)})
		}
		if !slices.ContainsFunc(m.Breakdowns, func(o option) bool { return o.Value == v.Breakdown }) {
			m.Breakdowns = append(m.Breakdowns, option{v.Breakdown, i.breakdownName(v.Breakdown)})
		}
	}
	for _, f := range i.series() {
		m.Periods = append(m.Periods, f.Period)
	}
	return m, nil
}

// process says how the figure stands against its target, and what the series tells, where there are enough periods for that.
func (i indicator) process(f metrics.Figure) string {
	said := ""
	if progress, ok := i.table.Progress(f); ok {
		said = progress.Sentence(i.language())
	}
	if process, ok := i.table.Process(i.definition.ID, f.Programme); ok && process.Variation != metrics.VariationTooFew {
		said += " " + process.Sentence(i.language())
	}
	return strings.TrimSpace(said)
}

// details are the facts of the definition, each with its name.
func (i indicator) details() []sentence {
	l := i.language()
	details := []sentence{
		{i.Say("unit"), i.unit()},
		{i.Say("kind"), i.named("kind_", string(i.definition.Kind))},
		{i.Say("direction"), i.named("direction_", i.definition.Direction)},
		{i.Say("version"), l.Number(float64(i.definition.Version), 0)},
	}
	if feeds := i.feeds(); feeds != "" {
		details = append(details, sentence{i.Say("feeds"), feeds})
	}
	f := i.total()
	text := i.Say("not_agreed")
	if progress, ok := i.table.Progress(f); ok {
		text = strings.TrimPrefix(progress.Text(l), metrics.Lower(i.Say("target_label"))+" ")
		text += ". " + i.Say("decided", progress.Target.Owner, l.Date(progress.Target.DecidedOn))
	}
	return append(details, sentence{i.Say("target_label"), text})
}

// feeds are what the indicator is counted from.
func (i indicator) feeds() string {
	var names []string
	for _, feed := range i.definition.Needs {
		names = append(names, i.named("feed_", feed))
	}
	return strings.Join(names, ", ")
}
