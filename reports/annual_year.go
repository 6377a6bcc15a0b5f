package reports

import (
	"slices"
	"strconv"
	"strings"

	"bolyst/metrics"
)

// yearly are the indicators of the year in figures: who came, what became of them, and who stayed.
var yearly = []string{"applicants", "trainees_hired", "applicants_per_position", "qualified_applicant_rate", "qualified_per_position", "completion_rate", "job_offer_rate",
	"member_hire_rate", "regional_retention_now", "member_companies"}

// writeYear writes the year in figures, beside the year before and all of it.
func (s *sheet) writeYear() {
	const lastColumn = 7
	s.setWidths(42, 13, 13, 13, 13, 13, 62, 3, 18, 12, 12, 12, 3, 18, 12)
	now, before := s.thisYear(), strconv.Itoa(s.AsOf.Year()-1)
	s.put(1, 1, heading(s.say("year_heading", now), 16))
	s.height(1, 24)
	head := s.across(1, lastColumn, 2, remark(s.say("year_in_figures_note"))) + 1
	var rows [][]cell
	for i, definition := range s.shownOf(yearly) {
		this, last, total := s.Figure(definition.ID, metrics.All, now), s.Figure(definition.ID, metrics.All, before), s.Total(definition.ID)
		change := cell{look: look{right: true}}
		if d := difference(this.Value, last.Value); d.Given() {
			row := head + 1 + i
			change = number(d, "", s.differenceFormat(this)).from(place(3, row) + "-" + place(2, row))
		}
		rows = append(rows, []cell{
			wrapped(definition.Title.In(s.language)), s.amount(last), s.amount(this), change, s.amount(total),
			text(s.metric(definition.Period)), wrapped(s.Gist(total, s.language)),
		})
	}
	below := s.table(head, []column{{s.metric("indicator"), false}, {before, true}, {now, true}, {s.say("change"), true}, {s.metric("all_periods"), true},
		{s.say("years_are"), false}, {s.say("gist"), false}}, rows)
	s.drawYears(below+1, lastColumn, head)
	s.freeze(1, head)
	s.page(lastColumn, head, head, true)
}

// drawYears draws how many have applied and been taken on, year by year.
func (s *sheet) drawYears(row, width, dataRow int) {
	from, column := 1, width+2
	for _, definition := range s.shownOf([]string{"applicants", "trainees_hired"}) {
		series := s.Series(definition.ID, metrics.All)
		if len(series) < 2 {
			continue
		}
		to := width
		if from == 1 {
			to = s.halfway(width)
		}
		data := s.newChartData(column, dataRow, series, func(f metrics.Figure) string { return f.Period })
		values := data.add(s.metric("value"), func(f metrics.Figure) cell { return s.measured(f, f.Value) })
		title := s.say("by_"+definition.Period, definition.Title.In(s.language))
		spoken := []string{title + "."}
		for _, f := range series {
			spoken = append(spoken, f.Period+": "+f.Amount(s.language)+".")
		}
		s.draw(row, from, to, drawing{chart: bars(s.formatOf(series[0]), values), title: title, alternative: sentences(spoken...)})
		from, column = to+1, column+5
	}
}

// writeCohorts writes how each cohort went, from those who applied to those who stayed.
func (s *sheet) writeCohorts() {
	definitions := s.shownOf([]string{"applicants", "trainees_hired", "completion_rate", "job_offer_rate", "member_hire_rate",
		"regional_retention_now", "regional_retention_3y"})
	heads := []column{{s.metric("cohort"), false}}
	var cohorts []string
	for _, definition := range definitions {
		short := definition.ShortTitle(s.language)
		if definition.Kind == metrics.Rate {
			heads = append(heads, column{s.say("numerator_of", short), true}, column{s.say("denominator_of", short), true})
		} else {
			heads = append(heads, column{short, true})
		}
		for _, f := range s.Series(definition.ID, metrics.All) {
			cohorts = withPeriod(cohorts, f.Period)
		}
	}
	slices.Sort(cohorts)
	widths := []float64{12}
	for _, head := range heads[1:] {
		width := 15.0 // and room for the longest word of the head
		for word := range strings.FieldsSeq(head.head) {
			width = max(width, widthOf(word)*boldness+2.5)
		}
		widths = append(widths, width)
	}
	s.setWidths(append(widths, 3, 18, 12, 12)...)
	s.put(1, 1, heading(s.say("cohorts"), 16))
	s.height(1, 24)
	head := s.across(1, len(s.widths)-4, 2, remark(s.say("cohorts_note"))) + 1
	var rows [][]cell
	for _, cohort := range append(cohorts, metrics.All) {
		cells := []cell{text(s.period(cohort))}
		for _, definition := range definitions {
			f := s.Figure(definition.ID, metrics.All, cohort)
			if f.Indicator == "" {
				f = metrics.Figure{Kind: definition.Kind, Unit: definition.Unit, Sign: metrics.NotPossible}
			}
			cells = append(cells, s.numerator(f))
			if definition.Kind == metrics.Rate {
				cells = append(cells, s.denominator(f))
			}
		}
		for i := range cells {
			cells[i].look.total = cohort == metrics.All
		}
		rows = append(rows, cells)
	}
	below := s.table(head, heads, rows)
	s.drawCohorts(definitions, cohorts, head, below+1, len(heads))
	s.freeze(1, head)
	s.page(len(heads), head, head, true)
}

