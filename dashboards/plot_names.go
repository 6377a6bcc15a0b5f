package dashboards

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"bolyst/metrics"
)

// side is where the name of a dot stands, as ECharts calls it; nowhere when each side is taken. The table beside the chart
// names all of them.
type side string

const (
	nowhere side = ""
	onTop   side = "top"
	beneath side = "bottom"
	toRight side = "right"
	toLeft  side = "left"
)

// box is what a name or a dot covers, in pixels.
type box struct{ left, top, right, bottom float64 }

func (b box) meets(other box) bool {
	return b.left < other.right && other.left < b.right && b.top < other.bottom && other.top < b.bottom
}

// namesOf finds for the name of every programme on the funnel a side of its dot where it covers no other name and no dot, on a
// chart of usual width; the longest choose first.
func (i indicator) namesOf(funnel metrics.Funnel) []side {
	const width, letter, height, dot = 1000, 7, 17, 7
	s := funnelScale(funnel)
	whole := box{width * funnelLeft / 100, s.top, width, s.bottom}
	var taken []box
	centres := make([][2]float64, len(funnel.Points))
	order := make([]int, len(funnel.Points))
	for at, p := range funnel.Points {
		x := width / 100 * placeAlong(funnel, float64(p.N))
		y := s.y(100 * float64(p.K) / float64(p.N))
		centres[at], order[at] = [2]float64{x, y}, at
		taken = append(taken, box{x - dot, y - dot, x + dot, y + dot})
	}
	long := func(at int) float64 {
		return letter * float64(utf8.RuneCountInString(i.programme(funnel.Points[at].Programme)))
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(long(b), long(a)) })
	sides := make([]side, len(funnel.Points))
	for _, at := range order {
		x, y := centres[at][0], centres[at][1]
		long := long(at)
		for _, try := range []struct {
			side
			box
		}{
			{onTop, box{x - long/2, y - dot - height, x + long/2, y - dot}}, {toRight, box{x + dot, y - height/2, x + dot + long, y + height/2}},
			{beneath, box{x - long/2, y + dot, x + long/2, y + dot + height}}, {toLeft, box{x - dot - long, y - height/2, x - dot, y + height/2}},
		} {
			inside := try.box.left >= whole.left && try.box.right <= whole.right && try.box.top >= whole.top-height && try.box.bottom <= whole.bottom
			if inside && !slices.ContainsFunc(taken, try.box.meets) {
				sides[at], taken = try.side, append(taken, try.box)
				break
			}
		}
	}
	return sides
}
