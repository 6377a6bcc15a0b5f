package reports

import (
	"slices"
	"strings"

	"bolyst/metrics"
)

// keyHead is the row of the head of the key figures' table.
const keyHead = 5

// writeKeyFigures writes the first sheet: what one member of a board reads in a minute, on one page. The indicators' sheets
// stand in the order of the definitions.
func (s *sheet) writeKeyFigures(indicators []*sheet) {
	columns := s.keyColumns()
	var heads []column
	var widths []float64
	for _, c := range columns {
		heads, widths = append(heads, c.column), append(widths, c.width)
	}
	s.setWidths(append(widths, 3, 36, 10, 10, 10)...)
	s.writeMasthead(1, 2, 4, 8)
	var rows [][]cell
	var rates []metrics.Figure
	rowOf := map[string]int{} // of the figure of all programmes together
	for i, definition := range s.Definitions {
		for _, programme := range s.programmes() {
			if !definition.Counts(programme) || programme != metrics.All && s.Figure(definition.ID, programme, metrics.All).Indicator == "" {
				continue
			}
			r := keyRow{name: s.titled(definition, indicators[i]), definition: definition,
				figure: s.Figure(definition.ID, programme, metrics.All), row: keyHead + 1 + len(rows)}
			if programme != metrics.All { // told by its numbers alone, or the sheet fills page after page
				r.name, r.of = text("– "+s.programme(programme)), true
			} else if rowOf[definition.ID] = r.row; r.figure.Kind == metrics.Rate || r.figure.Kind == metrics.Duration {
				rates = append(rates, r.figure)
			}
			r.name.look.wrap = true
			var cells []cell
			for _, c := range columns {
				cells = append(cells, c.of(r))
			}
			rows = append(rows, cells)
		}
	}
	below := s.table(keyHead, heads, rows)
	for row := keyHead + 1; row < below; row++ {
		if len(s.Programmes) == 1 {
			s.height(row, max(s.heights[row], 21)) // air between the rows, as long as the page has room
		}
	}
	row := s.across(1, len(columns), below, remark(s.keyNote()))
	s.pagesBefore = []int{row + 1}
	s.writeWhiskers(rates, rowOf, row+1)
	s.writeGoals(row+1, len(columns))
	s.freeze(1, keyHead)
	s.page(len(columns), keyHead, keyHead, s.fitsOnePage(len(columns)))
}

// writeMasthead says what the workbook is, for whom, as of when, and what it was known by, each in a column that has room for it.
func (s *sheet) writeMasthead(audience, asOf, knownAt, edition int) {
	s.put(1, 1, heading(s.title, 18))
	s.height(1, 27)
	for _, part := range []struct {
		column int
		label  string
		value  cell
	}{
		{audience, s.metric("audience"), text(s.audience())},
		{asOf, s.metric("as_of"), date(s.AsOf)},
		{knownAt, s.metric("known_at"), cell{number: metrics.Of(float64(s.KnownAt)), look: look{format: wholeFormat}}},
		{edition, s.metric("edition"), text(s.Edition)},
	} {
		s.put(part.column, 2, label(part.label))
		part.value.look.bold = true
		s.put(part.column, 3, part.value)
	}
}

// keyNote says under the table what holds for all of it: that no target is agreed, and where the published figures come from.
func (s *sheet) keyNote() string {
	var sources []string
	for _, definition := range s.Definitions {
		for _, r := range s.ReportedFor(s.Total(definition.ID)) {
			if !slices.Contains(sources, r.Source) {
				sources = append(sources, r.Source)
			}
		}
	}
	var notes []string
	for _, definition := range s.Definitions {
		if who := s.WhoCounts(definition, s.language); who != "" {
			notes = append(notes, definition.Title.In(s.language)+": "+who)
		}
	}
	if len(s.Targets) == 0 && len(s.Definitions) > 0 {
		notes = append(notes, metrics.Capital(s.metric("no_target"))+".")
	}
	if len(sources) > 0 {
		notes = append(notes, s.say("published_from", strings.Join(sources, "; ")))
	}
	return sentences(notes...)
}

// programmes lists whose figures are shown: all together, and each where there are several.
func (b *book) programmes() []string {
	ids := []string{metrics.All}
	if len(b.Programmes) > 1 {
		for _, programme := range b.Programmes {
			ids = append(ids, programme.ID)
		}
	}
	return ids
}

// reading is what a reader may conclude: the figure's own sentence, how the periods went where it has none, and how far it is
// to the target.
func (s *sheet) reading(f metrics.Figure) string {
	sentence := f.Sentence(s.language)
	if sentence == "" && f.Value.Given() {
		sentence = s.fromFirstToLast(f)
	}
	if tooFew(f) { // and then nothing that is worked out of the counts
		sentence = s.say("counts_only")
	}
	if progress, ok := s.Progress(f); ok {
		sentence = sentences(sentence, metrics.Capital(progress.Text(s.language))+".")
	}
	return sentence
}

// fromFirstToLast tells the first and the last period of the figure's series.
func (s *sheet) fromFirstToLast(f metrics.Figure) string {
	var given []metrics.Figure
	for _, period := range s.Series(f.Indicator, f.Programme) {
		if period.Value.Given() {
			given = append(given, period)
		}
	}
	if len(given) < 2 {
		return ""
	}
	first, last := given[0], given[len(given)-1]
	return s.say("first_to_last", first.Amount(s.language), first.Period, last.Amount(s.language), last.Period)
}

// writeWhiskers draws the shares among the key figures, each as a point with its interval.
func (s *sheet) writeWhiskers(rates []metrics.Figure, rowOf map[string]int, row int) {
	const lastColumn = 8
	s.drawWhiskers(whiskers{
		rates: rates, row: row, from: 1, to: lastColumn, dataColumn: len(s.widths) - 3, dataRow: keyHead,
		origin: origin{rowOf: func(f metrics.Figure) int { return rowOf[f.Indicator] }, value: keyValue, low: keyLow, high: keyHigh},
	})
}

// writeGoals writes what the programme is for, beside the chart.
func (s *sheet) writeGoals(row, to int) {
	const from = 10
	s.put(from, row, heading(s.metric("goals"), 12))
	row++
	for _, goal := range s.Goals {
		s.put(from, row, cell{text: goal.Title.In(s.language), look: look{bold: true}})
		row = s.across(from, to, row+1, cell{text: goal.Text.In(s.language)})
	}
}
