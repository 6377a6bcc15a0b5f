package reports

import (
	"bytes"
	"regexp"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// scatter is a chart of points and lines that each have a place along both axes. The points' names stand beside them.
type scatter struct {
	series []excelize.ChartSeries
	sides  []string // where the names stand of the last series, which are points: t above, b below
	across string
	most   float64 // of the axis across; 0: as the program likes
	step   float64
}

// limit is a line without points of its own.
func (s *scatter) limit(series excelize.ChartSeries, color string, width float64, dash excelize.LineDashType) {
	series.Marker = excelize.ChartMarker{Symbol: "none"}
	series.Fill, series.Line = solid(color), excelize.LineOptions{Type: excelize.LineSolid, Width: width, Dash: dash}
	s.series = append(s.series, series)
}

// points are points without a line.
func (s *scatter) points(series excelize.ChartSeries) {
	series.Marker = excelize.ChartMarker{Symbol: "circle", Size: 8, Fill: solid(green), Border: edge(paper)}
	series.Line = excelize.LineOptions{Type: excelize.LineNone}
	s.series = append(s.series, series)
}

// chart is the chart of shares.
func (s *scatter) chart() excelize.Chart {
	c := asShares(fromNone(excelize.Chart{Type: excelize.Scatter, Series: s.series}))
	none := 0.0
	c.XAxis.Minimum = &none
	if s.most > 0 {
		c.XAxis.Maximum = &s.most
	}
	c.XAxis.NumFmt = excelize.ChartNumFmt{CustomNumFmt: wholeFormat}
	c.XAxis.Title.Paragraph = []excelize.RichTextRun{{Text: s.across, Font: chartText(9, false)}}
	c.Legend.Position = "none"
	return c
}

// foreignToScatter are elements that only an axis of categories may have; the library writes them on both axes of a scatter
// chart.
var foreignToScatter = regexp.MustCompile(`<(auto|lblAlgn|lblOffset|noMultiLvlLbl) [^>]*></(auto|lblAlgn|lblOffset|noMultiLvlLbl)>`)

// completed is the part of a scatter chart with what the library cannot write: the names of its last series beside their points,
// and the steps of the axis across.
func (s scatter) completed(part []byte) []byte {
	part = foreignToScatter.ReplaceAll(part, nil)
	across := `<crosses val="autoZero"></crosses><crossBetween val="midCat"></crossBetween>` // the axis across comes first
	if s.step > 0 {
		across += `<majorUnit val="` + strconv.FormatFloat(s.step, 'f', -1, 64) + `"></majorUnit>`
	}
	part = bytes.Replace(part, []byte(`<crosses val="autoZero"></crosses>`), []byte(across), 1)
	label := func(side string) string {
		return `<dLbls><spPr><a:noFill></a:noFill></spPr><txPr><a:bodyPr></a:bodyPr><a:p><a:pPr><a:defRPr sz="1000" b="1"><a:solidFill><a:srgbClr val="` + ink[1:] +
			`"></a:srgbClr></a:solidFill><a:latin typeface="` + fontFamily + `"></a:latin></a:defRPr></a:pPr><a:endParaRPr lang="nb-NO"></a:endParaRPr></a:p></txPr>` +
			`<dLblPos val="` + side + `"></dLblPos><showLegendKey val="0"></showLegendKey><showVal val="0"></showVal><showCatName val="0"></showCatName>` +
			`<showSerName val="1"></showSerName><showPercent val="0"></showPercent><showBubbleSize val="0"></showBubbleSize></dLbls><xVal>`
	}
	before := len(s.series) - len(s.sides)
	pieces := bytes.SplitN(part, []byte("<xVal>"), len(s.series)+1)
	var out bytes.Buffer
	for i, piece := range pieces {
		switch {
		case i == 0:
		case i <= before:
			out.WriteString("<xVal>")
		default:
			out.WriteString(label(s.sides[i-1-before]))
		}
		out.Write(piece)
	}
	return out.Bytes()
}
