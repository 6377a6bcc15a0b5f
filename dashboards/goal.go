package dashboards

import (
	"slices"
	"strings"

	"bolyst/metrics"
)

// goal is one goal of the programme with the key figures that shed light on it.
type goal struct {
	ID, Title, Text string
	Cards           []card
}

// card is an indicator's total, to be read in a few seconds.
type card struct {
	ID, Title, Scope string
	Value            string
	Of               string // 130 av 180; "" where the value is no share
	Interval         string
	Sentence         string
	Target           string
	Reported         []sentence // source and figure
	Glance           glance
}

// goalsOf lists the goals in the order of the configuration, each with its cards, and last the indicators of no goal.
func goalsOf(table metrics.Table, w words) []goal {
	var goals []goal
	taken := map[string]bool{}
	for _, g := range table.Goals {
		shown := goal{ID: g.ID, Title: g.Title.In(metrics.Language(w)), Text: g.Text.In(metrics.Language(w))}
		for _, definition := range table.Definitions {
			if definition.Goal == g.ID {
				shown.Cards = append(shown.Cards, indicator{w, table, definition}.card())
				taken[definition.ID] = true
			}
		}
		goals = append(goals, shown)
	}
	rest := goal{ID: "other", Title: w.Say("other_indicators")}
	for _, definition := range table.Definitions {
		if !taken[definition.ID] {
			rest.Cards = append(rest.Cards, indicator{w, table, definition}.card())
		}
	}
	if len(rest.Cards) > 0 {
		goals = append(goals, rest)
	}
	return goals
}

func (i indicator) card() card {
	f, l := i.total(), i.language()
	c := card{
		ID: i.definition.ID, Title: i.title(), Scope: i.scope(),
		Value: f.Amount(l), Of: i.ofHowMany(f), Interval: f.Interval(l),
		Target: capital(f.TargetText(l)), Glance: i.glance(f),
	}
	// The sentence begins with the counts, which stand on the card already.
	c.Sentence = strings.TrimSpace(strings.TrimPrefix(f.Sentence(l), c.Of+"."))
	for _, r := range i.table.ReportedFor(f) {
		said := sentence{r.Source, r.Text(i.language(), f.Kind, f.Unit)}
		if !slices.Contains(c.Reported, said) {
			c.Reported = append(c.Reported, said)
		}
	}
	return c
}
