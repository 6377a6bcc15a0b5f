package dashboards

import (
	"cmp"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"bolyst/metrics"
)

// bars are counts and amounts, from zero.
func (i indicator) bars(figures []metrics.Figure) (*charts.RectChart, func() map[string]any) {
	bar := charts.NewBar()
	bar.SetGlobalOptions(i.frame(figures, "chart_bar")...)
	bar.SetXAxis(i.categories(figures, true))
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

// counts are rates of so few that their counts are drawn: a frame for how many count, filled as far as they have the outcome.
func (i indicator) counts(figures []metrics.Figure) (*charts.RectChart, func() map[string]any) {
	bar := charts.NewBar()
	bar.SetGlobalOptions(i.frame(figures, "chart_counts")...)
	bar.SetXAxis(i.categories(figures, false))
	filled, frames := make([]point, len(figures)), make([]point, len(figures))
	for at, f := range figures {
		filled[at] = point{Name: i.at(f) + ": " + cmp.Or(f.OfHowMany(i.language()), string(f.Sign))}
		frames[at] = filled[at]
		if counted(f) {
			filled[at].Value, frames[at].Value = f.Numerator.Float(), f.Denominator.Float()
			frames[at].Label = &opts.Label{Formatter: f.OfHowMany(i.language())}
		}
	}
	add := func(name string, data []point, style opts.ItemStyle, more ...charts.SeriesOpts) {
		bar.AddSeries(name, nil, append(more, charts.WithSeriesOpts(func(s *charts.SingleSeries) {
			s.Data, s.BarMaxWidth, s.BarGap = data, "72", "-100%"
		}), charts.WithItemStyleOpts(style), emphasis(style.Color))...)
	}
	add(i.title(), filled, opts.ItemStyle{Color: series})
	add(metrics.Capital(i.unit()), frames, opts.ItemStyle{Color: "transparent", BorderColor: series, BorderWidth: 2}, charts.WithSeriesId(values), labels("top"))
	bar.Validate()
	return &bar.RectChart, bar.JSON
}

// points are values with intervals: a dot for the value and a line from the lower to the upper limit.
func (i indicator) points(figures []metrics.Figure) (*charts.RectChart, func() map[string]any) {
	dots, whiskers := charts.NewScatter(), charts.NewCustom()
	dots.SetGlobalOptions(i.frame(figures, "chart_rate")...)
	dots.SetXAxis(i.categories(figures, true))
	dotted := make([]point, len(figures))
	var limits []opts.CustomData
	for at, f := range figures {
		dotted[at] = i.point(f)
		if low, ok := f.Low.Get(); ok {
			limits = append(limits, opts.CustomData{Name: dotted[at].Name, Value: []any{at, i.drawn(low), i.drawn(f.High.Float())}})
		}
	}
	// The whiskers come first, so that the dots lie on them. app.js draws them: JSON cannot carry a function.
	whiskers.AddSeries(i.Say("interval"), limits, charts.WithItemStyleOpts(opts.ItemStyle{Color: spread}),
		charts.WithEncodeOpts(opts.Encode{X: 0, Y: []int{1, 2}}), i.level("chart_total", i.total().Value, "insideStartTop", quiet))
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
	if !given || i.definition.Kind != metrics.Rate {
		return func(*charts.SingleSeries) {}
	}
	return func(s *charts.SingleSeries) {
		charts.WithMarkLineNameYAxisItemOpts(opts.MarkLineNameYAxisItem{
			Name: metrics.Capital(i.Say(key, i.language().Percent(share, 1))), YAxis: percent(share),
		})(s)
		charts.WithMarkLineStyleOpts(opts.MarkLineStyle{
			Symbol: []string{"none", "none"}, LineStyle: &opts.LineStyle{Color: colour, Type: "dashed", Width: 1.5},
			Label: &opts.Label{Show: opts.Bool(true), Formatter: "{b}", Position: where, Color: colour},
		})(s)
	}
}
