package dashboards

import (
	"strings"

	"bolyst/metrics"
)

// staying tells how long people stay: the curve of each programme with that of all behind it, and how many were followed.
func (i indicator) staying() *block {
	if i.definition.Kind != metrics.Duration {
		return nil
	}
	l := i.language()
	b := &block{ID: "staying-" + i.definition.ID, Indicator: "", Title: i.title(), Finding: metrics.Capital(i.table.Gist(i.total(), l)), Note: i.Say("staying_note")}
	all, _ := i.table.Curve(i.definition.ID, metrics.All)
	t := &twin{Caption: i.Say("at_risk_caption"), Names: true, Head: append(wordsUnder(i.Say("programme"), i.Say("months_after")),
		heading{Text: i.Say("followed")}, heading{Text: metrics.Capital(i.Say("kind_rate"))}, heading{Text: i.Say("interval")})}
	for _, programme := range i.whoses() {
		one := i.of(programme)
		curve, ok := i.table.Curve(i.definition.ID, programme)
		if !ok {
			continue
		}
		var said []string
		for _, f := range one.shown(months) {
			if f.Period != metrics.All {
				continue
			}
			t.Rows = append(t.Rows, row{Key: keyOf(f), Heads: []string{i.whoseName(programme), one.at(f)},
				Cells: []cell{{Text: i.followed(f)}, i.value(f), {Text: f.Interval(l)}}})
			said = append(said, one.at(f)+": "+f.Text(l))
		}
		p := one.plotCurve(curve, all)
		p.Label = i.Say("chart_list", i.title()+", "+i.whoseName(programme), strings.Join(said, "; "))
		b.Small = append(b.Small, small{Title: i.whoseName(programme), Address: one.address(""), Plot: p})
	}
	if b.Small == nil {
		return nil
	}
	b.Table = t.named()
	for _, c := range i.table.Comparisons {
		if c.Indicator == i.definition.ID {
			b.Finding += " " + i.breakdownName(c.Breakdown) + ": " + metrics.Lower(i.Say(c.Note))
		}
	}
	return b
}

// followed writes how many were followed as long as that.
func (i indicator) followed(f metrics.Figure) string {
	if n, ok := f.Denominator.Get(); ok {
		return i.language().Number(n, 0)
	}
	return ""
}

// plotCurve draws the curve over five years: in steps where every step is told, and from point to point otherwise. Behind it
// lies that of all programmes.
func (i indicator) plotCurve(curve, all metrics.ToldCurve) plot {
	const height, longest = 190, 60.0
	p := plot{Height: height}
	s := percentages(20, 150)
	along := func(months float64) float64 { return 10 + 88*months/longest }
	for _, tick := range s.ticks() {
		p.line("grid", 0, s.y(tick), 100, s.y(tick))
		p.text("tick", 0, s.y(tick)-3, i.language().Percent(tick/100, 0))
	}
	for year := 0.0; year <= longest; year += 12 {
		p.middle("period", along(year), s.bottom+17, i.language().Number(year/12, 0))
	}
	p.end("tick", 100, height-6, i.Say("years_after"))
	draw := func(c metrics.ToldCurve, class string, whiskers bool) {
		x, y, level := 0.0, 100.0, 0.0
		for _, point := range c.Points {
			to, ok := point.Share.Get()
			if !ok || point.Months > longest {
				continue
			}
			if level = point.Months; c.Whole && 100*to == y {
				continue // somebody was last heard of, and nobody left
			}
			if c.Whole { // people leave at a moment: level until then
				p.line(class, along(x), s.y(y), along(point.Months), s.y(y))
				p.line(class, along(point.Months), s.y(y), along(point.Months), s.y(100*to))
			} else {
				p.line(class, along(x), s.y(y), along(point.Months), s.y(100*to))
			}
			x, y = point.Months, 100*to
			if low, ok := point.Low.Get(); ok && whiskers && !c.Whole {
				p.whisker(along(x), s.y(100*low), s.y(100*point.High.Float()))
			}
			if whiskers && !c.Whole {
				p.dot("dot", along(x), s.y(y))
			}
		}
		if c.Whole && level > x {
			p.line(class, along(x), s.y(y), along(level), s.y(y))
		}
	}
	if curve.Programme != metrics.All {
		draw(all, "path behind", false)
	}
	draw(curve, "path", true)
	return p
}
