package dashboards

import (
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"bolyst/metrics"
)

// frame is what every chart has: axes, margins, a tooltip, no movement.
func (i indicator) frame(figures []metrics.Figure, key string) []charts.GlobalOpts {
	axis := &opts.LineStyle{Color: quiet}
	value := opts.YAxis{
		Type: "value", Min: 0, AxisLabel: &opts.AxisLabel{Show: opts.Bool(true), Color: quiet},
		SplitLine: &opts.SplitLine{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: rule}},
	}
	switch {
	case key == "chart_counts":
		value.MinInterval = 1
	case figures[0].IsShare():
		value.Max = 100
	}
	return []charts.GlobalOpts{
		charts.WithAnimation(false), // calm, and the same on paper
		charts.WithColorsOpts(opts.Colors{series}),
		charts.WithLegendOpts(opts.Legend{Show: opts.Bool(false)}), // one series, which the heading names
		charts.WithGridOpts(opts.Grid{Left: "8", Right: "16", Top: "24", Bottom: "8", ContainLabel: opts.Bool(true)}),
		charts.WithXAxisOpts(opts.XAxis{
			Type: "category", AxisLine: &opts.AxisLine{Show: opts.Bool(true), LineStyle: axis},
			AxisTick: &opts.AxisTick{Show: opts.Bool(false)}, AxisLabel: &opts.AxisLabel{Show: opts.Bool(true), Color: ink},
		}),
		charts.WithYAxisOpts(value),
		charts.WithTooltipOpts(opts.Tooltip{
			Show: opts.Bool(true), Trigger: "item", BackgroundColor: "var(--surface)", BorderColor: quiet,
		}),
	}
}

// completed adds to the option of go-echarts what its structs have no place for.
type completed struct {
	charts.BaseConfigurationVisitor
	summary string
}

// VisitTooltipOpt draws the tooltip as part of the chart: the usual one is HTML with inline style, which the
// Content-Security-Policy refuses.
func (completed) VisitTooltipOpt(t opts.Tooltip) any {
	return struct {
		opts.Tooltip
		RenderMode string         `json:"renderMode"`
		Confine    bool           `json:"confine"`
		TextStyle  opts.TextStyle `json:"textStyle"`
	}{t, "richText", true, opts.TextStyle{Color: ink}}
}

// Visit says the chart in words and gives its bars a pattern, and leaves out the toolbox, which has no words in Norwegian.
func (c completed) Visit(option map[string]any) {
	delete(option, "toolbox")
	delete(option, "title") // the page's own heading
	option["aria"] = map[string]any{
		"enabled": true,
		"label":   map[string]any{"description": c.summary},
		"decal": map[string]any{"show": true, "decals": []map[string]any{{
			"symbol": "line", "dashArrayX": []int{1, 0}, "dashArrayY": []int{2, 5}, "rotation": 0.785, "color": "rgba(255,255,255,0.14)",
		}}},
	}
}

// narrowable leaves out the numbers beside the dots and bars where the chart is so narrow that they would lie upon each other.
// They are in the tooltip and in the table.
func narrowable(option map[string]any, width int) map[string]any {
	labels := func(shown bool) map[string]any {
		return map[string]any{"series": []any{map[string]any{"id": values, "label": map[string]any{"show": shown}}}}
	}
	return map[string]any{"baseOption": option, "media": []any{
		map[string]any{"query": map[string]int{"maxWidth": width}, "option": labels(false)},
		map[string]any{"query": map[string]int{"minWidth": width + 1}, "option": labels(true)},
	}}
}

// room is the width in pixels that the labels of the values need side by side.
func (i indicator) room(figures []metrics.Figure, key string) int {
	const letter, axis = 8, 56
	longest := 0
	for _, f := range figures {
		if f.Value.Given() || key == "chart_counts" {
			text := f.Amount(i.language())
			if key == "chart_counts" {
				text = f.OfHowMany(i.language())
			}
			longest = max(longest, len([]rune(text)))
		}
	}
	if key != "chart_counts" && key != "chart_bar" {
		longest = 2*longest + 2 // beside the dot, not above it
	}
	return axis + len(figures)*longest*letter
}

// summary says the chart in a few words, for those who do not see it: every figure where the counts or a curve are drawn, and
// otherwise the lowest and the highest.
func (i indicator) summary(figures []metrics.Figure, key string) string {
	l := i.language()
	name := i.Say("by_"+i.definition.Period, i.title())
	if i.definition.Kind == metrics.Duration {
		name = i.Say("by_months", i.title())
	}
	if key == "chart_counts" || key == "chart_curve" {
		var said []string
		for _, f := range figures {
			if f.Value.Given() || counted(f) {
				said = append(said, i.at(f)+": "+f.Text(l))
			}
		}
		return i.Say("chart_list", name, strings.Join(said, "; "))
	}
	var lowest, highest metrics.Figure
	for _, f := range figures {
		if v, ok := f.Value.Get(); ok {
			if !lowest.Value.Given() || v < lowest.Value.Float() {
				lowest = f
			}
			if !highest.Value.Given() || v > highest.Value.Float() {
				highest = f
			}
		}
	}
	return i.Say("chart_summary", name, lowest.Amount(l), i.at(lowest), highest.Amount(l), i.at(highest))
}
