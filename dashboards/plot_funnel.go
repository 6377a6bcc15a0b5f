package dashboards

import (
	"math"

	"bolyst/metrics"
)

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

// The place of the axes in a funnel, in pixels and percentages of the width.
const (
	funnelTop, funnelFloor = 26, 360
	funnelLeft, funnelEnd  = 8, 97
)

// funnelScale is the scale of the rates: as much of it as the programmes and their limits need, in whole tens. The lines run out
// of it where fewer count than in any programme.
func funnelScale(funnel metrics.Funnel) scale {
	low, high := 1.0, 0.0
	for _, dot := range funnel.Points {
		value := float64(dot.K) / float64(dot.N)
		low, high = min(low, value), max(high, value)
		if v, ok := dot.Limits.Low998.Get(); ok {
			low = min(low, v)
		}
		if v, ok := dot.Limits.High998.Get(); ok {
			high = max(high, v)
		}
	}
	const room = 3 // percentage points beyond the outermost
	s := scale{least: max(0, 10*math.Floor((100*low-room)/10)), most: min(100, 10*math.Ceil((100*high+room)/10)), step: 10, top: funnelTop, bottom: funnelFloor}
	if s.most-s.least > 60 {
		s.least, s.step = 20*math.Floor(s.least/20), 20
		s.most = min(100, 20*math.Ceil(s.most/20))
	}
	return s
}

// placeAlong is the place of as many persons, as a percentage of the width.
func placeAlong(funnel metrics.Funnel, n float64) float64 {
	return funnelLeft + (funnelEnd-funnelLeft)*n/reach(funnel)
}

// plotFunnel draws the funnel without a script.
func (i indicator) plotFunnel(funnel metrics.Funnel, sides []side, label string) plot {
	p := plot{Height: 400, Label: label}
	s := funnelScale(funnel)
	along := func(n float64) float64 { return placeAlong(funnel, n) }
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
				p.within(s, class, along, float64(curve[at-1].N), 100*from.Float(), float64(curve[at].N), 100*to.Float())
			}
		}
	}
	p.line("centre", funnelLeft, s.y(100*funnel.Centre.Float()), 100, s.y(100*funnel.Centre.Float()))
	for at, dot := range funnel.Points {
		x, y := along(float64(dot.N)), s.y(100*float64(dot.K)/float64(dot.N))
		p.dot("dot", x, y)
		switch sides[at] {
		case onTop:
			p.middle("name often", x, y-10, i.programme(dot.Programme))
		case beneath:
			p.middle("name often", x, y+20, i.programme(dot.Programme))
		case toRight:
			p.text("name often", x+1, y+4, i.programme(dot.Programme))
		case toLeft:
			p.end("name often", x-1, y+4, i.programme(dot.Programme))
		}
	}
	for _, n := range scaleTo(reach(funnel), 0, 1).ticks() {
		p.middle("period", along(n), s.bottom+18, i.language().Number(n, 0))
	}
	p.end("tick", 100, s.bottom+36, i.Say("funnel_along", i.unit()))
	return p
}

// within draws the part of a line that lies on the scale.
func (p *plot) within(s scale, class string, along func(float64) float64, x, y, x2, y2 float64) {
	cut := func(x, y, x2, y2 float64) (float64, float64) { // the end at x, moved to the edge that it lies beyond
		edge := min(max(y, s.least), s.most)
		if y == edge {
			return x, y
		}
		return x + (x2-x)*(edge-y)/(y2-y), edge
	}
	if min(y, y2) > s.most || max(y, y2) < s.least {
		return
	}
	fromX, fromY := cut(x, y, x2, y2)
	toX, toY := cut(x2, y2, x, y)
	p.line(class, along(fromX), s.y(fromY), along(toX), s.y(toY))
}
