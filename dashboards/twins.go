package dashboards

import (
	"slices"

	"bolyst/metrics"
)

// figures lists the indicator's figures that are wanted, in the order of the table.
func (i indicator) figures(wanted func(metrics.Figure) bool) []metrics.Figure {
	var found []metrics.Figure
	for _, f := range i.table.Figures {
		if f.Indicator == i.definition.ID && f.Region == "" && wanted(f) {
			found = append(found, f)
		}
	}
	return found
}

// periods is the table of the indicator's periods over all programmes.
func (i indicator) periods() *twin {
	figures := i.figures(func(f metrics.Figure) bool { return f.Breakdown == "" && f.Programme == metrics.All })
	title := i.title()
	if i.definition.Kind == metrics.Duration {
		title += " (" + i.Say("after_three_years") + ")"
	}
	return i.newTwin(i.Say("by_"+i.definition.Period, title), []string{i.Say(i.definition.Period)}, func(f metrics.Figure) []string { return []string{i.period(f.Period)} }, figures)
}

// programmes is the table of the programmes' totals, each with its small picture, in the order of the configuration: a ranking
// would make much of differences that are chance. It is nil where there is one programme.
func (i indicator) programmes() *twin {
	if !i.several() {
		return nil
	}
	var figures []metrics.Figure
	for _, programme := range i.table.Programmes {
		if f := i.table.Figure(i.definition.ID, programme.ID, metrics.All); f.Indicator != "" {
			figures = append(figures, f)
		}
	}
	t := i.newTwin(i.Say("by_programme", i.title()), []string{i.Say("programme")}, func(f metrics.Figure) []string { return []string{i.table.Whose(f, i.language())} }, figures)
	if t == nil {
		return nil
	}
	t.Names = true
	head := heading{Left: true}
	for at, f := range figures {
		g := i.glance(f)
		switch {
		case g.Line != nil:
			head.Text = "0–" + g.Line.All
		case g.Columns != nil:
			head.Text = g.First + "–" + g.Last
		}
		t.Rows[at].Total = false
		t.Rows[at].Cells = append(t.Rows[at].Cells, cell{Glance: &g})
	}
	if head.Text == "" {
		for at := range t.Rows {
			t.Rows[at].Cells = t.Rows[at].Cells[:len(t.Rows[at].Cells)-1]
		}
		return t
	}
	t.Head = append(t.Head, head)
	return t.named()
}

// programmePeriods is the table of every programme's periods. It is nil where there is one programme.
func (i indicator) programmePeriods() *twin {
	if !i.several() {
		return nil
	}
	figures := i.figures(func(f metrics.Figure) bool { return f.Breakdown == "" && f.Programme != metrics.All })
	return i.newTwin(i.Say("by_"+i.definition.Period+"_programme", i.title()), []string{i.Say("programme"), i.Say(i.definition.Period)},
		func(f metrics.Figure) []string { return []string{i.table.Whose(f, i.language()), i.period(f.Period)} }, figures)
}

// breakdowns are the tables of the indicator's breakdowns, one for each way in which the subjects are told apart. A curve's
// months are none: it has a table of its own.
func (i indicator) breakdowns() []twin {
	broken := i.figures(func(f metrics.Figure) bool {
		return f.Breakdown != "" && f.Breakdown != months && (i.several() || f.Programme == metrics.All)
	})
	var names []string
	for _, f := range broken {
		if !slices.Contains(names, f.Breakdown) {
			names = append(names, f.Breakdown)
		}
	}
	slices.Sort(names)
	var tables []twin
	for _, name := range names {
		tables = append(tables, *i.breakdown(name, slices.DeleteFunc(slices.Clone(broken), func(f metrics.Figure) bool { return f.Breakdown != name })))
	}
	return tables
}

// breakdown is the table of one breakdown. A column that would say the same in every row is left out.
func (i indicator) breakdown(name string, figures []metrics.Figure) *twin {
	said := metrics.Cell{Breakdown: name}.BreakdownName(i.language())
	heads := []string{said}
	if i.several() {
		heads = append(heads, i.Say("programme"))
	}
	periods := slices.ContainsFunc(figures, func(f metrics.Figure) bool { return f.Period != metrics.All })
	if periods {
		heads = append(heads, i.Say(i.definition.Period))
	}
	return i.newTwin(i.Say("by_this", i.title(), metrics.Lower(said)), heads, func(f metrics.Figure) []string {
		texts := []string{f.CategoryName(i.language())}
		if i.several() {
			texts = append(texts, i.table.Whose(f, i.language()))
		}
		if periods {
			texts = append(texts, i.period(f.Period))
		}
		return texts
	}, figures)
}
