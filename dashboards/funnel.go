package dashboards

import (
	"encoding/json"
	"fmt"
	"html/template"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"bolyst/metrics"
)

// funnel is the programmes of one indicator against what chance alone would do; nil where there is no such comparison.
func (i indicator) funnel() (*block, error) {
	funnel, ok := i.table.Funnel(i.definition.ID)
	if !ok {
		return nil, nil
	}
	l := i.language()
	b := &block{ID: "funnel-" + i.definition.ID, Indicator: i.definition.ID, Title: i.Say("funnel_title", i.title()), Finding: i.Say(funnel.Spread.Note)}
	var left []string
	for _, out := range funnel.Left {
		left = append(left, i.programme(out.Programme)+": "+i.Say(out.Why))
	}
	if left != nil {
		b.Note = i.Say("funnel_left", strings.Join(left, "; "))
	}
	t := &twin{Caption: b.Title, Names: true, Head: append(wordsUnder(i.Say("programme")),
		heading{Text: i.Say("of_how_many")}, heading{Text: i.Say("value")}, heading{Text: i.Say("interval")}, heading{Text: i.Say("funnel_limits")}, heading{Text: i.Say("funnel_place"), Left: true})}
	var said []string
	for _, dot := range funnel.Points {
		f := i.table.Figure(i.definition.ID, dot.Programme, metrics.All)
		limits := l.Number(100*dot.Limits.Low95.Float(), 1) + "–" + l.Percent(dot.Limits.High95.Float(), 1)
		t.Rows = append(t.Rows, row{Key: keyOf(f), Heads: []string{i.programme(dot.Programme)}, Link: i.of(dot.Programme).address(""), Cells: []cell{
			{Text: f.OfHowMany(l)}, i.value(f), {Text: f.Interval(l)}, {Text: limits}, {Text: dot.Place.Text(l), Prose: true}}})
		said = append(said, i.programme(dot.Programme)+": "+f.OfHowMany(l)+", "+dot.Place.Text(l))
	}
	b.Table = t.named()
	label := i.Say("chart_list", b.Title, strings.Join(said, "; "))
	sides := i.namesOf(funnel)
	option, err := json.Marshal(i.funnelOption(funnel, sides, label))
	if err != nil {
		return nil, err
	}
	b.Picture = &picture{Plot: i.plotFunnel(funnel, sides, label), Option: template.JS(option), Caption: i.Say("chart_funnel", l.Percent(funnel.Centre.Float(), 1)),
		After: strings.TrimPrefix(l.Percent(0, 0), "0")}
	return b, nil
}

// funnelOption is the same for ECharts, which tells each programme under the pointer.
func (i indicator) funnelOption(funnel metrics.Funnel, sides []side, label string) map[string]any {
	scatter, line := charts.NewScatter(), charts.NewLine()
	frame := i.frame([]metrics.Figure{i.total()}, "chart_rate")
	scatter.SetGlobalOptions(append(frame, charts.WithXAxisOpts(opts.XAxis{
		Type: "value", Min: 0, Max: fmt.Sprintf("%.0f", reach(funnel)), Name: i.Say("funnel_along", i.unit()), NameLocation: "middle", NameGap: 28,
		AxisLabel: &opts.AxisLabel{Show: opts.Bool(true), Color: ink}, SplitLine: &opts.SplitLine{Show: opts.Bool(false)},
	}))...)
	curve := thinned(funnel.Curve)
	draw := func(colour, dash string, width float32, of func(metrics.FunnelLimits) metrics.Number) {
		var data []opts.LineData
		for _, limits := range curve {
			if at, ok := of(limits).Get(); ok {
				data = append(data, opts.LineData{Value: []any{limits.N, percent(at)}})
			}
		}
		line.AddSeries("", data, charts.WithLineStyleOpts(opts.LineStyle{Color: colour, Type: dash, Width: width}),
			charts.WithLineChartOpts(opts.LineChart{ShowSymbol: opts.Bool(false)}))
	}
	for _, l := range funnelLines {
		dash := "solid"
		if l.dashed {
			dash = "dashed"
		}
		draw(spread, dash, 1.5, l.of)
	}
	draw(quiet, "dotted", 1.5, func(metrics.FunnelLimits) metrics.Number { return funnel.Centre })
	scatter.Overlap(line)
	var dots []point
	for at, dot := range funnel.Points {
		f := i.table.Figure(i.definition.ID, dot.Programme, metrics.All)
		name := i.programme(dot.Programme)
		written := &opts.Label{Position: string(sides[at]), Formatter: strings.NewReplacer("{", "(", "}", ")").Replace(name)}
		if sides[at] == nowhere {
			written.Show = opts.Bool(false)
		}
		dots = append(dots, point{Name: name + ": " + f.Text(i.language()) + ". " + metrics.Capital(dot.Place.Text(i.language())),
			Value: []any{dot.N, percent(float64(dot.K) / float64(dot.N))}, Label: written})
	}
	scatter.AddSeries(i.title(), nil, charts.WithSeriesOpts(func(s *charts.SingleSeries) { s.Data = dots }), charts.WithSeriesId(values), labels("top"),
		charts.WithScatterChartOpts(opts.ScatterChart{Symbol: "circle", SymbolSize: 12}),
		charts.WithItemStyleOpts(opts.ItemStyle{Color: series, Opacity: opts.Float(1)}), emphasis(series))
	scatter.Validate()
	scatter.Accept(completed{summary: label})
	option := scatter.JSON()
	s := funnelScale(funnel)
	axis := option["yAxis"].([]opts.YAxis)
	axis[0].Min, axis[0].Max = s.least, s.most
	// With room for the name of the axis; the names of the programmes stay where the chart is as wide as paper.
	option["grid"] = []opts.Grid{{Left: "8", Right: "24", Top: "24", Bottom: "40", ContainLabel: opts.Bool(true)}}
	return narrowable(option, 560)
}
