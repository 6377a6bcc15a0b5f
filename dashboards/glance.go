package dashboards

import (
	"math"
	"strconv"

	"bolyst/metrics"
)

// glance is the small picture on a card or in a row, drawn as SVG by the template: a share on a line from 0 to 100 %, or a
// count period by period. It says nothing that the text beside it does not, and nothing of a figure without a value.
type glance struct {
	Line    *line
	Columns []column
	First   string // the periods at the ends of the columns
	Last    string
}

// line is a share with its interval and its target. Places are percentages of the width; "" where there is none.
type line struct {
	Value, Low, Width, Target string
	All                       string // what stands at the end of the line: 100 %
}

// column is the value of one period. Places are percentages.
type column struct{ X, Y, Width, Height string }

func (i indicator) glance(f metrics.Figure) glance {
	if f.IsShare() {
		return glance{Line: i.line(f)}
	}
	series := i.table.Series(i.definition.ID, f.Programme)
	var largest float64
	for _, f := range series {
		largest = max(largest, f.Value.Float())
	}
	if len(series) < 2 || largest <= 0 {
		return glance{}
	}
	g := glance{First: series[0].Period, Last: series[len(series)-1].Period}
	band := 100 / float64(len(series))
	for at, f := range series {
		if f.Value.Given() && f.Value.Float() >= 0 {
			height := 100 * f.Value.Float() / largest
			g.Columns = append(g.Columns, column{
				X: place((float64(at) + 0.1) * band), Width: place(0.8 * band), Y: place(100 - height), Height: place(height),
			})
		}
	}
	return g
}

func (i indicator) line(f metrics.Figure) *line {
	value, given := f.Value.Get()
	if !given || value < 0 || value > 1 {
		return nil
	}
	l := &line{Value: place(100 * value), All: i.language().Percent(1, 0)}
	if low, ok := f.Low.Get(); ok {
		l.Low, l.Width = place(100*low), place(100*(f.High.Float()-low))
	}
	if target, ok := f.Target.Get(); ok && target >= 0 && target <= 1 {
		l.Target = place(100 * target)
	}
	return l
}

// place writes a place in SVG, where the decimal sign is a point in every language.
func place(percent float64) string {
	return strconv.FormatFloat(math.Round(10*percent)/10, 'f', -1, 64) + "%"
}
