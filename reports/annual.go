package reports

import (
	"io"

	"bolyst/metrics"
)

// Annual writes what an annual meeting is shown of the year.
func Annual(w io.Writer, table metrics.Table, language metrics.Language) error {
	b := newBook(table, language)
	defer b.file.Close()
	b.begin(b.say("annual_title", b.Name))

	b.sheet(b.metric("data_quality")).writeQuality()
	b.sheet(b.metric("definitions")).writeDefinitions()
	b.sheet(b.metric("about")).writeAbout()
	return b.write(w)
}
