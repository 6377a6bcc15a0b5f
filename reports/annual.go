package reports

import (
	"io"

	"bolyst/metrics"
)

// Annual writes what an annual meeting is shown of the year: a cover with the way to everything, the year in figures, the
// cohorts, what there is to say of each matter, five years beside each other, and what the figures rest on.
func Annual(w io.Writer, table metrics.Table, language metrics.Language) error {
	b := newBook(table, language)
	defer b.file.Close()
	b.begin(b.say("annual_title", b.Name))

	cover := b.sheet(b.say("cover"))
	chapters := []chapter{
		{b.say("year_in_figures"), b.say("year_in_figures_note"), (*sheet).writeYear},
		{b.say("cohorts"), b.say("cohorts_note"), (*sheet).writeCohorts},
	}
	if len(b.Programmes) > 1 {
		chapters = append(chapters, chapter{b.say("programmes"), b.say("programmes_note"), (*sheet).writeProgrammes})
	}
	for _, m := range matters {
		chapters = append(chapters, chapter{b.say("matter_" + m.name), b.say("matter_" + m.name + "_note"), func(s *sheet) { s.writeMatter(m) }})
	}
	chapters = append(chapters,
		chapter{b.say("five_years"), b.say("five_years_note"), (*sheet).writeFiveYears},
		chapter{b.metric("data_quality"), b.say("data_quality_note"), (*sheet).writeQuality},
		chapter{b.metric("definitions"), b.say("definitions_note"), (*sheet).writeDefinitions},
		chapter{b.metric("about"), b.say("about_note"), (*sheet).writeAbout},
	)
	var sheets []*sheet
	for _, c := range chapters {
		sheets = append(sheets, b.sheet(c.title))
	}
	cover.writeCover(chapters, sheets)
	for i, c := range chapters {
		c.write(sheets[i])
	}
	return b.write(w)
}

// chapter is a sheet, as the contents of its workbook tell of it.
type chapter struct {
	title, note string
	write       func(*sheet)
}

// writeCover writes what the workbook is, and the way to each of its sheets.
func (s *sheet) writeCover(chapters []chapter, sheets []*sheet) {
	const head, lastColumn = 12, 2
	s.setWidths(40, 100)
	s.put(1, 2, heading(s.title, 26))
	s.height(2, 36)
	s.put(1, 3, cell{text: s.language.Date(day(s.AsOf)), look: look{size: 14}})
	s.height(3, 21)
	for i, fact := range []struct{ label, text string }{
		{s.metric("programme"), s.programme(metrics.All)}, {s.metric("audience"), s.audience()}, {s.metric("edition"), s.Edition},
	} {
		s.put(1, 5+i, label(fact.label))
		s.put(2, 5+i, text(fact.text))
	}
	s.put(1, head-2, heading(s.say("contents"), 14))
	s.height(head-2, 21)
	var rows [][]cell
	for i, c := range chapters {
		rows = append(rows, []cell{link(c.title, sheets[i]), wrapped(c.note)})
	}
	below := s.table(head, []column{{s.say("sheet"), false}, {s.say("shows"), false}}, rows)
	for row := head + 1; row < below; row++ {
		s.height(row, max(s.heights[row], 21))
	}
	s.page(lastColumn, 0, 0, true)
}
