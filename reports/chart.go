package reports

import (
	"bytes"
	"encoding/xml"
	"fmt"

	"github.com/xuri/excelize/v2"
)

// chartRows is how many rows of usual height a chart covers.
const chartRows = 20

// The library counts in pixels of its own: so many to a row of usual height, and to a character of a column's width.
const (
	rowPixels       = 18
	characterPixels = 8
)

// What the format allows of a chart's name and of a text, in UTF-16 units.
const (
	longestChartName = 254
	longestText      = 32767
)

// drawing is a chart with the words around it.
type drawing struct {
	chart       excelize.Chart
	title       string
	alternative string // what the chart says, for those who do not see it
	intervals   errorBars
	scatter     *scatter // that the chart is of
	overlap     int      // of the bars of a category, in per cent of their width
	rows        int      // of usual height that it covers; 0: chartRows
}

// draw puts the chart over the columns, from the row on.
func (s *sheet) draw(row, fromColumn, toColumn int, d drawing) {
	if s.err != nil {
		return
	}
	if d.rows == 0 {
		d.rows = chartRows
	}
	var width float64
	for _, w := range s.widths[fromColumn-1 : toColumn] {
		width += float64(int(w*characterPixels + 0.5))
	}
	c := d.chart
	c.Title.Paragraph = []excelize.RichTextRun{{Text: plain(d.title), Font: chartText(11, true)}}
	c.Legend.Font = chartText(9, false)
	if len(c.Series) == 1 {
		c.Legend.Position = "none"
	}
	flat, gap, overlap := false, uint(60), d.overlap
	c.VaryColors, c.GapWidth, c.Overlap = &flat, &gap, &overlap // one series has one colour
	c.ShowBlanksAs = "gap"
	c.XAxis.Font, c.YAxis.Font = *chartText(9, false), *chartText(9, false)
	c.Border = excelize.LineOptions{Type: excelize.LineNone}
	c.Dimension = excelize.ChartDimension{Width: uint(width), Height: uint(d.rows * rowPixels)}
	c.Format = excelize.GraphicOptions{AltText: cut(plain(d.alternative), longestText), Name: cut(plain(d.title), longestChartName)}
	s.try(s.file.AddChart(s.name, place(fromColumn, row), &c))
	s.charts++
	if d.intervals != (errorBars{}) {
		s.errorBars[fmt.Sprintf("xl/charts/chart%d.xml", s.charts)] = d.intervals
	}
	if d.scatter != nil {
		s.scatters[fmt.Sprintf("xl/charts/chart%d.xml", s.charts)] = *d.scatter
	}
	s.last = max(s.last, row+d.rows-1)
}

// chartText is the font of a chart's texts; the library's own is too pale to read.
func chartText(size float64, bold bool) *excelize.Font {
	return &excelize.Font{Family: fontFamily, Size: size, Color: ink, Bold: bold}
}

// points draws a point per category, with its number in the format beside it. Joined draws a line from point to point as well,
// which makes sense along time only.
func points(series excelize.ChartSeries, format string, joined bool) excelize.Chart {
	series.Marker = excelize.ChartMarker{Symbol: "circle", Size: 9, Fill: solid(green), Border: edge(green)}
	series.Line = excelize.LineOptions{Type: excelize.LineNone}
	if joined {
		series.Fill, series.Line = solid(green), excelize.LineOptions{Type: excelize.LineSolid, Width: 1}
	}
	series.DataLabelPosition = excelize.ChartDataLabelsPositionRight
	c := labelled(excelize.Chart{Type: excelize.Line, Series: []excelize.ChartSeries{series}}, format)
	c.Series[0].DataLabel.Fill = solid(paper) // over the line
	return fromNone(c)
}

// Each line has a colour and a mark of its own, so that they are told apart on paper without colour too.
var (
	lineColors  = []string{green, "#0F2080", "#A3136C", "#8A5F00", "#471F00"}
	lineSymbols = []string{"circle", "square", "triangle", "diamond", "x"}
)

