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

// chart is one chart of the page: the option that ECharts draws, and what the page says of it.
type chart struct {
	Option        template.JS // JSON of which no character can end the script element that holds it
	Caption       string
	Before, After string // stand around the numbers of the value axis: "kr 20 000", "40 %"
}

// point is one value of a series. ECharts draws nothing where the value is null, which is how a hidden figure looks.
type point struct {
	Name  string      `json:"name"` // what the tooltip says
	Value any         `json:"value"`
	Label *opts.Label `json:"label,omitempty"`
}

// chart draws the indicator period by period; nil when there is no value to draw.
func (i indicator) chart() (*chart, error) {
	figures := i.series()
	if !slices.ContainsFunc(figures, func(f metrics.Figure) bool { return f.Value.Given() }) {
		return nil, nil
	}
	drawn := i.bars
	c := &chart{Caption: i.Say("chart_bar")}
	if i.definition.Kind == metrics.Rate {
		drawn, c.Caption = i.points, i.Say("chart_rate")
	}
	if slices.ContainsFunc(figures, func(f metrics.Figure) bool { return f.Sign != metrics.NoSign }) {
		c.Caption += " " + i.Say("chart_signs")
	}
	rect, option := drawn(figures)
	switch {
	case figures[0].IsShare():
		c.After = strings.TrimPrefix(i.language().Percent(0, 0), "0")
	case i.definition.Unit == "NOK":
		c.Before = strings.TrimSuffix(i.language().Say("kroner", "0"), "0")
	}
	rect.Accept(completed{summary: i.summary(figures)})
	text, err := json.Marshal(narrowable(option(), i.room(figures)))
	if err != nil {
		return nil, err
	}
	c.Option = template.JS(text)
	return c, nil
}

// bars are counts and amounts, from zero.
func (i indicator) bars(figures []metrics.Figure) (*charts.RectChart, func() map[string]any) {
	bar := charts.NewBar()
	bar.SetGlobalOptions(i.frame(figures)...)
	bar.SetXAxis(i.categories(figures))
	data := make([]point, len(figures))
	for at, f := range figures {
		data[at] = i.point(f)
	}
	bar.AddSeries(i.title(), nil, charts.WithSeriesOpts(func(s *charts.SingleSeries) {
		s.Data, s.BarMaxWidth = data, "72"
	}), charts.WithSeriesId(values), labels("top"), charts.WithItemStyleOpts(opts.ItemStyle{Color: series}), emphasis(series))
	bar.Validate()
	return &bar.RectChart, bar.JSON
}

// points are rates: a dot for the value and a line from the lower to the upper limit of the interval.
func (i indicator) points(figures []metrics.Figure) (*charts.RectChart, func() map[string]any) {
	dots, whiskers := charts.NewScatter(), charts.NewCustom()
	dots.SetGlobalOptions(i.frame(figures)...)
	dots.SetXAxis(i.categories(figures))
	dotted := make([]point, len(figures))
	var limits []opts.CustomData
	for at, f := range figures {
		dotted[at] = i.point(f)
		if low, ok := f.Low.Get(); ok {
			limits = append(limits, opts.CustomData{Name: dotted[at].Name, Value: []any{at, percent(low), percent(f.High.Float())}})
		}
	}
	// The whiskers come first, so that the dots lie on them. app.js draws them: JSON cannot carry a function.
	whiskers.AddSeries(i.Say("interval"), limits, charts.WithItemStyleOpts(opts.ItemStyle{Color: spread}),
		charts.WithEncodeOpts(opts.Encode{X: 0, Y: []int{1, 2}}), i.level("chart_total", i.total().Value, "end", quiet))
	dots.Overlap(whiskers)
	dots.AddSeries(i.title(), nil, charts.WithSeriesOpts(func(s *charts.SingleSeries) { s.Data = dotted }),
		charts.WithSeriesId(values), labels("right"),
		charts.WithScatterChartOpts(opts.ScatterChart{Symbol: "circle", SymbolSize: 11}),
		charts.WithItemStyleOpts(opts.ItemStyle{Color: series, Opacity: opts.Float(1)}), emphasis(series),
		i.level("target", i.total().Target, "insideEndTop", goalAt))
	dots.Validate()
	return &dots.RectChart, dots.JSON
}

// level is a line across the chart at a share, with its name; nothing where there is no number.
func (i indicator) level(key string, at metrics.Number, where, colour string) charts.SeriesOpts {
	share, given := at.Get()
	if !given {
		return func(*charts.SingleSeries) {}
	}
	return func(s *charts.SingleSeries) {
		charts.WithMarkLineNameYAxisItemOpts(opts.MarkLineNameYAxisItem{
			Name: capital(i.Say(key, i.language().Percent(share, 1))), YAxis: percent(share),
		})(s)
		charts.WithMarkLineStyleOpts(opts.MarkLineStyle{
			Symbol: []string{"none", "none"}, LineStyle: &opts.LineStyle{Color: colour, Type: "dashed", Width: 1.5},
			Label: &opts.Label{Show: opts.Bool(true), Formatter: "{b}", Position: where, Color: colour},
		})(s)
	}
}

// point writes one figure for the chart.
func (i indicator) point(f metrics.Figure) point {
	l := i.language()
	p := point{Name: i.period(f.Period) + ": " + f.Text(l)}
	value, given := f.Value.Get()
	if !given {
		return p
	}
	p.Value = value
	if f.IsShare() {
		p.Value = percent(value)
	}
	p.Label = &opts.Label{Formatter: f.Amount(l)}
	return p
}

// categories are the periods, each with what is behind its value or the sign that stands for it.
func (i indicator) categories(figures []metrics.Figure) (names []string) {
	for _, f := range figures {
		below := string(f.Sign)
		if i.definition.Kind == metrics.Rate && f.Numerator.Given() && f.Denominator.Float() > 0 {
			below = i.language().Number(f.Numerator.Float(), 0) + "/" + i.language().Number(f.Denominator.Float(), 0)
		}
		names = append(names, strings.TrimSpace(i.period(f.Period)+"\n"+below))
	}
	return names
}

// labels sets where the values are written.
func labels(where string) charts.SeriesOpts {
	return charts.WithLabelOpts(opts.Label{Show: opts.Bool(true), Position: where, Color: ink})
}

// percent is the share as a percentage, to one decimal: what is drawn is what is printed.
func percent(share float64) float64 { return math.Round(1000*share) / 10 }

// emphasis keeps the colour under the pointer: ECharts lightens it otherwise, and cannot work with the name of a colour.
func emphasis(colour string) charts.SeriesOpts {
	return charts.WithEmphasisOpts(opts.Emphasis{ItemStyle: &opts.ItemStyle{Color: colour}})
}
