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
	option, err := json.Marshal(i.funnelOption(funnel, label))
	if err != nil {
		return nil, err
	}
	b.Picture = &picture{Plot: i.plotFunnel(funnel, label), Option: template.JS(option), Caption: i.Say("chart_funnel", l.Percent(funnel.Centre.Float(), 1)),
		After: strings.TrimPrefix(l.Percent(0, 0), "0")}
	return b, nil
}

// funnelLines are the limits that are drawn, from the lowest to the highest.
var funnelLines = []struct {
	dashed bool
	of     func(metrics.FunnelLimits) metrics.Number
}{
	{true, func(l metrics.FunnelLimits) metrics.Number { return l.Low998 }},
	{false, func(l metrics.FunnelLimits) metrics.Number { return l.Low95 }},
	{false, func(l metrics.FunnelLimits) metrics.Number { return l.High95 }},
	{true, func(l metrics.FunnelLimits) metrics.Number { return l.High998 }},
}

// thinned leaves out limits between which a line is straight to the eye: they bend where few count.
func thinned(curve []metrics.FunnelLimits) (kept []metrics.FunnelLimits) {
	for at, limits := range curve {
		if n := len(kept); n == 0 || at == len(curve)-1 || limits.N-kept[n-1].N >= max(1, limits.N/12) {
			kept = append(kept, limits)
		}
	}
	return kept
}

// reach is how far to the right the funnel is drawn.
func reach(funnel metrics.Funnel) float64 {
	return scaleTo(1.02*float64(funnel.Curve[len(funnel.Curve)-1].N), 0, 1).most
}

// plotFunnel draws the funnel without a script.
func (i indicator) plotFunnel(funnel metrics.Funnel, label string) plot {
	p := plot{Height: 320, Label: label}
	s := percentages(26, 280)
	along := func(n int) float64 { return 8 + 89*float64(n)/reach(funnel) }
	for _, tick := range s.ticks() {
		p.line("grid", 0, s.y(tick), 100, s.y(tick))
		p.text("tick", 0, s.y(tick)-4, i.language().Percent(tick/100, 0))
	}
	curve := thinned(funnel.Curve)
	for _, line := range funnelLines {
		class := "limit"
		if line.dashed {
			class = "limit far"
		}
		for at := 1; at < len(curve); at++ {
			from, to := line.of(curve[at-1]), line.of(curve[at])
			if from.Given() && to.Given() {
				p.line(class, along(curve[at-1].N), s.y(100*from.Float()), along(curve[at].N), s.y(100*to.Float()))
			}
		}
	}
	p.line("centre", 8, s.y(100*funnel.Centre.Float()), 100, s.y(100*funnel.Centre.Float()))
	for _, dot := range funnel.Points {
		x, y := along(dot.N), s.y(100*float64(dot.K)/float64(dot.N))
		p.dot("dot", x, y)
		write := p.text
		if x > 60 {
			write = p.end
		}
		write("name often", x, y-10, i.programme(dot.Programme))
	}
	for _, n := range scaleTo(reach(funnel), 0, 1).ticks() {
		p.middle("period", along(int(n)), s.bottom+18, i.language().Number(n, 0))
	}
	p.end("tick", 100, s.bottom+36, i.Say("funnel_along", i.unit()))
	return p
}

// funnelOption is the same for ECharts, which tells each programme under the pointer.
func (i indicator) funnelOption(funnel metrics.Funnel, label string) map[string]any {
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
	for _, dot := range funnel.Points {
		f := i.table.Figure(i.definition.ID, dot.Programme, metrics.All)
		name := i.programme(dot.Programme)
		dots = append(dots, point{Name: name + ": " + f.Text(i.language()) + ". " + metrics.Capital(dot.Place.Text(i.language())),
			Value: []any{dot.N, i.drawn(f.Value.Float())}, Label: &opts.Label{Formatter: strings.NewReplacer("{", "(", "}", ")").Replace(name)}})
	}
	scatter.AddSeries(i.title(), nil, charts.WithSeriesOpts(func(s *charts.SingleSeries) { s.Data = dots }), charts.WithSeriesId(values), labels("top"),
		charts.WithScatterChartOpts(opts.ScatterChart{Symbol: "circle", SymbolSize: 12}),
		charts.WithItemStyleOpts(opts.ItemStyle{Color: series, Opacity: opts.Float(1)}), emphasis(series))
	scatter.Validate()
	scatter.Accept(completed{summary: label})
	option := scatter.JSON()
	option["grid"] = []opts.Grid{{Left: "8", Right: "24", Top: "24", Bottom: "40", ContainLabel: opts.Bool(true)}} // room for the name of the axis
	return narrowable(option, 700)
}
