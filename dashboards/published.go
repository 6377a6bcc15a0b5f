package dashboards

import (
	"slices"
)

// published is the table of all figures of the indicator that were published elsewhere, each beside the computed one.
func (i indicator) published() *twin {
	t := &twin{Caption: i.Say("published_caption", i.title()), Head: []heading{
		{Text: i.Say("programme"), Left: true}, {Text: i.Say(i.definition.Period), Left: true}, {Text: i.Say("reported")},
		{Text: i.Say("computed"), Left: true}, {Text: i.Say("source"), Left: true}, {Text: i.Say("as_of")}, {Text: i.Say("note"), Left: true},
	}}
	for _, r := range i.table.Reported {
		if r.Indicator != i.definition.ID {
			continue
		}
		computed := i.table.Figure(r.Indicator, r.Programme, r.Period)
		row := row{Heads: []string{i.programme(r.Programme), i.period(r.Period)}, Cells: []cell{
			{Text: r.Text(i.language(), i.definition.Kind, i.definition.Unit), Mark: true}, {Text: computed.Text(i.language()), Left: true}, {Text: r.Source, Prose: true},
		}}
		asOf := ""
		if !r.AsOf.IsZero() {
			asOf = i.language().Date(r.AsOf)
		}
		row.Cells = append(row.Cells, cell{Text: asOf}, cell{Text: r.Note, Prose: true})
		t.Rows = append(t.Rows, row)
	}
	if t.Rows == nil {
		return nil
	}
	t.dropEmptyLastColumn()
	// The name of the only programme says nothing; another's does.
	if len(i.table.Programmes) == 1 && !slices.ContainsFunc(t.Rows, func(r row) bool { return r.Heads[0] != i.table.Programmes[0].Name }) {
		t.Head = t.Head[1:]
		for at := range t.Rows {
			t.Rows[at].Heads = t.Rows[at].Heads[1:]
		}
	}
	return t.named()
}
