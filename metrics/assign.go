package metrics

import (
	"slices"
	"strings"
)

// NotFor says that a programme is not counted by an indicator, and which indicator of its own stands in the place; "" when the
// indicator is another programme's own.
type NotFor struct {
	Programme string `json:"programme"`
	Instead   string `json:"instead"`
}

// Assign says of each indicator which of the programmes it does not count: of a programme's own indicator all but its
// programmes, and of one that it replaces those. An indicator that would count nobody is left out.
func Assign(definitions []Definition, programmes []string) []Definition {
	instead := map[NotFor]string{} // by programme and the indicator that is replaced
	for _, own := range definitions {
		for _, programme := range programmes {
			if own.Replaces != "" && own.isOf(programme) {
				instead[NotFor{programme, own.Replaces}] = own.ID
			}
		}
	}
	var assigned []Definition
	for _, d := range definitions {
		d.NotFor = nil
		for _, programme := range programmes {
			if own := instead[NotFor{programme, d.ID}]; own != "" || !d.isOf(programme) {
				d.NotFor = append(d.NotFor, NotFor{programme, own})
			}
		}
		if len(d.NotFor) < len(programmes) {
			assigned = append(assigned, d)
		}
	}
	return assigned
}

// isOf says whether the front matter lets the programme count.
func (d Definition) isOf(programme string) bool {
	return len(d.Programmes) == 0 || slices.Contains(d.Programmes, programme)
}

// Counts says whether the programme is counted by the indicator. The total of all programmes is of those that are; programmes
// may be compared with each other only where they are.
func (d Definition) Counts(programme string) bool {
	return !slices.ContainsFunc(d.NotFor, func(n NotFor) bool { return n.Programme == programme })
}

// CountedBy returns the programmes that are counted by the indicator.
func (d Draft) CountedBy(definition Definition) []Programme {
	return slices.DeleteFunc(slices.Clone(d.Programmes), func(p Programme) bool { return !definition.Counts(p.ID) })
}

// WhoCounts says which programmes the total of all is of, in a sentence; "" when it is of all that there are.
func (d Draft) WhoCounts(definition Definition, l Language) string {
	if len(definition.NotFor) == 0 {
		return ""
	}
	var counted, replaced []string
	for _, p := range d.Programmes {
		if definition.Counts(p.ID) {
			counted = append(counted, p.Name)
		} else if slices.ContainsFunc(definition.NotFor, func(n NotFor) bool { return n.Programme == p.ID && n.Instead != "" }) {
			replaced = append(replaced, p.Name)
		}
	}
	text := l.Say("counts_for", strings.Join(counted, ", "))
	if len(replaced) > 0 {
		text += " " + l.Say("own_definition", strings.Join(replaced, ", "))
	}
	return text
}

// Whose says whose figure it is: the programme's name, or how many of the programmes a total is of.
func (d Draft) Whose(f Figure, l Language) string {
	if f.Programme != All {
		i := slices.IndexFunc(d.Programmes, func(p Programme) bool { return p.ID == f.Programme })
		if i < 0 {
			return f.Programme // one that figures were published of, but that is not part of the installation
		}
		return d.Programmes[i].Name
	}
	definition, _ := d.definition(f.Indicator)
	if counted := d.CountedBy(definition); len(counted) == 1 && len(d.Programmes) > 1 {
		return l.Say("only_programme", counted[0].Name)
	} else if len(counted) < len(d.Programmes) {
		return l.Say("n_of_programmes", l.Number(float64(len(counted)), 0), l.Number(float64(len(d.Programmes)), 0))
	}
	return l.Say("all_programmes")
}

// meaningToTell is the definition with what it means said in full: who counts, and, where that is not every programme, who does
// not.
func (d Draft) meaningToTell(definition Definition) Definition {
	if len(definition.NotFor) == 0 {
		return definition
	}
	told := Words{}
	for _, l := range Languages() {
		told[l] = definition.Meaning.In(l) + " " + d.WhoCounts(definition, l)
	}
	definition.Meaning = told
	return definition
}
