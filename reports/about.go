package reports

import (
	"slices"
	"strconv"

	"bolyst/metrics"
)

// writeAbout explains the signs, says how the figures are made, and repeats what the programmes state of themselves.
func (s *sheet) writeAbout() {
	const lastColumn = 3
	s.setWidths(30, 82, 26)
	s.put(1, 1, heading(s.metric("about"), 16))
	s.height(1, 24)

	row := 3
	section := func(title, note string) {
		s.put(1, row, heading(title, 12))
		row++
		if note != "" {
			row = s.across(1, lastColumn, row, remark(note))
		}
	}

	section(s.metric("signs"), "")
	var signs [][]cell
	for _, sign := range []metrics.Sign{metrics.Hidden, metrics.Missing, metrics.NotPossible} {
		signs = append(signs, []cell{text(string(sign)), wrapped(metrics.Capital(s.metric("sign_" + string(sign))))})
	}
	signs = append(signs, []cell{text(metrics.Capital(s.say("few"))), wrapped(sentences(s.say("few_meaning"), s.ofData("few_in_data")))})
	row = s.table(row, []column{{s.metric("sign"), false}, {s.say("sign_meaning"), false}}, signs) + 1

	section(s.say("how_made"), "")
	for _, note := range s.notes() {
		row = s.across(1, lastColumn, row, cell{text: note})
	}
	row++

	section(s.say("this_edition"), "")
	for _, fact := range []struct {
		name  string
		value cell
	}{
		{s.metric("audience"), text(s.audience())},
		{s.metric("edition"), text(s.Edition)},
		{s.metric("as_of"), date(s.AsOf)},
		{s.metric("known_at"), cell{number: metrics.Of(float64(s.KnownAt)), look: look{format: wholeFormat}}},
		{s.metric("program_version"), text(s.Program)},
	} {
		s.put(1, row, label(fact.name))
		s.put(2, row, fact.value)
		row++
	}
	row++

	section(s.metric("facts"), s.metric("facts_note"))
	var facts [][]cell
	for _, programme := range s.Programmes {
		if programme.Started > 0 {
			facts = append(facts, []cell{text(s.say("started")), text(strconv.Itoa(programme.Started)), wrapped(programme.Name)})
		}
		for _, fact := range programme.Facts {
			facts = append(facts, []cell{wrapped(fact.Name.In(s.language)), wrapped(fact.Text.In(s.language)), wrapped(programme.Name)})
		}
	}
	s.table(row, []column{{s.say("fact"), false}, {s.say("statement"), false}, {s.metric("programme"), false}}, facts)
	s.page(lastColumn, 0, 0, true)
}

// notes are the sentences that a reader needs to read the figures right.
func (b *book) notes() []string {
	notes := []string{b.say("note_value"), b.metric("wilson_note") + " " + b.say("note_interval"), b.say("note_unknown"), b.say("note_immature"),
		b.say("note_totals"), b.say("note_reported")}
	for _, note := range []struct {
		kind metrics.Kind
		text string
	}{{metrics.Score, b.say("note_mean")}, {metrics.Duration, b.say("note_curve")}, {metrics.Breadth, b.say("note_breadth")}} {
		if slices.ContainsFunc(b.Definitions, func(d metrics.Definition) bool { return d.Kind == note.kind }) {
			notes = append(notes, note.text)
		}
	}
	if floor := b.Table.Audience.Floor; floor > 1 {
		notes = append(notes, b.say("note_floor", floor))
	}
	if told := b.ofData("note_data"); told != "" {
		notes = append(notes, told)
	}
	return notes
}

// ofData says what there is to say of the sheet with all figures, in a workbook that has it.
func (b *book) ofData(key string) string {
	if !slices.ContainsFunc(b.sheets, func(s *sheet) bool { return s.name == b.say("data") }) {
		return ""
	}
	return b.say(key)
}
