package reports

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"bolyst/metrics"
)

// chartData is the block of cells beside the printed page that a chart draws. Its numbers are links to the cells of the table,
// so that the chart follows them. A figure without a number leaves its cell empty, since a chart would draw its sign as 0;
// its label then tells the sign.
type chartData struct {
	*sheet
	column, row int // of its head
	figures     []metrics.Figure
	series      int
}

// newChartData writes the labels of the figures under the head.
func (s *sheet) newChartData(column, row int, figures []metrics.Figure, labelOf func(metrics.Figure) string) *chartData {
	d := &chartData{sheet: s, column: column, row: row, figures: figures}
	s.put(column, row-1, label(s.say("chart_data")))
	s.put(column, row, cell{text: s.say("chart_label"), look: look{header: true}})
	for i, f := range figures {
		c := wrapped(labelOf(f))
		c.look.body = true
		s.put(column, row+1+i, c)
	}
	return d
}

// add writes one more column of numbers, and returns where they stand.
func (d *chartData) add(name string, numberOf func(f metrics.Figure) cell) excelize.ChartSeries {
	d.series++
	column := d.column + d.series
	d.put(column, d.row, cell{text: name, look: look{header: true, right: true}})
	for i, f := range d.figures {
		c := numberOf(f)
		c.look = look{format: c.look.format, right: true, body: true}
		if !c.number.Given() {
			c = cell{look: c.look}
		}
		d.put(column, d.row+1+i, c)
	}
	first, last := d.row+1, d.row+len(d.figures)
	return excelize.ChartSeries{
		Name:       fmt.Sprintf("%s!$%s$%d", quoted(d.name), columnName(column), d.row),
		Categories: d.fixed(d.column, first, last),
		Values:     d.fixed(column, first, last),
	}
}

// origin says where a figure stands in the sheet's table: its row, and the columns of its value and of its limits.
type origin struct {
	rowOf            func(metrics.Figure) int
	value, low, high int
}

// addRates writes the values and how far their intervals reach, as links to the table.
func (d *chartData) addRates(from origin) (excelize.ChartSeries, errorBars) {
	values := d.add(d.metric("value"), func(f metrics.Figure) cell {
		return d.measured(f, f.Value).from(place(from.value, from.rowOf(f)))
	})
	below := d.add(d.say("below"), func(f metrics.Figure) cell {
		return d.measured(f, difference(f.Value, f.Low)).from(place(from.value, from.rowOf(f)) + "-" + place(from.low, from.rowOf(f)))
	})
	above := d.add(d.say("above"), func(f metrics.Figure) cell {
		return d.measured(f, difference(f.High, f.Value)).from(place(from.high, from.rowOf(f)) + "-" + place(from.value, from.rowOf(f)))
	})
	return values, errorBars{below: below.Values, above: above.Values}
}

func difference(a, b metrics.Number) metrics.Number {
	if !a.Given() || !b.Given() {
		return metrics.Number{}
	}
	return metrics.Of(a.Float() - b.Float())
}

// underPoint is what stands under a label in a chart: k of n for a rate, how many are behind a mean or a curve, the sign where
// there is no number at all, and nothing where a bar carries its number.
func (s *sheet) underPoint(f metrics.Figure) string {
	switch {
	case f.Kind == metrics.Rate && f.OfHowMany(s.language) != "":
		return f.OfHowMany(s.language)
	case (f.Kind == metrics.Score || f.Kind == metrics.Duration) && f.Value.Given():
		return "n = " + s.language.Number(f.Denominator.Float(), 0)
	}
	return string(f.Sign)
}
