package dashboards

import (
	"cmp"
	"slices"
	"strings"

	"bolyst/metrics"
)

// bar is one row of a plot of municipalities.
type bar struct {
	name, spoken, said string // spoken is the name where nobody sees the sign before it
	class              string // of-1, the most central, to of-6; of-none where it has no class
	n                  float64
}

// barHeight is the height of one: the name, and below it the bar.
const barHeight = 34

// drawKommuner draws the municipalities below each other, the more filled the more central. It is nil where nothing is told.
func (i indicator) drawKommuner(title string, ranked []metrics.Figure) *picture {
	bars := i.barsOf(ranked)
	if bars == nil {
		return nil
	}
	p := plot{Height: barHeight * len(bars)}
	most := 0.0
	for _, b := range bars {
		most = max(most, b.n)
	}
	var said []string
	for at, b := range bars {
		top := float64(barHeight * at)
		p.text("name", 0, top+12, b.name)
		p.end("value", 100, top+12, b.said)
		p.rect("bar "+b.class, 0, top+17, 100*b.n/most, 10)
		if b.class != "of-none" {
			p.line("decal "+b.class, 0, top+22, 100*b.n/most, top+22)
		}
		said = append(said, b.spoken+": "+b.said)
	}
	p.Label = i.Say("chart_list", title, strings.Join(said, "; "))
	picture := &picture{Plot: p, Caption: i.Say("chart_kommuner", insideSign, metrics.Lower(i.inside()))}
	for _, class := range []string{"1", "2", "3", "4", "5", "6"} {
		if slices.ContainsFunc(bars, func(b bar) bool { return b.class == "of-"+class }) {
			picture.Legend = append(picture.Legend, legend{"of-" + class, i.table.CategoryName(metrics.Cell{Breakdown: "centrality", Category: class}, i.language())})
		}
	}
	return picture
}

// barsOf makes a bar of every figure, but of the municipalities only of the first: the rest of them are one bar.
func (i indicator) barsOf(ranked []metrics.Figure) (bars []bar) {
	l := i.language()
	var rest bar
	left := 0
	for at, f := range ranked {
		n, ok := f.Value.Get()
		switch {
		case !ok:
		case isApart(f) && at >= mostKommuner:
			rest.n, left = rest.n+n, left+1
		default:
			b := bar{i.rowName(f), i.rowName(f), i.ofTotal(f), "of-" + cmp.Or(i.table.Kommune(f.Cell).Centrality, "none"), n}
			if isApart(f) && i.isInside(f) {
				b.name, b.spoken = insideSign+" "+b.name, b.spoken+" ("+metrics.Lower(i.inside())+")"
			}
			bars = append(bars, b)
		}
	}
	if left > 0 {
		rest.name, rest.said, rest.class = i.Say("kommuner_rest", l.Number(float64(left), 0)), l.Number(rest.n, 0), "of-none"
		rest.spoken = rest.name
		bars = slices.Insert(bars, mostKommuner, rest)
	}
	return bars
}