// drawCohorts draws, for each cohort, how many have completed and how many of them have stayed.
func (s *sheet) drawCohorts(definitions []metrics.Definition, cohorts []string, head, row, width int) {
	const stayed = "regional_retention_now"
	columnOf := 2
	for _, definition := range definitions {
		if definition.ID == stayed {
			break
		}
		columnOf++
		if definition.Kind == metrics.Rate {
			columnOf++
		}
	}
	var figures []metrics.Figure
	for _, cohort := range cohorts {
		if f := s.Figure(stayed, metrics.All, cohort); f.Indicator != "" {
			figures = append(figures, f)
		}
	}
	if !slices.ContainsFunc(figures, hasCounts) {
		return
	}
	rowOf := func(f metrics.Figure) int { return head + 1 + slices.Index(cohorts, f.Period) }
	data := s.newChartData(width+2, head, figures, func(f metrics.Figure) string { return f.Period + "\n" + s.underPoint(f) })
	n := data.add(s.metric("denominator"), func(f metrics.Figure) cell {
		return ofCounts(f, counted(f, f.Denominator)).from(place(columnOf+1, rowOf(f)))
	})
	k := data.add(s.metric("numerator"), func(f metrics.Figure) cell {
		return ofCounts(f, counted(f, f.Numerator)).from(place(columnOf, rowOf(f)))
	})
	title := s.say("by_cohort", s.Definition(stayed).Title.In(s.language))
	spoken := []string{title + "."}
	for _, f := range figures {
		spoken = append(spoken, f.Period+": "+f.Text(s.language)+".")
	}
	s.draw(row, 1, width, drawing{chart: filled(n, k), overlap: 100, title: title, alternative: sentences(spoken...)})
	s.put(1, row+chartRows, label(s.say("counts_note")))
}

// writeProgrammes writes the totals of each programme beside each other.
func (s *sheet) writeProgrammes() {
	definitions := s.KeyDefinitions()
	heads := []column{{s.metric("programme"), false}}
	widths := []float64{36}
	for _, definition := range definitions {
		heads, widths = append(heads, column{definition.ShortTitle(s.language), true}), append(widths, 19)
	}
	s.setWidths(widths...)
	s.put(1, 1, heading(s.say("programmes"), 16))
	s.height(1, 24)
	head := s.across(1, len(heads), 2, remark(s.say("programmes_note"))) + 1
	var rows [][]cell
	for _, programme := range append(s.programmes()[1:], metrics.All) {
		cells := []cell{wrapped(s.programme(programme))}
		for _, definition := range definitions {
			cells = append(cells, s.amount(s.Figure(definition.ID, programme, metrics.All)))
		}
		for i := range cells {
			cells[i].look.total = programme == metrics.All
		}
		rows = append(rows, cells)
	}
	s.table(head, heads, rows)
	s.freeze(1, head)
	s.page(len(heads), head, head, true)
}

// writeFiveYears writes all indicators year by year.
func (s *sheet) writeFiveYears() {
	var ids []string
	var lines []yearLine
	for _, definition := range s.Definitions {
		if definition.Kind != metrics.Duration {
			ids, lines = append(ids, definition.ID), append(lines, s.lineOf(definition))
		}
	}
	years := s.lastPeriods(ids...)
	s.setYearWidths(len(years))
	s.put(1, 1, heading(s.say("five_years"), 16))
	s.height(1, 24)
	head := s.across(1, 1+len(years), 2, remark(s.say("five_years_note"))) + 1
	s.writeYears(head, s.metric("indicator"), years, lines, false)
	s.freeze(1, head)
	s.page(1+len(years), head, head, s.fitsOnePage(1+len(years)))
}
