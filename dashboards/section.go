package dashboards

// section is one indicator in full: its chart, the chart's table, what was published elsewhere, and what it means.
type section struct {
	ID, Title, Scope string
	Finding          string // the total in words
	Target           string
	Decided          string // by whom and when the target was agreed
	Chart            *chart
	NoChart          string // why there is none
	Twin             twin
	Breakdowns       *twin
	Published        *twin
	Meaning          string
	Details          []string // version, unit, kind, direction
}

func (i indicator) section() (section, error) {
	f, l := i.total(), i.language()
	chart, err := i.chart()
	if err != nil {
		return section{}, err
	}
	s := section{
		ID: i.definition.ID, Title: i.title(), Scope: i.scope(), Finding: f.Text(l), Target: capital(f.TargetText(l)),
		Chart: chart, Twin: i.twin(), Breakdowns: i.breakdownTwin(), Published: i.publishedTwin(),
		Meaning: i.definition.Meaning.In(l),
		Details: []string{
			capital(i.Say("unit")) + ": " + i.Say("unit_"+i.definition.Unit), capital(i.Say("kind_" + string(i.definition.Kind))),
			capital(i.Say("direction_" + i.definition.Direction)), i.Say("version_number", l.Number(float64(i.definition.Version), 0)),
		},
	}
	if chart == nil && len(i.series()) > 0 {
		s.NoChart = i.Say("chart_none")
	}
	if target, ok := i.table.TargetOf(f); ok {
		s.Decided = i.Say("decided", target.Owner, l.Date(target.DecidedOn))
	}
	return s, nil
}
