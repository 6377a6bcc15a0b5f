package dashboards

import (
	"slices"
	"strings"

	"bolyst/metrics"
)

// rowHeight is the height of one row: its name, and below it the value with its interval.
const rowHeight = 46

// drawRows draws figures below each other, each with its name and its value: shares on a line from 0 to 100 %, other values as
// bars from zero. It is nil where there are fewer than two to compare.
func (i indicator) drawRows(title string, figures []metrics.Figure) *picture {
	_, highest, given := ends(figures)
	if given < 2 {
		return nil
	}
	share := highest.IsShare()
	most := highest.Value.Float()
	for _, f := range figures {
		most = max(most, f.High.Float())
	}
	along := func(v float64) float64 {
		if share {
			return 100 * v
		}
		return 100 * v / most
	}
	p := plot{Height: rowHeight*len(figures) + 22}
	floor := float64(rowHeight * len(figures))
	if share {
		for _, tick := range []float64{0, 0.25, 0.5, 0.75, 1} {
			p.line("grid", 100*tick, 0, 100*tick, floor)
			write := p.middle
			switch tick {
			case 0:
				write = p.text
			case 1:
				write = p.end
			}
			write("tick", 100*tick, floor+16, i.language().Percent(tick, 0))
		}
	}
	var said []string
	for at, f := range figures {
		top := float64(rowHeight * at)
		p.text("name", 0, top+16, i.rowName(f))
		text := f.Amount(i.language())
		if behind := i.behind(f); behind != "" {
			text += " (" + behind + ")"
		}
		p.end("value", 100, top+16, text)
		said = append(said, i.rowName(f)+": "+f.Text(i.language()))
		value, ok := f.Value.Get()
		if !ok || value < 0 {
			continue
		}
		if !share {
			p.rect("bar", 0, top+23, along(value), 12)
			continue
		}
		p.line("track", 0, top+30, 100, top+30)
		if low, ok := f.Low.Get(); ok {
			p.line("whisker", along(low), top+30, along(f.High.Float()), top+30)
		}
		p.dot("dot", along(value), top+30)
	}
	p.Label = i.Say("chart_list", title, strings.Join(said, "; "))
	key := "chart_bar"
	if share && slices.ContainsFunc(figures, func(f metrics.Figure) bool { return f.Low.Given() }) {
		key = "chart_rows"
	}
	return &picture{Plot: p, Caption: i.Say(key)}
}
