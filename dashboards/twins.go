package dashboards

import (
	"slices"

	"bolyst/metrics"
)

// manyRows is how many a phone still folds into blocks of their own; a longer table it scrolls sideways.
const manyRows = 24

// tableOf is the table of a view: its figures, total before periods. A column that would say the same in every row is left out.
func (i indicator) tableOf(breakdown, caption string, figures []metrics.Figure) *twin {
	period := heading{i.Say(i.definition.Period), true}
	var t *twin
	switch breakdown {
	case "":
		t = i.newTwin(caption, []string{period.Text}, func(f metrics.Figure) []string { return []string{i.period(f.Period)} }, figures)
	case months:
		t = i.newTwin(caption, []string{i.Say("months_after")}, func(f metrics.Figure) []string { return []string{i.at(f)} }, figures)
	default:
		heads := []string{i.breakdownName(breakdown)}
		periods := slices.ContainsFunc(figures, func(f metrics.Figure) bool { return f.Period != metrics.All })
		if periods {
			heads = append(heads, period.Text)
		}
		t = i.newTwin(caption, heads, func(f metrics.Figure) []string {
			if !periods {
				return []string{i.rowName(f)}
			}
			return []string{i.rowName(f), i.period(f.Period)}
		}, figures)
		if t != nil {
			t.Compact, t.Names = len(figures) > manyRows, true
			for at, f := range figures {
				t.Rows[at].Total = periods && f.Period == metrics.All
			}
		}
	}
	return t
}
