package metrics

import "strings"

// Said writes a comment on one line, with what it is about besides its indicator: Vedtak, 2010 (Styret, 20.01.2011): …
func (t Table) Said(c Comment, l Language) string {
	about := []string{l.Say(string(c.Kind))}
	if len(t.Programmes) > 1 {
		about = append(about, t.ProgrammeName(c.Programme, l))
	}
	if c.Period != All {
		about = append(about, c.Period)
	}
	return strings.Join(about, ", ") + " (" + c.Author + ", " + l.Date(c.Date) + "): " + c.Text.In(l)
}

// ProgrammeName writes the name of a programme, or that it is all of them.
func (t Table) ProgrammeName(id string, l Language) string {
	for _, p := range t.Programmes {
		if p.ID == id {
			return p.Name
		}
	}
	return l.Say("all_programmes")
}
