package dashboards

import (
	"slices"
	"strings"

	"bolyst/metrics"
)

// goal is one goal of the programme with the key figures that shed light on it.
type goal struct {
	ID, Title, Text string
	NoTarget        string // said once, where other goals have targets and this has none
	Cards           []card
	Across          int // how many cards stand side by side where there is room
}

// goalsOf lists the goals in the order of the configuration, each with its cards, and last the indicators of no goal.
func goalsOf(table metrics.Table, w words, source string) []goal {
	var goals []goal
	taken := map[string]bool{}
	for _, g := range table.Goals {
		shown := goal{ID: g.ID, Title: g.Title.In(metrics.Language(w)), Text: g.Text.In(metrics.Language(w))}
		for _, definition := range table.Definitions {
			if definition.Goal == g.ID {
				shown.Cards = append(shown.Cards, indicator{w, table, definition}.card(source))
				taken[definition.ID] = true
			}
		}
		goals = append(goals, shown)
	}
	rest := goal{ID: "other", Title: w.Say("other_indicators")}
	for _, definition := range table.Definitions {
		if !taken[definition.ID] {
			rest.Cards = append(rest.Cards, indicator{w, table, definition}.card(source))
		}
	}
	if len(rest.Cards) > 0 {
		goals = append(goals, rest)
	}
	agreed := false
	for _, g := range goals {
		agreed = agreed || g.agreed()
	}
	for at := range goals {
		goals[at].arrange(w, agreed)
	}
	return goals
}

// agreed says whether a target is, for any of the goal's key figures.
func (g goal) agreed() bool {
	return slices.ContainsFunc(g.Cards, func(c card) bool { return c.Agreed })
}

// arrange says once what holds for every card, and shares the cards out on rows of about the same length, four at most: five
// stand as three and two, not as four and one.
func (g *goal) arrange(w words, othersAgreed bool) {
	if len(g.Cards) == 0 {
		return
	}
	if !g.agreed() {
		for at := range g.Cards {
			g.Cards[at].Target = ""
		}
		if othersAgreed {
			g.NoTarget = w.sentence("no_target")
		}
	}
	const most = 4
	rows := (len(g.Cards) + most - 1) / most
	g.Across = (len(g.Cards) + rows - 1) / rows
}

// leadOf says what holds for all goals: that nothing is agreed, and where the published figures come from when it is one place.
func leadOf(table metrics.Table, w words, goals []goal, source string) string {
	text := ""
	switch {
	case len(table.Definitions) == 0 || slices.ContainsFunc(goals, goal.agreed):
	case len(table.Targets) == 0:
		text = w.sentence("no_target")
	default: // for parts of them
		text = w.Say("no_target_for_totals")
	}
	if source != "" {
		text += " " + w.Say("published_from", source)
	}
	return strings.TrimSpace(text)
}

// onlySource is the source of all published totals when they have the same one, and "" otherwise.
func onlySource(table metrics.Table) string {
	source := ""
	for _, definition := range table.Definitions {
		for _, r := range table.ReportedFor(table.Total(definition.ID)) {
			if source != "" && source != r.Source {
				return ""
			}
			source = r.Source
		}
	}
	return source
}
