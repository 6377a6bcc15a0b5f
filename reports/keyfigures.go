package reports

import (
	"fmt"
	"math"
	"slices"

	"bolyst/metrics"
)

// writeKeyFigures writes the first sheet: what one member of a board reads in a minute, on one page. The indicators' sheets
// stand in the order of the definitions.
func (s *sheet) writeKeyFigures(indicators []*sheet) {
	s.setWidths(38, 14, 12, 13, 13, 8, 8, 10.5, 12, 7, 12, 11, 22, 46, 3, 36, 10, 10, 10)
	const head, lastPrinted = 5, 14
	s.writeMasthead()
	var rows [][]cell
	var rates []metrics.Figure
	for i, definition := range s.Definitions {
		for _, programme := range s.programmes() {
			f := s.Figure(definition.ID, programme, metrics.All)
			name := link(definition.Title.In(s.language), indicators[i])
			if programme != metrics.All {
				name = text("– " + s.programme(programme))
			} else if f.Kind == metrics.Rate {
				rates = append(rates, f)
			}
			name.look.wrap = true
			rows = append(rows, s.keyFigure(head+1+len(rows), name, definition, f))
		}
	}
	below := s.table(head, []column{
		{s.metric("indicator"), false}, {s.metric("goal"), false},
		{s.metric("numerator"), true}, {s.metric("denominator"), true}, {s.metric("value"), true},
		{s.metric("low"), true}, {s.metric("high"), true}, {s.metric("unknown"), true}, {s.metric("immature"), true},
		{s.metric("sign"), false}, {s.metric("target_label"), true},
		{s.metric("reported"), true}, {s.metric("reported_source"), false}, {s.say("reading"), false},
	}, rows)
	for row := head + 1; row < below; row++ {
		s.height(row, max(s.heights[row], 21)) // air between the rows, as long as the page has room
	}
	s.writeWhiskers(rates, head, below+1)
	s.writeGoals(below + 1)
	s.freeze(1, head)
	s.page(lastPrinted, head, head, len(rows) <= rowsOnOnePage)
}

