package reports

import (
	"fmt"
	"io"

	"bolyst/metrics"
)

// Evaluation writes what an evaluator works with: the key figures, one sheet with chart and table per indicator, data quality,
// definitions, explanations, and all figures as one long table.
func Evaluation(w io.Writer, table metrics.Table, language metrics.Language) error {
	b := newBook(table, language)
	defer b.file.Close()
	b.begin(b.say("evaluation_title", b.Name))

	keyFigures := b.sheet(b.metric("key_figures"))
	var indicators []*sheet
	for i, definition := range table.Definitions {
		indicators = append(indicators, b.sheet(fmt.Sprintf("%d %s", i+1, definition.ShortTitle(language))))
	}
	keyFigures.writeKeyFigures(indicators)
	for i, definition := range table.Definitions {
		indicators[i].writeIndicator(definition, b.figuresOf(definition), keyFigures)
	}
	b.sheet(b.metric("data_quality")).writeQuality()
	b.sheet(b.metric("definitions")).writeDefinitions()
	about, data := b.sheet(b.metric("about")), b.sheet(b.say("data"))
	about.writeAbout()
	data.writeData()
	return b.write(w)
}
