package reports

import (
	"slices"

	"bolyst/metrics"
)

// figureTable is a table of rates of several indicators, programmes or parts of them, with all that each is judged by.
type figureTable struct {
	*sheet
	names []column // of what tells the rows apart
	rows  []figureRow
	head  int // row of its head
}

type figureRow struct {
	names  []cell
	figure metrics.Figure
}

// The columns of a figureTable after its names.
const (
	atNumerator = 1 + iota
	atDenominator
	atValue
	atLow
	atHigh
	atUnknown
	atCoverage
	atLowest
	atHighest
	atImmature
)

// setWidths makes room for the names, the numbers and the data of a chart with so many lines beside them.
func (t *figureTable) setWidths(names []float64, lines int) {
	widths := slices.Concat(names, slices.Repeat([]float64{11}, atImmature), []float64{3, 26}, slices.Repeat([]float64{14}, lines))
	t.sheet.setWidths(widths...)
}

// width is how many columns the table has.
func (t *figureTable) width() int { return len(t.names) + atImmature }

// column is where one of the numbers stands.
func (t *figureTable) column(at int) int { return len(t.names) + at }

// rowOf is the row of the figure.
func (t *figureTable) rowOf(f metrics.Figure) int {
	return t.head + 1 + slices.IndexFunc(t.rows, func(r figureRow) bool { return r.figure.Cell == f.Cell })
}

// add adds a figure unless there is none.
func (t *figureTable) add(f metrics.Figure, names ...cell) {
	if f.Indicator != "" {
		t.rows = append(t.rows, figureRow{names, f})
	}
}

// open writes the title of the sheet and what its figures rest on, and returns the row of its chart.
func (t *figureTable) open(title, note string) int {
	t.put(1, 1, heading(title, 16))
	t.height(1, 24)
	at := t.across(1, t.width(), 2, remark(note)) + 1
	t.head = at + chartRows + 2
	return at
}

// close writes the table under the chart.
func (t *figureTable) close() {
	t.write()
	t.freeze(0, 1)
	t.page(t.width(), t.head, t.head, false)
}

// write writes the table and returns the row after it.
func (t *figureTable) write() int {
	columns := slices.Clone(t.names)
	for _, head := range []string{t.metric("numerator"), t.metric("denominator"), t.metric("value"), t.metric("low"), t.metric("high"), t.metric("unknown"),
		t.say("coverage_share"), t.say("lowest"), t.say("highest"), t.metric("immature")} {
		columns = append(columns, column{head, true})
	}
	var rows [][]cell
	for i, r := range t.rows {
		rows = append(rows, append(slices.Clone(r.names), t.numbers(r.figure, t.head+1+i)...))
	}
	return t.table(t.head, columns, rows)
}

// numbers are those of the figure, as a reader can follow them: the value, the share that is known and the bounds are formulas.
func (t *figureTable) numbers(f metrics.Figure, row int) []cell {
	b := t.bounded(f, t.column(atNumerator), row, t.column(atUnknown))
	return []cell{counted(f, f.Numerator), counted(f, f.Denominator), t.value(f, t.column(atNumerator), row), t.limit(f, f.Low), t.limit(f, f.High),
		counted(f, f.Unknown), b[0], b[1], b[2], counted(f, f.Immature)}
}

// bounded is the share that is known, and what the rate would be if all the unknown had not, or had, the outcome, as formulas
// over the numerator, the denominator beside it and the unknown. Where a percentage is withheld none of them is told.
func (s *sheet) bounded(f metrics.Figure, numerator, row, unknown int) [3]cell {
	k, n, u := place(numerator, row), place(numerator+1, row), place(unknown, row)
	live := func(v metrics.Number, formula string) cell {
		c := number(v, signOf(f), percentFormat)
		if v.Given() {
			c.formula = formula
		}
		return c
	}
	lowest, highest := f.Bounds()
	if tooFew(f) {
		lowest, highest = metrics.Number{}, metrics.Number{}
	}
	return [3]cell{live(f.Coverage(), n+"/("+n+"+"+u+")"), live(lowest, k+"/("+n+"+"+u+")"), live(highest, "("+k+"+"+u+")/("+n+"+"+u+")")}
}
