package metrics

import "strings"

// Label is the outlook in a word or two.
func (o Outlook) Label(l Language) string { return l.Say("outlook_" + string(o)) }

// GoalSentence says how a goal stands, and by which of its indicators: Usikkert. På vei: Søkere. Usikkert: Andel med jobbtilbud.
func (t Table) GoalSentence(g GoalOutlook, l Language) string {
	if len(g.By) == 0 {
		return g.Label(l) + "."
	}
	var parts []string
	for _, outlook := range []Outlook{OnTrack, Uncertain, OffTrack, NotAgreed} {
		var titles []string
		for _, definition := range g.By {
			if t.Outlook(definition.ID) == outlook {
				titles = append(titles, definition.ShortTitle(l))
			}
		}
		switch {
		case len(titles) == 0:
		case g.Outlook == NotAgreed:
			parts = append(parts, l.Say("goal_told_by", strings.Join(titles, ", ")))
		default:
			parts = append(parts, outlook.Label(l)+": "+strings.Join(titles, ", ")+".")
		}
	}
	if len(parts) > 1 {
		parts = append([]string{g.Label(l) + "."}, parts...)
	}
	return strings.Join(parts, " ")
}
