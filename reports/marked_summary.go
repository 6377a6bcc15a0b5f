package reports

import (
	"cmp"
	"slices"
	"strings"

	"bolyst/metrics"
)

// mostFaults is how many faults are listed one by one.
const mostFaults = 10_000

// writeSummary writes what became of the file, which rules were broken how often and what to do, and all faults with links to
// their places.
func (s *sheet) writeSummary(m MarkedWorkbook, found faults, o *original) {
	const lastColumn = 5
	s.setWidths(34, 14, 92, 24, 10)
	s.put(1, 1, heading(s.say("marked_title", m.Load.File), 16))
	s.height(1, 24)
	row := 3
	for _, note := range s.summaryNotes(m, found, o) {
		row = s.across(1, lastColumn, row, cell{text: note})
	}
	row = s.writeLoad(m, row+1)

	s.put(1, row+1, heading(s.say("broken_rules"), 12))
	row += 2
	if len(found.all) == 0 {
		s.put(1, row, text(s.say("no_faults")))
		s.page(lastColumn, 0, 0, false)
		return
	}
	row = s.table(row, []column{{s.say("rule"), false}, {s.say("how_many"), true}, {s.say("what_to_do"), false}}, s.ruleRows(m, found))

	s.put(1, row+1, heading(s.say("all_faults"), 12))
	head := row + 2
	if len(found.all) > mostFaults {
		head = s.across(1, lastColumn, head, remark(s.say("first_faults", s.language.Number(mostFaults, 0), s.language.Number(float64(len(found.all)), 0))))
	}
	s.table(head, []column{{s.say("rule"), false}, {s.say("cell"), false}, {s.say("fault"), false}, {s.say("sheet"), false}, {s.say("row"), true}},
		s.faultRows(m, found))
	s.page(lastColumn, 0, 0, false)
}

// summaryNotes are the sentences that a reader needs first.
func (b *book) summaryNotes(m MarkedWorkbook, found faults, o *original) []string {
	if o == nil {
		notes := []string{b.say("note_alone")}
		if m.withheld() {
			notes = []string{b.say("note_withheld")}
		}
		return notes
	}
	notes := []string{b.say("note_marks", b.say("notices"))}
	if m.Excerpt {
		notes = append(notes, b.say("note_excerpt"))
	}
	if found.cells > mostNotes {
		notes = append(notes, b.say("note_most", b.language.Number(mostNotes, 0), b.language.Number(float64(found.cells), 0)))
	}
	if slices.ContainsFunc(found.all, func(p placed) bool { return p.Mask }) {
		notes = append(notes, b.say("note_masked", masked))
	}
	return append(notes, b.say("note_copy"))
}

// writeLoad writes which file it is and what became of its rows, and returns the next row. The day is text: a copy of a workbook
// that counts its days from 1904 would show another one.
func (s *sheet) writeLoad(m MarkedWorkbook, row int) int {
	for _, fact := range []struct {
		name  string
		value cell
	}{
		{s.metric("file"), text(m.Load.File)}, {s.metric("source"), text(m.Load.Source)}, {s.say("feed"), text(m.Load.Feed)},
		{s.say("loaded_on"), text(s.language.Date(m.LoadedOn))}, {s.metric("batch"), code0(m.Load.Batch)},
	} {
		s.put(1, row, label(fact.name))
		s.put(2, row, fact.value)
		row++
	}
	s.put(1, row+1, heading(s.say("row_balance"), 12))
	row = s.across(1, 5, row+2, remark(s.say("row_balance_note")))
	for _, count := range []struct {
		name string
		rows int
	}{
		{s.metric("read"), m.Load.Read}, {s.metric("loaded"), m.Load.Loaded}, {s.metric("unchanged"), m.Load.Unchanged},
		{s.metric("superseded"), m.Load.Superseded}, {s.metric("rejected"), m.Load.Rejected},
		{s.say("difference"), m.Load.Read - m.Load.Loaded - m.Load.Unchanged - m.Load.Superseded - m.Load.Rejected},
	} {
		s.put(1, row, label(count.name))
		c := whole(count.rows)
		c.look.right, c.look.bold = false, count.name == s.metric("rejected")
		s.put(2, row, c)
		row++
	}
	return row
}

// code0 is a number that counts nothing.
func code0(n int) cell { return typed(float64(n), wholeCode) }

// ruleRows makes a row per rule that was broken, the most often broken first.
func (s *sheet) ruleRows(m MarkedWorkbook, found faults) [][]cell {
	counts := map[string]int{}
	for _, f := range found.all {
		counts[f.Rule]++
	}
	var codes []string
	for code := range counts {
		codes = append(codes, code)
	}
	slices.SortFunc(codes, func(a, b string) int { return cmp.Or(counts[b]-counts[a], strings.Compare(a, b)) })
	var rows [][]cell
	for _, code := range codes {
		rule := s.rule(m, code)
		rows = append(rows, []cell{wrapped(rule.Name), whole(counts[code]), wrapped(rule.Do)})
	}
	return rows
}

// faultRows makes a row per fault, with a link where there is a cell to go to.
func (s *sheet) faultRows(m MarkedWorkbook, found faults) [][]cell {
	var rows [][]cell
	for _, f := range found.all[:min(len(found.all), mostFaults)] {
		at, row := cell{}, cell{}
		if f.Row > 0 {
			row = number(metrics.Of(float64(f.Row)), "", wholeCode)
		}
		switch column := max(f.column, 1); {
		case f.inSheet() && column <= lastSheetColumn:
			name := place(column, f.Row)
			at = cell{text: name, link: quoted(f.Sheet) + "!" + name}
			if f.column == 0 {
				at.text = s.say("whole_row")
			}
		case f.Row == 0:
			at = text(s.say("whole_file"))
		default:
			at = text(f.Column)
		}
		rows = append(rows, []cell{wrapped(s.rule(m, f.Rule).Name), at, wrapped(f.Text), wrapped(f.Sheet), row})
	}
	return rows
}

// rule is what the rule is called, in the words of the caller if there are any, and what to do about it.
func (b *book) rule(m MarkedWorkbook, code string) Rule {
	for _, rule := range m.Rules {
		if rule.Code == code {
			return rule
		}
	}
	if !KnowsRule(code) {
		return Rule{Code: code, Name: code}
	}
	return Rule{Code: code, Name: b.say("rule_" + code), Do: b.say("do_" + code)}
}

// KnowsRule says whether the package has words for the rule in every language.
func KnowsRule(code string) bool {
	for _, words := range catalogue {
		if words["rule_"+code] == "" || words["do_"+code] == "" {
			return false
		}
	}
	return true
}

// RuleWords are what the rule is called and what to do about it, in every language; the rule itself where the package has no
// words for it.
func RuleWords(code string) (name, do metrics.Words) {
	name, do = metrics.Words{}, metrics.Words{}
	for _, l := range metrics.Languages() {
		name[l] = code
		if KnowsRule(code) {
			name[l], do[l] = catalogue[l]["rule_"+code], catalogue[l]["do_"+code]
		}
	}
	return name, do
}
