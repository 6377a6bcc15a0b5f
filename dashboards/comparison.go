package dashboards

import (
	"slices"

	"bolyst/metrics"
)

// comparisonMatter is the page that puts things side by side: programmes on funnels, cohorts beside each other, how long people
// stay, the way from applicant to resident, and what the figures mean.
type comparisonMatter struct {
	frame
	Lead        string
	Indicators  []option // what can be chosen
	Programmes  []option
	Funnels     []block
	Multiples   []block
	Cohorts     []block
	Stayings    []block
	Passages    []block
	Places      []block
	Definitions *twin
	Coverage    *twin
	Signs       []sign
}

// block is one thing on the page, which is shown when what it is about is chosen.
type block struct {
	ID        string
	Indicator string // "" when it is about several
	Programme string // "" when it is about all programmes
	Title     string
	Finding   string
	Picture   *picture
	Small     []small
	Table     *twin
	Note      string
}

// more adds the block, if there is one.
func more(blocks []block, b *block) []block {
	if b == nil {
		return blocks
	}
	return append(blocks, *b)
}

// add takes over what another block shows, each under the name of what it is about.
func (b *block) add(other *block, name string) {
	if other == nil {
		return
	}
	for _, one := range other.Small {
		one.Title = name
		b.Small = append(b.Small, one)
	}
	if other.Table == nil {
		return
	}
	rows := other.Table.Rows
	for at := range rows {
		rows[at].Heads[0] = name
	}
	if b.Table == nil {
		b.Table = other.Table
		b.Table.Caption = b.Title
		return
	}
	b.Table.join(*other.Table)
}

// small is one of several small charts that are read together.
type small struct {
	Title, Address string
	Plot           plot
	Said           string
}

// comparisonTitle is the key of what the page is called: with one programme its cohorts are compared.
func (s site) comparisonTitle() string {
	if len(s.table.Programmes) > 1 {
		return "comparison"
	}
	return "comparison_one"
}

func (s site) comparison() (comparisonMatter, error) {
	m := comparisonMatter{frame: s.frame(comparisonPage, s.Say(s.comparisonTitle())), Lead: s.Say(s.comparisonTitle() + "_lead"),
		Definitions: s.meanings(), Coverage: coverageOf(s.table, s.words), Signs: s.signs()}
	m.Above, m.NeedsChart = m.Name+" · "+m.Audience, true
	if len(s.table.Programmes) == 1 {
		m.Multiples, m.Cohorts = s.oneAlone()
	}
	for _, definition := range s.compared() {
		i := s.about(definition)
		funnel, err := i.funnel()
		if err != nil {
			return m, err
		}
		m.Funnels, m.Multiples, m.Cohorts = more(m.Funnels, funnel), more(m.Multiples, i.multiples()), more(m.Cohorts, i.cohorts())
		m.Indicators = append(m.Indicators, option{definition.ID, definition.Title.In(metrics.Language(s.words))})
	}
	for _, definition := range s.table.Definitions {
		i := s.about(definition)
		m.Stayings = more(m.Stayings, i.staying())
		for _, breakdown := range []string{metrics.Origin, metrics.Residence} {
			m.Places = more(m.Places, i.kommuner(breakdown))
		}
		for _, breakdown := range []string{"centrality", "mobility"} {
			m.Places = more(m.Places, i.places(breakdown))
		}
	}
	for _, programme := range everyProgramme(s.table) {
		if programme != metrics.All && len(s.table.Programmes) == 1 {
			continue
		}
		b, err := s.passage(programme)
		if err != nil {
			return m, err
		}
		if m.Passages = more(m.Passages, b); b != nil {
			m.Programmes = append(m.Programmes, option{programme, s.table.ProgrammeName(programme, metrics.Language(s.words))})
		}
	}
	return m, nil
}

// oneAlone shows the indicators of the only programme where those of several would be compared.
func (s site) oneAlone() (multiples, cohorts []block) {
	small := &block{ID: "series", Title: s.Say("key_series_title"), Note: s.Say("multiples_note")}
	tinted := &block{ID: "cohorts", Title: s.Say("key_cohorts_title"), Note: s.Say("cohorts_note")}
	for _, definition := range s.table.KeyDefinitions() {
		i := s.about(definition)
		small.add(i.multiples(), i.title())
		tinted.add(i.cohorts(), i.title())
	}
	if small.Small != nil {
		multiples = []block{*small}
	}
	if tinted.Table != nil {
		cohorts = []block{*tinted}
	}
	return multiples, cohorts
}

// compared are the indicators of which one can be chosen: those that are looked at first, and every other that makes a funnel.
// With one programme there is nothing to choose.
func (s site) compared() []metrics.Definition {
	if len(s.table.Programmes) == 1 {
		return nil
	}
	compared := slices.Clone(s.table.KeyDefinitions())
	for _, definition := range s.table.Definitions {
		if _, ok := s.table.Funnel(definition.ID); ok && !s.table.IsKey(definition.ID) {
			compared = append(compared, definition)
		}
	}
	return compared
}

// places tells an outcome by where people come from, or how central the place is where they have their first host.
func (i indicator) places(breakdown string) *block {
	if !slices.Contains([]string{"trainees_hired", "regional_retention_now", "member_companies"}, i.definition.ID) || !slices.Contains(i.definition.Breakdowns, breakdown) {
		return nil
	}
	figures := slices.DeleteFunc(i.shown(breakdown), func(f metrics.Figure) bool { return f.Period != metrics.All })
	title := i.viewTitle(breakdown)
	b := &block{ID: "place-" + i.definition.ID + "-" + breakdown, Title: title, Finding: i.finding(figures), Picture: i.drawRows(title, figures),
		Table: i.tableOf(breakdown, title, figures)}
	if b.Picture == nil {
		return nil
	}
	return b
}

// meanings are the definitions side by side, with who counts by another one.
func (s site) meanings() *twin {
	l := metrics.Language(s.words)
	t := &twin{Caption: s.Say("definitions"), Names: true, Head: wordsUnder(s.Say("indicator"), s.Say("meaning"), s.Say("counts"))}
	for _, definition := range s.table.Definitions {
		who := s.table.WhoCounts(definition, l)
		if who == "" {
			who = s.Say("all_programmes")
		}
		t.Rows = append(t.Rows, row{Heads: []string{definition.Title.In(l)}, Link: indicatorPage(definition.ID),
			Cells: []cell{{Text: definition.Meaning.In(l), Prose: true}, {Text: who, Prose: true}}})
	}
	if len(s.table.Programmes) == 1 {
		t.Head = t.Head[:2]
		for at := range t.Rows {
			t.Rows[at].Cells = t.Rows[at].Cells[:1]
		}
	}
	return t.named()
}
