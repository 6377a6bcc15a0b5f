package dashboards

import (
	"math"
	"strconv"
)

// plot is a chart that the template draws as SVG, without a script. Places along the width are percentages and heights are
// pixels, so that it fills any width and its letters keep their size.
type plot struct {
	Height int
	Label  string // the chart in words, for those who do not see it
	Marks  []mark
}

// mark is one stroke, surface, dot or text of a plot; its class says what it means, and page/style.css how that looks.
type mark struct {
	Tag          string // line, rect, dot, square, cap or text
	Class        string
	X, Y, X2, Y2 string // of a rect: the corner, width and height
	Text         string
}

func (p *plot) line(class string, x, y, x2, y2 float64) {
	p.Marks = append(p.Marks, mark{Tag: "line", Class: class, X: place(x), Y: pixels(y), X2: place(x2), Y2: pixels(y2)})
}

func (p *plot) rect(class string, x, y, width, height float64) {
	p.Marks = append(p.Marks, mark{Tag: "rect", Class: class, X: place(x), Y: pixels(y), X2: place(width), Y2: pixels(height)})
}

func (p *plot) dot(class string, x, y float64) {
	p.Marks = append(p.Marks, mark{Tag: "dot", Class: class, X: place(x), Y: pixels(y)})
}

// square is a dot that stands out by its shape, beside its colour.
func (p *plot) square(class string, x, y float64) {
	p.Marks = append(p.Marks, mark{Tag: "square", Class: class, X: place(x), Y: pixels(y)})
}

// text writes from a place on; middle has its middle there, and end its end.
func (p *plot) text(class string, x, y float64, text string) {
	p.Marks = append(p.Marks, mark{Tag: "text", Class: class, X: place(x), Y: pixels(y), Text: text})
}

func (p *plot) middle(class string, x, y float64, text string) {
	p.text(class+" mid", x, y, text)
}

func (p *plot) end(class string, x, y float64, text string) {
	p.text(class+" end", x, y, text)
}

// whisker is an interval standing upright, with its caps.
func (p *plot) whisker(x, low, high float64) {
	p.line("whisker", x, low, x, high)
	p.Marks = append(p.Marks, mark{Tag: "cap", X: place(x), Y: pixels(low)}, mark{Tag: "cap", X: place(x), Y: pixels(high)})
}

func pixels(v float64) string { return strconv.FormatFloat(math.Round(10*v)/10, 'f', -1, 64) }

// scale is a value axis, upright between two heights. It begins at zero wherever bars stand on it.
type scale struct {
	least, most float64
	step        float64
	top, bottom float64
}

// scaleTo is the scale that holds values up to most, which has about four steps of a round size.
func scaleTo(most, top, bottom float64) scale {
	if most <= 0 {
		most = 1
	}
	size := math.Pow(10, math.Floor(math.Log10(most/4)))
	step := size
	for _, factor := range []float64{1, 2, 5, 10} {
		if step = factor * size; most/step <= 4.5 {
			break
		}
	}
	return scale{0, math.Ceil(most/step-1e-9) * step, step, top, bottom}
}

// percentages is the scale of a share.
func percentages(top, bottom float64) scale { return scale{0, 100, 25, top, bottom} }

func (s scale) y(v float64) float64 {
	return s.bottom - (s.bottom-s.top)*(math.Min(v, s.most)-s.least)/(s.most-s.least)
}

// ticks are the values that have a line and a number.
func (s scale) ticks() (ticks []float64) {
	for v := s.least; v <= s.most+s.step/1e6; v += s.step {
		ticks = append(ticks, v)
	}
	return ticks
}
