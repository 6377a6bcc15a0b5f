package reports

import (
	"fmt"
	"io"

	"bolyst/metrics"
)

// Board writes what a board reads before it decides: the key figures on one page, and a sheet for each indicator.
func Board(w io.Writer, table metrics.Table, language metrics.Language) error {
	b := newBook(table, language)
	defer b.file.Close()
	b.begin(b.say("board_title", b.Name))

	first := b.sheet(b.metric("key_figures"))
	var indicators []*sheet
	for i, definition := range table.Definitions {
		indicators = append(indicators, b.sheet(fmt.Sprintf("%d %s", i+1, definition.ShortTitle(language))))
	}
	first.writeKeyFigures(indicators)
	for i, definition := range table.Definitions {
		indicators[i].writeIndicator(definition, first)
	}
	b.sheet(b.metric("definitions")).writeDefinitions()
	b.sheet(b.metric("about")).writeAbout()
	return b.write(w)
}
