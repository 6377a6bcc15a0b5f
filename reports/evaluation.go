package reports

import (
	"fmt"
	"io"

	"bolyst/metrics"
)

// Evaluation writes what an evaluator works with: the programmes against each other, how many stay, by which definition and how
// surely, and then everything that this rests on: a sheet for each indicator, the quality of the data, the definitions, all
// figures as one long table, and what they were made from.
func Evaluation(w io.Writer, table metrics.Table, language metrics.Language) error {
	b := newBook(table, language)
	defer b.file.Close()
	b.begin(b.say("evaluation_title", b.Name))

	contents, keyFigures := b.sheet(b.say("contents")), b.sheet(b.metric("key_figures"))
	sheets := []*sheet{keyFigures}
	chapters := []chapter{{b.metric("key_figures"), b.say("about_key_figures"), nil}}
	add := func(c chapter) { chapters, sheets = append(chapters, c), append(sheets, b.sheet(c.title)) }
	b.addComparisons(add)
	b.addStaying(add)
	first := len(sheets)
	for i, definition := range table.Definitions {
		add(chapter{fmt.Sprintf("%d %s", i+1, definition.ShortTitle(language)), definition.Title.In(language),
			func(s *sheet) { s.writeIndicator(definition, b.figuresOf(definition), keyFigures) }})
	}
	indicators := sheets[first:len(sheets):len(sheets)]
	chapters[0].write = func(s *sheet) { s.writeKeyFigures(indicators) }
	add(chapter{b.metric("data_quality"), b.say("data_quality_note"), (*sheet).writeQuality})
	add(chapter{b.metric("definitions"), b.say("definitions_note"), (*sheet).writeDefinitions})
	if groups := b.differing(); len(groups) > 0 {
		add(chapter{b.say("side_by_side"), b.say("about_side_by_side"), func(s *sheet) { s.writeDiffering(groups) }})
	}
	add(chapter{b.metric("about"), b.say("about_note"), (*sheet).writeAbout})
	add(chapter{b.say("data"), b.say("about_data"), (*sheet).writeData})
	add(chapter{b.say("run"), b.say("about_run"), (*sheet).writeRun})

	contents.writeContents(chapters, sheets)
	for i, c := range chapters {
		c.write(sheets[i])
	}
	return b.write(w)
}

// writeContents writes the first sheet: what the workbook is, and the way to the others.
func (s *sheet) writeContents(chapters []chapter, sheets []*sheet) {
	const lastColumn, head = 4, 6
	s.setWidths(38, 84, 20, 30)
	s.writeMasthead(1, 2, 3, 4)
	s.across(1, lastColumn, 4, remark(s.say("evaluation_note")))
	var rows [][]cell
	for i, c := range chapters {
		rows = append(rows, []cell{link(sheets[i].name, sheets[i]), text(c.note)})
	}
	s.table(head, []column{{s.say("sheet"), false}, {s.say("shows"), false}}, rows)
	s.freeze(0, head)
	s.page(lastColumn, head, head, s.fitsOnePage(lastColumn))
}
