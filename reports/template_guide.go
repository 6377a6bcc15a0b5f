package reports

// writeGuide writes how the sheet is filled in, and of every column what it means, whether it must be filled in, what may stand
// there and an example.
func (s *sheet) writeGuide(t TemplateSheet, entry *sheet) {
	const lastColumn, head = 5, 8
	s.setWidths(30, 17, 54, 52, 24)
	s.put(1, 1, heading(s.say("guide_title", t.Title), 16))
	s.height(1, 24)
	s.put(1, 2, link(s.say("to_sheet", entry.name), entry))
	for i, step := range []string{s.say("guide_rows", templateRows), s.say("guide_heads"), s.say("guide_paste"), s.say("guide_example")} {
		s.put(1, 3+i, cell{text: step})
	}
	var rows [][]cell
	for _, f := range t.Fields {
		need := cell{text: s.say("may_be_empty"), look: look{muted: true}}
		if f.Required {
			need = cell{text: s.say("must_be_filled"), look: look{bold: true}}
		}
		rows = append(rows, []cell{
			{text: f.Title, look: look{bold: true, wrap: true}}, need, wrapped(f.Note), wrapped(s.allowed(f)), s.example(f),
		})
	}
	s.table(head, []column{
		{s.say("column"), false}, {s.say("need"), false}, {s.say("column_meaning"), false}, {s.say("allowed"), false}, {s.say("example"), false},
	}, rows)
	s.freeze(1, head)
	s.page(lastColumn, head, head, false)
}