// lines draws a line per series, five at most.
func lines(format string, series ...excelize.ChartSeries) excelize.Chart {
	for i := range series {
		color := lineColors[i%len(lineColors)]
		series[i].Fill, series[i].Line = solid(color), excelize.LineOptions{Type: excelize.LineSolid, Width: 1.75}
		series[i].Marker = excelize.ChartMarker{Symbol: lineSymbols[i%len(lineSymbols)], Size: 7, Fill: solid(color), Border: edge(color)}
	}
	c := excelize.Chart{Type: excelize.Line, Series: series}
	c.YAxis.NumFmt = excelize.ChartNumFmt{CustomNumFmt: format}
	return fromNone(c)
}

// fromNone begins the axis at zero, so that no difference looks larger than it is.
func fromNone(c excelize.Chart) excelize.Chart {
	none := 0.0
	c.YAxis.Minimum, c.YAxis.MajorGridLines = &none, true
	return c
}

// filled draws a pale bar for how many count, and before it a dark one for how many of them have the outcome.
func filled(n, k excelize.ChartSeries) excelize.Chart {
	n.Fill, n.Line = solid(pale), edge(green)
	k.Fill = solid(green)
	n.DataLabelPosition, k.DataLabelPosition = excelize.ChartDataLabelsPositionOutsideEnd, excelize.ChartDataLabelsPositionInsideEnd
	c := labelled(excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{n, k}}, wholeFormat)
	c.Series[1].DataLabel.Font.Color = paper
	c.YAxis.MajorUnit = 1
	return fromNone(c)
}

// bars draws a bar per category, with its number on top.
func bars(format string, series excelize.ChartSeries) excelize.Chart {
	series.Fill = solid(green)
	series.DataLabelPosition = excelize.ChartDataLabelsPositionOutsideEnd
	none := 0.0
	c := labelled(excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{series}}, format)
	c.YAxis.Minimum = &none
	return c
}

// labelled writes the numbers at the points and bars.
func labelled(c excelize.Chart, format string) excelize.Chart {
	for i := range c.Series {
		c.Series[i].DataLabel = excelize.ChartDataLabel{Font: *chartText(9, false)}
	}
	c.PlotArea.ShowVal = true
	c.PlotArea.NumFmt = excelize.ChartNumFmt{CustomNumFmt: format}
	c.YAxis.NumFmt = excelize.ChartNumFmt{CustomNumFmt: format}
	return c
}

// asShares gives the axis the whole of 0 to 100 %, so that no difference looks larger than it is.
func asShares(c excelize.Chart) excelize.Chart {
	none, all := 0.0, 1.0
	c.YAxis.Minimum, c.YAxis.Maximum, c.YAxis.MajorUnit = &none, &all, 0.25
	c.YAxis.NumFmt = excelize.ChartNumFmt{CustomNumFmt: roundFormat}
	return c
}

func solid(color string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
}

func edge(color string) excelize.LineOptions {
	return excelize.LineOptions{Type: excelize.LineSolid, Fill: solid(color), Width: 0.75}
}

// errorBars says which cells hold how far the interval reaches below and above each point of the first series. The library
// cannot write error bars, and what it offers instead, lines between the highest and lowest of three series, is not drawn by
// every program; so the parts are completed when they are written.
type errorBars struct{ below, above string }

func (e errorBars) xml() string {
	return `<errBars><errDir val="y"></errDir><errBarType val="both"></errBarType><errValType val="cust"></errValType><noEndCap val="0"></noEndCap>` +
		`<plus><numRef><f>` + escaped(e.above) + `</f></numRef></plus><minus><numRef><f>` + escaped(e.below) + `</f></numRef></minus>` +
		`<spPr><a:ln w="19050"><a:solidFill><a:srgbClr val="` + ink[1:] + `"></a:srgbClr></a:solidFill></a:ln></spPr></errBars>`
}

func escaped(text string) string {
	var b bytes.Buffer
	xml.EscapeText(&b, []byte(text)) // a Buffer does not fail
	return b.String()
}