// writeMasthead says what the workbook is, for whom, and as of when.
func (s *sheet) writeMasthead() {
	s.put(1, 1, heading(s.title(), 18))
	s.height(1, 27)
	for _, part := range []struct {
		column int
		label  string
		value  cell
	}{
		{1, s.metric("audience"), text(s.audience())},
		{2, s.metric("as_of"), date(s.AsOf)},
		{4, s.metric("known_at"), cell{number: metrics.Of(float64(s.KnownAt)), look: look{format: wholeFormat}}},
		{8, s.metric("edition"), text(s.Edition)},
	} {
		s.put(part.column, 2, label(part.label))
		part.value.look.bold = true
		s.put(part.column, 3, part.value)
	}
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

// keyFigure is the row of one figure.
func (s *sheet) keyFigure(row int, name cell, definition metrics.Definition, f metrics.Figure) []cell {
	published, source := s.published(f)
	return []cell{
		name, wrapped(s.goal(definition.Goal)),
		counted(f, f.Numerator), s.denominator(f), s.value(f, 3, row),
		s.measured(f, f.Low), s.measured(f, f.High), counted(f, f.Unknown), counted(f, f.Immature),
		text(string(f.Sign)), s.target(f), published, wrapped(source), wrapped(s.reading(f)),
	}
}

// denominator is of how many. A count is of nothing but itself.
func (s *sheet) denominator(f metrics.Figure) cell {
	if f.Kind == metrics.Count && f.Denominator.Given() {
		return number(metrics.Number{}, metrics.NotPossible, wholeFormat)
	}
	return counted(f, f.Denominator)
}

// value is the value; where it is a share or a ratio, as a formula over the numerator, which stands in the column, and the
// denominator beside it.
func (s *sheet) value(f metrics.Figure, column, row int) cell {
	c := s.measured(f, f.Value)
	c.look.bold = true
	if f.Kind != metrics.Count && f.Value.Given() {
		c.formula = place(column, row) + "/" + place(column+1, row)
	}
	return c
}

// target is what was agreed, or says that nothing was.
func (s *sheet) target(f metrics.Figure) cell {
	if !f.Target.Given() {
		return cell{text: s.say("no_target"), look: look{muted: true, right: true, wrap: true}}
	}
	return s.measured(f, f.Target)
}

// reading is what a reader may conclude: the figure's own sentence, how the periods went where it has none, and how far it is
// to the target.
func (s *sheet) reading(f metrics.Figure) string {
	sentence := f.Sentence(s.language)
	if sentence == "" && f.Value.Given() {
		sentence = s.fromFirstToLast(f)
	}
	if sentence == "" && f.Sign == metrics.Hidden {
		sentence = s.say("counts_only")
	}
	if f.Target.Given() {
		sentence = sentences(sentence, capital(f.TargetText(s.language))+".")
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

// published is the first figure published elsewhere, as a number, and all of them with their sources, in words.
func (s *sheet) published(f metrics.Figure) (cell, string) {
	var shown cell
	var sources []string
	for i, r := range s.ReportedFor(f) {
		if i == 0 {
			shown = s.reported(f, r)
		}
		source := r.Source + ": " + r.Text(s.language, f.Kind, f.Unit)
		if !r.AsOf.IsZero() {
			source += ", " + s.say("as_of", s.language.Date(day(r.AsOf)))
		}
		sources = append(sources, source+".", r.Note)
	}
	return shown, sentences(sources...)
}

// reported is the number of a figure published elsewhere, and a formula where only its parts were published.
func (s *sheet) reported(f metrics.Figure, r metrics.Reported) cell {
	k, n := r.Numerator, r.Denominator
	switch {
	case r.Value.Given() && f.IsShare() && isWholePercent(r.Value.Float()):
		return number(r.Value, "", roundFormat) // as it was printed
	case r.Value.Given():
		return number(r.Value, "", s.formatOf(f))
	case f.Kind != metrics.Count && k.Given() && n.Float() > 0:
		return number(metrics.Of(k.Float()/n.Float()), "", s.formatOf(f)).from(fmt.Sprintf("%s/%s", exactly(k), exactly(n)))
	}
	return number(k, "", s.formatOf(f))
}

func isWholePercent(share float64) bool {
	return math.Abs(100*share-math.Round(100*share)) < 1e-9
}

// writeWhiskers draws the rates among the key figures, whose table's head is in the row, each as a point with its interval.
func (s *sheet) writeWhiskers(rates []metrics.Figure, head, row int) {
	if len(rates) == 0 {
		return
	}
	const value, low, high, dataColumn, lastColumn = 5, 6, 7, 16, 9
	title := func(f metrics.Figure) string { return s.Definition(f.Indicator).Title.In(s.language) }
	data := s.newChartData(dataColumn, head, rates, func(f metrics.Figure) string {
		return plain(title(f)) + "\n" + s.underPoint(f)
	})
	values, intervals := data.addRates(origin{rowOf: func(f metrics.Figure) int { return s.rowOf(f, head) }, value: value, low: low, high: high})
	spoken := []string{s.say("whiskers_title") + "."}
	for _, f := range rates {
		spoken = append(spoken, title(f)+": "+f.Text(s.language)+".")
	}
	s.draw(row, 1, lastColumn, drawing{
		chart: points(values, false), title: s.say("whiskers_title"), alternative: sentences(spoken...), intervals: intervals,
	})
	s.put(1, row+chartRows, label(s.say("whiskers_note")))
}

// rowOf is the row of the key figure of all programmes together.
func (s *sheet) rowOf(f metrics.Figure, head int) int {
	i := slices.IndexFunc(s.Definitions, func(d metrics.Definition) bool { return d.ID == f.Indicator })
	return head + 1 + i*len(s.programmes())
}

// writeGoals writes what the programme is for, beside the chart.
func (s *sheet) writeGoals(row int) {
	const from, to = 11, 14
	s.put(from, row, heading(s.metric("goals"), 12))
	row++
	for _, goal := range s.Goals {
		s.put(from, row, cell{text: goal.Title.In(s.language), look: look{bold: true}})
		row = s.across(from, to, row+1, cell{text: goal.Text.In(s.language)})
	}
}
