package dashboards

import (
	"slices"
	"strings"

	"bolyst/metrics"
)

// stale tells, programme by programme, of how many of those who have completed it is known where they live, and of how many it
// is not, or was last known too long ago.
func (s site) stale() *twin {
	definition := s.table.Definition("status_coverage")
	if definition.ID == "" {
		return nil
	}
	i := s.about(definition)
	t := &twin{Caption: i.title(), Names: true, Head: append(wordsUnder(s.Say("programme")), numbersUnder(s.Say("of_how_many"), s.Say("coverage"))...)}
	var figures []metrics.Figure
	for _, programme := range i.whoses() {
		f := i.of(programme).total()
		figures = append(figures, f)
		t.Rows = append(t.Rows, row{Key: keyOf(f), Total: programme == metrics.All && len(i.table.Programmes) > 1, Heads: []string{i.programme(programme)},
			Link: i.of(programme).address(""), Cells: []cell{{Text: f.OfHowMany(i.language())}, i.value(f)}})
	}
	t.Notes = i.explained(figures)
	return t.named()
}

// gaps names the feeds that have never been delivered, each with the indicators of which nothing can be said without it.
func (s site) gaps() *twin {
	l := metrics.Language(s.words)
	missing := map[string][]string{}
	var feeds []string
	for _, definition := range s.table.Definitions {
		for _, feed := range definition.Needs {
			if slices.ContainsFunc(s.table.Loads, func(load metrics.Load) bool { return load.Feed == feed }) {
				continue
			}
			if missing[feed] == nil {
				feeds = append(feeds, feed)
			}
			missing[feed] = append(missing[feed], definition.Title.In(l))
		}
	}
	if feeds == nil {
		return nil
	}
	t := &twin{Caption: s.Say("gaps_caption"), Names: true, Head: wordsUnder(s.Say("feed"), s.Say("indicators"))}
	for _, feed := range feeds {
		t.Rows = append(t.Rows, row{Heads: []string{s.named("feed_", feed)}, Cells: []cell{{Text: strings.Join(missing[feed], ", "), Prose: true}}})
	}
	return t.named()
}

// faults lists why rows were not taken in, file by file, and what to do. Nobody but the staff is told: they hold the files.
func (s site) faults() *twin {
	if s.table.Audience.Name != "staff" || len(s.table.Faults) == 0 {
		return nil
	}
	l := metrics.Language(s.words)
	t := &twin{Caption: s.Say("faults_caption"), Names: true, Head: append(wordsUnder(s.Say("file"), s.Say("column")),
		heading{Text: s.Say("rows")}, heading{Text: s.Say("what_is_wrong"), Left: true}, heading{Text: s.Say("what_to_do"), Left: true})}
	for _, fault := range s.table.Faults {
		t.Rows = append(t.Rows, row{Heads: []string{fault.File, fault.Column},
			Cells: []cell{{Text: l.Number(float64(fault.Rows), 0)}, {Text: fault.Reason.In(l), Prose: true}, {Text: fault.Remedy.In(l), Prose: true}}})
	}
	return t.named()
}
