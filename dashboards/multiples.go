package dashboards

import (
	"bolyst/metrics"
)

// The heights of a small plot.
const (
	smallTop, smallFloor, smallHeight = 14, 96, 118
)

// multiples are the same series of every programme beside each other on one scale, each with what is ordinary for it; nil where
// there is no series. With one programme it is its own alone.
func (i indicator) multiples() *block {
	if !i.table.IsKey(i.definition.ID) || i.definition.Kind == metrics.Duration { // of all of them the page would be too heavy
		return nil
	}
	b := &block{ID: "series-" + i.definition.ID, Indicator: i.definition.ID, Title: i.Say("multiples_title", i.title())}
	most := 0.0
	whoses := i.whoses()
	for _, programme := range whoses {
		for _, f := range i.of(programme).series() {
			if programme != metrics.All || i.definition.Kind != metrics.Count || len(whoses) == 1 {
				most = max(most, i.drawn(f.Value.Float()))
			}
		}
	}
	changed, judged := 0, 0
	for _, programme := range whoses {
		one := i.of(programme)
		series := one.series()
		_, _, given := ends(series)
		if given < 2 {
			continue
		}
		process, _ := i.table.Process(i.definition.ID, programme)
		if process.Changed() {
			changed++
		}
		if process.Judged() {
			judged++
		}
		to := most
		if programme == metrics.All && i.definition.Kind == metrics.Count { // the sum of all is of another size
			_, highest, _ := ends(series)
			to = i.drawn(highest.Value.Float())
		}
		b.Small = append(b.Small, small{Title: i.whoseName(programme), Address: one.address(""),
			Plot: one.plotSmall(series, process, to), Said: process.VariationLabel(i.language())})
	}
	if b.Small == nil {
		return nil
	}
	b.Finding = i.Say("variation_too_few")
	if judged > 0 {
		b.Finding = i.Say("multiples_finding", i.language().Number(float64(changed), 0), i.language().Number(float64(judged), 0))
	}
	b.Note = i.Say("multiples_note") + " " + i.Say("multiples_axis")
	return b
}

// plotSmall draws one series: a line with dots, the mean, and the limits between which it ordinarily stays.
func (i indicator) plotSmall(series []metrics.Figure, process metrics.Process, most float64) plot {
	p := plot{Height: smallHeight, Label: i.summary(series, "chart_bar") + " " + process.Sentence(i.language())}
	s := scaleTo(most, smallTop, smallFloor)
	if i.total().IsShare() {
		s = percentages(smallTop, smallFloor)
	}
	p.line("grid", 0, s.y(s.most), 100, s.y(s.most))
	p.line("base", 0, s.y(0), 100, s.y(0))
	p.text("tick", 0, s.y(s.most)-3, i.tickText(s.most, []metrics.Figure{i.total()}, "chart_bar"))
	band := 100 / float64(len(series))
	if n := len(process.Parts); n > 0 {
		limits := process.Parts[n-1].Limits
		for _, level := range []struct {
			class string
			at    metrics.Number
		}{{"limit", limits.Low}, {"limit", limits.High}, {"centre", limits.Mean}} {
			if value, ok := level.at.Get(); ok && value >= 0 && i.drawn(value) <= s.most {
				p.line(level.class, 0, s.y(i.drawn(value)), 100, s.y(i.drawn(value)))
			}
		}
	}
	signals := map[string]bool{}
	for _, point := range process.Points {
		signals[point.Period] = point.Signal != metrics.Ordinary
	}
	var before metrics.Figure
	for at, f := range series {
		x := band * (float64(at) + 0.5)
		if value, ok := f.Value.Get(); ok {
			if last, given := before.Value.Get(); given {
				p.line("path", x-band, s.y(i.drawn(last)), x, s.y(i.drawn(value)))
			}
			if signals[f.Period] {
				p.square("signal", x, s.y(i.drawn(value)))
			} else {
				p.dot("dot", x, s.y(i.drawn(value)))
			}
		}
		before = f
	}
	p.text("period", 0, smallHeight-6, series[0].Period)
	p.end("period", 100, smallHeight-6, series[len(series)-1].Period)
	return p
}
