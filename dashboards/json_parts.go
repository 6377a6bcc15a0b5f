package dashboards

import (
	"time"

	"bolyst/metrics"
)

// target is a target and how the figures stand against it.
type target struct {
	Indicator string            `json:"indicator"`
	Programme string            `json:"programme"`
	Period    string            `json:"period"`
	Value     float64           `json:"value"`
	Direction string            `json:"direction"`
	Baseline  *metrics.Baseline `json:"baseline"`
	Owner     string            `json:"owner"`
	DecidedOn string            `json:"decided_on"`
	Now       metrics.Figure    `json:"now"`
	Gap       metrics.Number    `json:"gap"`
	Reached   bool              `json:"reached"`
	Years     int               `json:"years"`
	Pace      metrics.Number    `json:"pace"`
	Chance    metrics.Number    `json:"chance"`
}

func targetsOf(table metrics.Table) []target {
	targets := []target{}
	for _, s := range table.AllProgress() {
		t := target{
			Indicator: s.Target.Indicator, Programme: s.Target.Programme, Period: s.Target.Period, Value: s.Target.Value, Direction: s.Direction,
			Owner: s.Target.Owner, DecidedOn: s.Target.DecidedOn.Format(time.DateOnly),
			Now: s.Now, Gap: s.Gap, Reached: s.Reached, Years: s.Years, Pace: s.Pace, Chance: s.Chance,
		}
		if s.Target.Baseline.Value.Given() {
			t.Baseline = &s.Target.Baseline
		}
		targets = append(targets, t)
	}
	return targets
}

// process is one series of periods as a process.
type process struct {
	Indicator string `json:"indicator"`
	Programme string `json:"programme"`
	metrics.Process
}

func seriesOf(table metrics.Table) []process {
	all := []process{}
	for _, definition := range table.Definitions {
		for _, programme := range everyProgramme(table) {
			if read, ok := table.Process(definition.ID, programme); ok {
				all = append(all, process{definition.ID, programme, read})
			}
		}
	}
	return all
}

func funnelsOf(table metrics.Table) []metrics.Funnel {
	funnels := []metrics.Funnel{}
	for _, definition := range table.Definitions {
		if funnel, ok := table.Funnel(definition.ID); ok {
			funnel.Left = listed(funnel.Left)
			funnels = append(funnels, funnel)
		}
	}
	return funnels
}

func curvesOf(table metrics.Table) []metrics.ToldCurve {
	curves := []metrics.ToldCurve{}
	for _, definition := range table.Definitions {
		for _, programme := range everyProgramme(table) {
			if curve, ok := table.Curve(definition.ID, programme); ok {
				curves = append(curves, curve)
			}
		}
	}
	return curves
}

// comment is what was said or decided.
type comment struct {
	Kind      metrics.CommentKind `json:"kind"`
	Indicator string              `json:"indicator"`
	Programme string              `json:"programme"`
	Period    string              `json:"period"`
	Text      metrics.Words       `json:"text"`
	Author    string              `json:"author"`
	Date      string              `json:"date"`
}

func commentsOf(table metrics.Table) []comment {
	comments := []comment{}
	for _, c := range table.Comments {
		comments = append(comments, comment{c.Kind, c.Indicator, c.Programme, c.Period, c.Text, c.Author, c.Date.Format(time.DateOnly)})
	}
	return comments
}

// everyProgramme lists the programmes, all of them together first.
func everyProgramme(table metrics.Table) []string {
	ids := []string{metrics.All}
	for _, programme := range table.Programmes {
		ids = append(ids, programme.ID)
	}
	return ids
}
