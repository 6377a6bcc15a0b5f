package reports

import (
	"slices"
	"strconv"

	"bolyst/metrics"
)

// mostYears is how many periods stand beside each other.
const mostYears = 5

// yearLine is a line of a table whose columns are periods.
type yearLine struct {
	label cell
	of    map[string]metrics.Figure // by period
}

// lineOf is the line of an indicator, all programmes together.
func (s *sheet) lineOf(definition metrics.Definition) yearLine {
	line := yearLine{label: wrapped(definition.Title.In(s.language)), of: map[string]metrics.Figure{metrics.All: s.Total(definition.ID)}}
	for _, f := range s.Series(definition.ID, metrics.All) {
		line.of[f.Period] = f
	}
	return line
}

// shownOf are the definitions of the indicators as far as the audience is shown them.
func (b *book) shownOf(ids []string) []metrics.Definition {
	var shown []metrics.Definition
	for _, id := range ids {
		if definition := b.Definition(id); definition.ID != "" {
			shown = append(shown, definition)
		}
	}
	return shown
}

// lastPeriods are the last periods of which any of the indicators has a figure, and the total.
func (b *book) lastPeriods(ids ...string) []string {
	periods := []string{metrics.All}
	for _, definition := range b.shownOf(ids) {
		for _, f := range b.Series(definition.ID, metrics.All) {
			periods = withPeriod(periods, f.Period)
		}
	}
	return lastOf(periods)
}

func withPeriod(periods []string, period string) []string {
	if slices.Contains(periods, period) {
		return periods
	}
	return append(periods, period)
}

// lastOf are the last of the periods, oldest first, and the total at the end where it is one of them.
func lastOf(periods []string) []string {
	var years []string
	for _, period := range periods {
		if period != metrics.All {
			years = append(years, period)
		}
	}
	slices.Sort(years)
	years = years[max(0, len(years)-mostYears):]
	if slices.Contains(periods, metrics.All) {
		years = append(years, metrics.All)
	}
	return years
}

// setYearWidths makes room for so many periods, and for the data of two charts beside the page.
func (s *sheet) setYearWidths(periods int, more ...float64) {
	widths := []float64{52}
	for range periods {
		widths = append(widths, 15)
	}
	widths = append(widths, more...)
	for range 2 {
		widths = append(widths, 3, 18, 12, 12, 12)
	}
	s.setWidths(widths...)
}

// yearTable is where a table of periods stands.
type yearTable struct {
	years       []string
	lines       []yearLine
	head, below int
}

// writeYears writes the lines under a head of periods and, when it is told, what the totals say.
func (s *sheet) writeYears(head int, first string, years []string, lines []yearLine, told bool) yearTable {
	heads := []column{{first, false}}
	for _, year := range years {
		heads = append(heads, column{s.period(year), true})
	}
	if told {
		heads = append(heads, column{s.say("gist"), false})
	}
	var rows [][]cell
	for _, line := range lines {
		cells := []cell{line.label}
		for _, year := range years {
			cells = append(cells, s.amount(line.of[year]))
		}
		if told {
			cells = append(cells, wrapped(s.Gist(line.of[metrics.All], s.language)))
		}
		rows = append(rows, cells)
	}
	return yearTable{years, lines, head, s.table(head, heads, rows)}
}

// amount is the figure's value and, where there are too few for a percentage, its counts as text.
func (s *sheet) amount(f metrics.Figure) cell {
	switch {
	case f.Indicator == "":
		return cell{look: look{right: true}}
	case tooFew(f):
		return cell{text: f.OfHowMany(s.language), look: look{format: textFormat, right: true}}
	}
	return s.measured(f, f.Value)
}

// writeYearCharts draws the years of one or two of the indicators below the table, and returns the row after them.
func (s *sheet) writeYearCharts(t yearTable, drawn []metrics.Definition, width int) int {
	row, from, data := t.below+1, 1, width+2
	for i, definition := range drawn {
		line := slices.IndexFunc(t.lines, func(l yearLine) bool { return l.of[metrics.All].Indicator == definition.ID })
		var figures []metrics.Figure
		given := 0
		for _, year := range t.years {
			if f, ok := t.lines[line].of[year]; ok && year != metrics.All {
				figures = append(figures, f)
				if f.Value.Given() {
					given++
				}
			}
		}
		if given < 2 { // one bar says nothing that the table does not
			continue
		}
		to := width
		if i+1 < len(drawn) {
			to = s.halfway(width)
		}
		d := s.yearChart(definition, figures, data, t, line)
		s.draw(row, from, to, d)
		from, data = to+1, data+5
	}
	if from == 1 {
		return row
	}
	s.put(1, row+chartRows, label(s.say("bars_note")))
	return row + chartRows + 1
}

// halfway is the column that ends nearest to the middle of the page.
func (s *sheet) halfway(width int) int {
	half, column := s.printedWidth(width)/2, 1
	for column < width-1 && s.printedWidth(column+1) <= half {
		column++
	}
	return column
}

// yearChart draws the figures as bars, from links to the table.
func (s *sheet) yearChart(definition metrics.Definition, figures []metrics.Figure, column int, t yearTable, line int) drawing {
	title := s.say("by_"+definition.Period, definition.Title.In(s.language))
	data := s.newChartData(column, t.head, figures, func(f metrics.Figure) string { return f.Period })
	values := data.add(s.metric("value"), func(f metrics.Figure) cell {
		return s.measured(f, f.Value).from(place(2+slices.Index(t.years, f.Period), t.head+1+line))
	})
	spoken := []string{title + "."}
	for _, f := range figures {
		spoken = append(spoken, f.Period+": "+f.Amount(s.language)+".")
	}
	chart := bars(s.formatOf(figures[0]), values)
	if figures[0].IsShare() {
		chart = asShares(chart)
	}
	return drawing{chart: chart, title: title, alternative: sentences(spoken...)}
}

// thisYear is the year of the date.
func (b *book) thisYear() string { return strconv.Itoa(b.AsOf.Year()) }
