package dashboards

import (
	"slices"
	"strings"

	"bolyst/metrics"
)

// aim is one goal of the programme, and how it goes.
type aim struct {
	ID, Title, Text string
	Outlook         string // the code of the label, which chooses its shape
	Label           string
	Sentence        string // by which indicators
}

// aims lists the goals in the order of the configuration.
func (s site) aims() []aim {
	l := metrics.Language(s.words)
	var aims []aim
	for _, g := range s.table.GoalOutlooks() {
		shown := aim{ID: g.Goal.ID, Title: g.Goal.Title.In(l), Text: g.Goal.Text.In(l), Outlook: string(g.Outlook), Label: g.Label(l)}
		// The label stands for itself; where the sentence begins with it, it need not be said twice.
		shown.Sentence = strings.TrimSpace(strings.TrimPrefix(s.table.GoalSentence(g, l), shown.Label+"."))
		if g.Outlook == metrics.NotAgreed {
			shown.Sentence = s.Say("told_by", titlesOf(g.By, l))
		}
		aims = append(aims, shown)
	}
	return aims
}

func titlesOf(definitions []metrics.Definition, l metrics.Language) string {
	var titles []string
	for _, definition := range definitions {
		titles = append(titles, definition.ShortTitle(l))
	}
	return strings.Join(titles, ", ")
}

// leadOf says what holds for all cards: that nothing is agreed, and where the published figures come from when it is one place.
// What it says, the cards need not.
func leadOf(table metrics.Table, w words, cards []card, source string) string {
	text := ""
	if len(cards) > 0 && !slices.ContainsFunc(cards, func(c card) bool { return c.Agreed }) {
		text = w.sentence("no_target")
		for at := range cards {
			cards[at].Target = ""
		}
	}
	if source != "" && slices.ContainsFunc(cards, func(c card) bool { return len(c.Reported) > 0 }) {
		text += " " + w.Say("published_from", source)
	}
	return strings.TrimSpace(text)
}

// onlySource is the source of all published totals when they have the same one, and "" otherwise.
func onlySource(table metrics.Table) string {
	source := ""
	for _, definition := range table.Definitions {
		for _, r := range table.ReportedFor(metrics.Figure{Cell: metrics.Cell{Indicator: definition.ID, Programme: metrics.All, Period: metrics.All}}) {
			if source != "" && source != r.Source {
				return ""
			}
			source = r.Source
		}
	}
	return source
}
