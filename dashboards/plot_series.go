package dashboards

import (
	"strings"

	"bolyst/metrics"
)

// The heights of a series plot: the values lie between top and floor, and below stand the periods, and how many are behind.
const (
	seriesTop, seriesFloor, seriesHeight = 26, 204, 250
)

// plotSeries draws figures beside each other, period by period: bars from zero, dots with their intervals, or frames that are
// filled as far as their counts go.
func (i indicator) plotSeries(figures []metrics.Figure, key string) plot {
	p := plot{Height: seriesHeight, Label: i.summary(figures, key)}
	s := i.scaleOf(figures, key)
	for _, tick := range s.ticks() {
		class := "grid"
		if tick == 0 {
			class = "base"
		}
		p.line(class, 0, s.y(tick), 100, s.y(tick))
		p.text("tick", 0, s.y(tick)-4, i.tickText(tick, figures, key))
	}
	band := 100 / float64(len(figures)+1) // one band is left for the numbers of the axis
	for at, f := range figures {
		x := band * (float64(at) + 1.5)
		seldom := "" // what a narrow screen leaves out
		if len(figures) > 8 && at%2 == 1 {
			seldom = " seldom"
		}
		switch {
		case key == "chart_counts" && counted(f):
			p.rect("frame", x-0.32*band, s.y(f.Denominator.Float()), 0.64*band, s.bottom-s.y(f.Denominator.Float()))
			p.rect("bar", x-0.32*band, s.y(f.Numerator.Float()), 0.64*band, s.bottom-s.y(f.Numerator.Float()))
			p.middle("value often", x, s.y(f.Denominator.Float())-6, f.OfHowMany(i.language()))
		case key == "chart_bar" && f.Value.Given():
			y := s.y(i.drawn(f.Value.Float()))
			p.rect("bar", x-0.32*band, y, 0.64*band, s.bottom-y)
			p.middle("value often", x, y-6, f.Amount(i.language()))
		case key != "chart_counts" && f.Value.Given():
			y, top := s.y(i.drawn(f.Value.Float())), s.y(i.drawn(f.Value.Float()))
			if low, ok := f.Low.Get(); ok {
				top = s.y(i.drawn(f.High.Float()))
				p.whisker(x, s.y(i.drawn(low)), top)
			}
			p.dot("dot", x, y)
			p.middle("value often", x, top-6, f.Amount(i.language()))
		}
		for line, text := range strings.Split(i.categories([]metrics.Figure{f}, key != "chart_counts")[0], "\n") {
			class := "period" + seldom
			if line > 0 {
				class = "behind often"
			}
			p.middle(class, x, s.bottom+18+16*float64(line), text)
		}
	}
	i.plotLevels(&p, s, key)
	return p
}

// plotLevels draws the target across the chart.
func (i indicator) plotLevels(p *plot, s scale, key string) {
	target, agreed := i.total().Target.Get()
	if !agreed || i.definition.Kind != metrics.Rate || key == "chart_counts" {
		return
	}
	p.line("target", 0, s.y(percent(target)), 100, s.y(percent(target)))
	p.end("target-name", 100, s.y(percent(target))-5, metrics.Capital(i.Say("target", i.language().Percent(target, 1))))
}

func (i indicator) scaleOf(figures []metrics.Figure, key string) scale {
	if key != "chart_counts" && figures[0].IsShare() {
		return percentages(seriesTop, seriesFloor)
	}
	most := 0.0
	for _, f := range figures {
		switch {
		case key == "chart_counts":
			most = max(most, f.Denominator.Float())
		default:
			most = max(most, i.drawn(f.Value.Float()), i.drawn(f.High.Float()))
		}
	}
	return scaleTo(most, seriesTop, seriesFloor)
}

// tickText writes a number of the value axis.
func (i indicator) tickText(tick float64, figures []metrics.Figure, key string) string {
	l := i.language()
	switch {
	case key == "chart_counts":
		return l.Number(tick, 0)
	case figures[0].IsShare():
		return l.Percent(tick/100, 0)
	case i.definition.Unit == "NOK":
		return l.Say("kroner", l.Number(tick, 0))
	}
	decimals := 0
	if tick != float64(int(tick)) {
		decimals = 1
	}
	return l.Number(tick, decimals)
}
