package dashboards

import (
	"encoding/json"
	"html/template"
	"math"
	"slices"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"bolyst/metrics"
)

// Colours are the names of page/style.css, so that dark mode and paper need no second chart. SVG takes var() as a colour.
const (
	ink    = "var(--ink)"
	quiet  = "var(--quiet)"
	rule   = "var(--rule)"
	series = "var(--series)"
	spread = "var(--spread)"
	goalAt = "var(--target)"
)

// values is the id of the series that holds the values.
const values = "values"

// picture is one chart of a page: what the page draws itself, what ECharts draws in its place, and what is said of it.
type picture struct {
	Plot          plot
	Option        template.JS // JSON of which no character can end the script element that holds it; "" where the plot stays
	Caption       string
	Legend        []legend
	Before, After string // stand around the numbers of the value axis: "kr 20 000", "40 %"
}

// legend says what a class of bars means.
type legend struct{ Class, Text string }

// point is one value of a series. ECharts draws nothing where the value is null, which is how a hidden figure looks.
type point struct {
	Name  string      `json:"name"` // what the tooltip says
	Value any         `json:"value"`
	Label *opts.Label `json:"label,omitempty"`
}

// drawSeries draws the figures beside each other; nil when there is nothing to draw.
func (i indicator) drawSeries(figures []metrics.Figure) (*picture, error) {
	drawn, key := i.drawing(figures)
	if drawn == nil {
		return nil, nil
	}
	p := &picture{Caption: i.Say(key), Plot: i.plotSeries(figures, key)}
	rect, option := drawn(figures)
	switch {
	case figures[0].IsShare() && key != "chart_counts":
		p.After = strings.TrimPrefix(i.language().Percent(0, 0), "0")
	case i.definition.Unit == "NOK":
		p.Before = strings.TrimSuffix(i.language().Say("kroner", "0"), "0")
	}
	rect.Accept(completed{summary: p.Plot.Label})
	text, err := json.Marshal(narrowable(option(), i.room(figures, key)))
	p.Option = template.JS(text)
	return p, err
}

// fewForPoints is the denominator under which a percentage says less than the counts that it is made of: one person is ten
// points of it.
const fewForPoints = 10

// drawing chooses how the figures are drawn, and the key of the chart's caption: values with intervals as points, other values
// as bars, and rates of which none has enough behind it as their counts. It is nil when there is nothing to draw.
func (i indicator) drawing(figures []metrics.Figure) (draw func([]metrics.Figure) (*charts.RectChart, func() map[string]any), caption string) {
	given := slices.ContainsFunc(figures, func(f metrics.Figure) bool { return f.Value.Given() })
	if i.definition.Kind == metrics.Rate {
		enough := slices.ContainsFunc(figures, func(f metrics.Figure) bool {
			return f.Value.Given() && f.Denominator.Float() >= fewForPoints
		})
		if !enough && slices.ContainsFunc(figures, counted) {
			return i.counts, "chart_counts"
		}
	}
	switch {
	case !given:
		return nil, ""
	case i.definition.Kind == metrics.Rate:
		return i.points, "chart_rate"
	case i.definition.Kind == metrics.Score:
		return i.points, "chart_mean"
	case i.definition.Kind == metrics.Duration:
		return i.points, "chart_curve"
	}
	return i.bars, "chart_bar"
}

// counted says whether the figure has counts to draw.
func counted(f metrics.Figure) bool { return f.Numerator.Given() && f.Denominator.Float() > 0 }

// point writes one figure for the chart.
func (i indicator) point(f metrics.Figure) point {
	l := i.language()
	p := point{Name: i.at(f) + ": " + f.Text(l)}
	value, given := f.Value.Get()
	if !given {
		return p
	}
	p.Value = i.drawn(value)
	p.Label = &opts.Label{Formatter: f.Amount(l)}
	return p
}

// categories are the periods, each with what stands in the place of its value, or how many are behind it where that is asked for.
func (i indicator) categories(figures []metrics.Figure, behind bool) (names []string) {
	l := i.language()
	for _, f := range figures {
		below := string(f.Sign)
		switch {
		case f.Sign == metrics.NotPossible && f.Immature.Float() > 0:
			below = metrics.Lower(i.Say("immature"))
		case tooFew(f) && !behind:
			below = ""
		case !behind || !f.Value.Given() && !tooFew(f):
		case f.Kind == metrics.Duration || f.Kind == metrics.Score:
			below = "n = " + l.Number(f.Denominator.Float(), 0)
		case f.Kind == metrics.Rate:
			below = l.Number(f.Numerator.Float(), 0) + "/" + l.Number(f.Denominator.Float(), 0)
		}
		names = append(names, strings.TrimSpace(i.at(f)+"\n"+below))
	}
	return names
}

// labels sets where the values are written.
func labels(where string) charts.SeriesOpts {
	return charts.WithLabelOpts(opts.Label{Show: opts.Bool(true), Position: where, Color: ink})
}

// drawn is the value as it is drawn, which is as it is printed: a share as a percentage, both to one decimal.
func (i indicator) drawn(value float64) float64 {
	switch i.definition.Kind {
	case metrics.Rate, metrics.Share, metrics.Duration:
		return percent(value)
	case metrics.Score, metrics.Breadth:
		return math.Round(10*value) / 10
	}
	return value
}

// percent is the share as a percentage, to one decimal.
func percent(share float64) float64 { return math.Round(1000*share) / 10 }

// emphasis keeps the colour under the pointer: ECharts lightens it otherwise, and cannot work with the name of a colour.
func emphasis(colour string) charts.SeriesOpts {
	return charts.WithEmphasisOpts(opts.Emphasis{ItemStyle: &opts.ItemStyle{Color: colour}})
}
