package dashboards

import (
	"fmt"

	"bolyst/metrics"
)

// programmeMatter is the page of one programme, in the form of the district centre's catalogue: what the programme states of
// itself, with the figures in the sentences, and its figures with what was published elsewhere.
type programmeMatter struct {
	frame
	ID        string
	Since     string
	Results   []piece
	Cards     []card
	Across    int
	Lead      string
	Fields    []entry
	Goals     []entry
	Chapters  []twin
	Places    []block
	Published *twin
	Said      []said
	Signs     []sign
}

// entry is one field of the catalogue.
type entry struct {
	Name   string
	Pieces []piece
}

func (s site) programme(programme metrics.Programme) programmeMatter {
	const base = "../"
	l := metrics.Language(s.words)
	m := programmeMatter{frame: s.frame(programmePage(programme.ID), programme.Name), ID: programme.ID,
		Results: s.results(programme.ID, base), Published: s.publishedOf(programme), Signs: s.signs()}
	m.Above = m.Name + " · " + m.Audience
	if m.Name == programme.Name {
		m.Above = m.Audience
	}
	if programme.Started != 0 {
		m.Since = s.Say("since", fmt.Sprint(programme.Started))
	}
	for _, field := range programme.Profile {
		m.Fields = append(m.Fields, entry{field.Name.In(l), s.live(field.Text.In(l), programme.ID, base)})
	}
	for _, fact := range programme.Facts {
		m.Fields = append(m.Fields, entry{fact.Name.In(l), []piece{{Text: fact.Text.In(l)}}})
	}
	for _, goal := range s.table.Goals {
		m.Goals = append(m.Goals, entry{goal.Title.In(l), []piece{{Text: goal.Text.In(l)}}})
	}
	for _, definition := range s.table.KeyDefinitions() {
		if i := s.about(definition).of(programme.ID); i.total().Indicator != "" {
			m.Cards = append(m.Cards, i.card("", base))
		}
	}
	m.Across, m.Lead = across(len(m.Cards)), leadOf(s.table, s.words, m.Cards, "")
	all := s.briefs(s.Say("all_of_programme"))
	for _, definition := range s.table.Definitions {
		if i := s.about(definition).of(programme.ID); i.total().Indicator != "" {
			all.Rows = append(all.Rows, i.brief(base))
		}
	}
	if all.Rows != nil {
		m.Chapters = append(m.Chapters, *all.named())
	}
	for _, definition := range s.table.Definitions {
		for _, breakdown := range []string{metrics.Origin, metrics.Residence} {
			m.Places = more(m.Places, s.about(definition).of(programme.ID).kommuner(breakdown))
		}
	}
	m.Said = s.said(base, programme.ID)
	return m
}

// publishedOf is the table of all figures of the programme that were published elsewhere, each beside the computed one.
func (s site) publishedOf(programme metrics.Programme) *twin {
	l := metrics.Language(s.words)
	t := &twin{Caption: s.Say("published_of", programme.Name), Names: true, Head: []heading{
		{Text: s.Say("indicator"), Left: true}, {Text: s.Say("period"), Left: true}, {Text: s.Say("reported")},
		{Text: s.Say("computed"), Left: true}, {Text: s.Say("source"), Left: true}, {Text: s.Say("note"), Left: true},
	}}
	for _, r := range s.table.Reported {
		definition := s.table.Definition(r.Indicator)
		if r.Programme != programme.ID || definition.ID == "" {
			continue
		}
		i := indicator{s.words, s.table, definition, programme.ID}
		computed := s.table.Figure(r.Indicator, r.Programme, r.Period)
		t.Rows = append(t.Rows, row{Key: keyOf(computed), Heads: []string{definition.Title.In(l), i.period(r.Period)}, Cells: []cell{
			{Text: r.Text(l, definition.Kind, definition.Unit), Mark: true}, {Text: computed.Text(l), Left: true}, {Text: r.Source, Prose: true}, {Text: r.Note, Prose: true},
		}})
	}
	if t.Rows == nil {
		return nil
	}
	t.dropEmptyLastColumn()
	return t.named()
}
