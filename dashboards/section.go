package dashboards

import (
	"strings"

	"bolyst/metrics"
)

// section is one indicator in full. Its summary line says the total; inside stand what it means, its charts with their tables,
// what was published elsewhere, and how it is made.
type section struct {
	ID, Title  string
	Open       bool // unfolded from the start
	Value      string
	Of         string
	Interval   string
	Meaning    string
	Scope      string
	Reading    string // what a reader may conclude
	Signs      string // how the figure stands against its target, and what its series tells
	Comments   []string
	Chart      *chart
	NoChart    string // why there is none
	Main       *twin  // the chart's table
	Wide       bool   // too wide to stand beside the chart
	Programmes *twin
	Folded     []folded
	Published  *twin
	Details    []sentence
}

// folded is a table that is opened by those who want it.
type folded struct {
	Title string
	Twins []twin
}

func (i indicator) section() (section, error) {
	f, l := i.total(), i.language()
	chart, err := i.chart()
	if err != nil {
		return section{}, err
	}
	s := section{
		ID: i.definition.ID, Title: i.title(), Open: i.table.Audience.Name != "board",
		Value: f.Amount(l), Of: i.behind(f), Interval: f.Interval(l),
		Meaning: i.definition.Meaning.In(l), Scope: i.scope(),
		Chart: chart, Main: i.periods(), Programmes: i.programmes(), Published: i.published(), Details: i.details(),
	}
	// The sentence begins with the counts, which stand in the summary already.
	s.Reading = strings.TrimSpace(strings.TrimPrefix(f.Sentence(l), f.OfHowMany(l)+"."))
	if tooFew(f) { // and then nothing that is worked out of the counts
		s.Reading = i.Say("meaning_few")
	}
	s.Signs = i.signs(f)
	for _, c := range i.table.CommentsAbout(i.definition.ID) {
		s.Comments = append(s.Comments, i.table.Said(c, l))
	}
	if chart == nil && len(i.series()) > 0 {
		s.NoChart = i.Say("chart_none")
	}
	if curve := i.curve(); curve != nil {
		s.fold(i.Say("by_"+i.definition.Period+"_alone"), s.Main)
		s.Main = curve
	}
	s.Wide = s.Main != nil && len(s.Main.Head) > 6
	s.fold(i.Say("by_months_programme_alone"), i.programmeCurves())
	s.fold(i.Say("by_"+i.definition.Period+"_programme_alone"), i.programmePeriods())
	if tables := i.breakdowns(); len(tables) > 0 {
		s.Folded = append(s.Folded, folded{i.Say("breakdowns"), tables})
	}
	return s, nil
}

// signs say how the figure stands against its target, and what the series tells, where there are enough periods for that.
func (i indicator) signs(f metrics.Figure) string {
	said := ""
	if progress, ok := i.table.Progress(f); ok {
		said = progress.Sentence(i.language())
	}
	if process, ok := i.table.Process(i.definition.ID, f.Programme); ok && process.Variation != metrics.VariationTooFew {
		said += " " + process.Sentence(i.language())
	}
	return strings.TrimSpace(said)
}

func (s *section) fold(title string, t *twin) {
	if t != nil {
		s.Folded = append(s.Folded, folded{title, []twin{*t}})
	}
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
	if len(i.table.Targets) == 0 {
		return details // said once, for all
	}
	f := i.total()
	text := i.Say("not_agreed")
	if progress, ok := i.table.Progress(f); ok {
		text = strings.TrimPrefix(progress.Text(l), metrics.Lower(i.Say("target_label"))+" ")
		text += ". " + i.Say("decided", progress.Target.Owner, l.Date(progress.Target.DecidedOn))
	}
	return append(details, sentence{i.Say("target_label"), text})
}
