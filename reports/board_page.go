package reports

import (
	"slices"

	"bolyst/metrics"
)

// Where things stand on the board's page: the columns of its table that others refer to, and those between which its two halves
// are parted.
const (
	boardNumerator = 3
	boardValue     = 5
	boardLow       = 6
	boardHigh      = 7
	boardHalf      = 8 // the first column of the right half
)

// boardChartRows is how high the chart of the page is, which shares it with two tables.
const boardChartRows = 17

// writeBoardPage writes what one member of a board reads in a minute, on one page of A4: which goals are on track, what the key
// indicators say and how sure that is, what was decided, and what has changed.
func (s *sheet) writeBoardPage(key []metrics.Definition, indicators []*sheet) {
	columns := s.boardColumns()
	var heads []column
	var widths []float64
	for _, c := range columns {
		heads, widths = append(heads, c.column), append(widths, c.width)
	}
	s.setWidths(append(widths, 3, 36, 10, 10, 10)...)
	s.writeMasthead(1, 2, 3, 6)
	row := s.writeGoalOutlooks(5, len(columns))
	head := row + 1
	var rows [][]cell
	var rates []metrics.Figure
	for i, definition := range key {
		total := s.Total(definition.ID)
		if (total.Kind == metrics.Rate || total.Kind == metrics.Duration) && total.Value.Given() {
			rates = append(rates, total)
		}
		r := keyRow{name: s.titled(definition, indicators[i]), definition: definition, figure: total, row: head + 1 + i}
		r.name.look.wrap = true
		var cells []cell
		for _, c := range columns {
			cells = append(cells, c.of(r))
		}
		rows = append(rows, cells)
	}
	below := s.across(1, len(columns), s.table(head, heads, rows), remark(s.say("board_note")))
	s.drawWhiskers(whiskers{
		rates: rates, row: below, from: 1, to: boardHalf - 1, rows: boardChartRows, dataColumn: len(columns) + 2, dataRow: head,
		origin: origin{value: boardValue, low: boardLow, high: boardHigh, rowOf: func(f metrics.Figure) int {
			return head + 1 + slices.IndexFunc(key, func(d metrics.Definition) bool { return d.ID == f.Indicator })
		}},
	})
	last := below + boardChartRows // the note under the chart
	row = s.writeSaid(below, last-boardChartRows/2, len(columns))
	s.writeSince(row+1, last, len(columns))
	s.freeze(1, 0)
	s.page(len(columns), 0, 0, true)
}

// boardColumns are the columns of the page's table. Those of targets are there when one is agreed for a key indicator; that
// none is, the goals say.
func (s *sheet) boardColumns() []keyColumn {
	figure := func(of func(metrics.Figure) cell) func(keyRow) cell {
		return func(r keyRow) cell { return of(r.figure) }
	}
	agreed := slices.ContainsFunc(s.KeyDefinitions(), func(d metrics.Definition) bool {
		_, ok := s.Progress(s.Total(d.ID))
		return ok
	})
	columns := []keyColumn{
		{column{s.metric("indicator"), false}, 36, func(r keyRow) cell { return r.name }},
		{column{s.metric("goal"), false}, 18, func(r keyRow) cell { return wrapped(s.goal(r.definition.Goal)) }},
		{column{s.metric("numerator"), true}, 10, figure(s.numerator)},
		{column{s.metric("denominator"), true}, 10, figure(s.denominator)},
		{column{s.metric("value"), true}, 11, func(r keyRow) cell { return s.value(r.figure, boardNumerator, r.row) }},
		{column{s.metric("low"), true}, 10, figure(func(f metrics.Figure) cell { return s.limit(f, f.Low) })},
		{column{s.metric("high"), true}, 10, figure(func(f metrics.Figure) cell { return s.limit(f, f.High) })},
	}
	if agreed {
		columns = append(columns,
			keyColumn{column{s.metric("target_label"), true}, 12, figure(s.boardTarget)},
			keyColumn{column{s.metric("gap"), true}, 13, func(r keyRow) cell { return s.gap(r.figure, r.row) }})
	}
	columns = append(columns, keyColumn{column{s.metric("variation"), false}, 20, figure(s.variation)})
	if agreed {
		columns = append(columns, keyColumn{column{s.metric("assurance"), false}, 16, figure(s.assurance)})
	}
	return append(columns, keyColumn{column{s.say("gist"), false}, 62, figure(func(f metrics.Figure) cell {
		told := s.Gist(f, s.language)
		if progress, ok := s.Progress(f); ok && progress.Target.Period != metrics.All { // held against another figure than this
			told = sentences(told, metrics.Capital(progress.Text(s.language))+".")
		}
		return wrapped(told)
	})})
}

// boardTarget is the target that the total, or the series that it stands for, is held against.
func (s *sheet) boardTarget(f metrics.Figure) cell {
	if progress, ok := s.Progress(f); ok {
		f.Target = metrics.Of(progress.Target.Value)
	}
	return s.target(f)
}

// gap is how far the figure is from its target: as a formula over the two where both stand in the row.
func (s *sheet) gap(f metrics.Figure, row int) cell {
	progress, ok := s.Progress(f)
	if !ok {
		return cell{look: look{right: true}}
	}
	c := number(progress.Gap, signOf(f), s.differenceFormat(f))
	if progress.Gap.Given() && progress.Target.Period == metrics.All {
		c.formula = place(boardValue, row) + "-" + place(boardHigh+1, row)
	}
	return c
}

// A mark before a sign tells it apart without colour.
var (
	variationMarks = map[metrics.Variation]string{
		metrics.CommonCause: "●", metrics.ImprovementHigh: "▲", metrics.NeutralHigh: "▲", metrics.ConcernHigh: "▲",
		metrics.ImprovementLow: "▼", metrics.NeutralLow: "▼", metrics.ConcernLow: "▼", metrics.VariationTooFew: "○",
	}
	assuranceMarks = map[metrics.Assurance]string{metrics.AlwaysHit: "■", metrics.HitAndMiss: "≈", metrics.NeverHit: "□"}
	outlookMarks   = map[metrics.Outlook]string{
		metrics.OnTrack: "■", metrics.Uncertain: "≈", metrics.OffTrack: "□", metrics.NotAgreed: "○", metrics.NothingYet: "○",
	}
)

// variation is whether the series has changed, in a word or two.
func (s *sheet) variation(f metrics.Figure) cell {
	process, _ := s.Process(f.Indicator, f.Programme)
	return marked(variationMarks[process.Variation], process.VariationLabel(s.language))
}

// assurance is what may be expected of the target, in a word or two.
func (s *sheet) assurance(f metrics.Figure) cell {
	process, _ := s.Process(f.Indicator, f.Programme)
	return marked(assuranceMarks[process.Assurance], process.Assurance.Label(s.language))
}

// marked is a word with its mark before it.
func marked(mark, word string) cell {
	if word == "" {
		return cell{}
	}
	if mark != "" {
		mark += " "
	}
	return wrapped(mark + word)
}
