package reports

import (
	"fmt"
	"io"
	"time"

	"github.com/xuri/excelize/v2"

	"bolyst/metrics"
)

// book is a workbook in the making. The first error stays in err and makes the rest of the calls do nothing, so that the
// sheets read as what stands on them.
type book struct {
	metrics.Table
	file     *excelize.File
	language metrics.Language
	title    string // the heading of the workbook
	styles   map[look]int
	sheets   []*sheet
	tables   int
	charts   int
	filtered map[string]bool // the names of the tables whose heads have a button to choose rows
	edges    edges
	// errorBars are the intervals of the charts that have them, by the name of the chart's part.
	errorBars map[string]errorBars
	// scatters are those of the charts that are completed when they are written, by the name of the chart's part.
	scatters map[string]scatter
	// flows are the rows of long sheets, by the name of the sheet's part.
	flows map[string]flow
	err   error
}

func newBook(table metrics.Table, language metrics.Language) *book {
	b := &book{Table: table, file: excelize.NewFile(), language: language, styles: map[look]int{}, filtered: map[string]bool{}, errorBars: map[string]errorBars{},
		scatters: map[string]scatter{}, flows: map[string]flow{}}
	b.try(b.file.SetDefaultFont(fontFamily))
	*b.file.Styles.Fonts.Font[0].Sz.Val = fontSize // the unit of all column widths
	return b
}

// try keeps the first error.
func (b *book) try(err error) {
	if b.err == nil {
		b.err = err
	}
}

// begin gives the workbook its title, what the file says of itself, and what stands on the edges of its pages. The times are
// those of the figures, not of the clock.
func (b *book) begin(title string) {
	b.title = title
	b.describe(excelize.DocProperties{
		Title: plain(title), Subject: plain(b.audience()), Creator: plain(b.Name), LastModifiedBy: plain(b.Name), Identifier: plain(b.Edition),
	}, b.AsOf)
	b.edges = edges{left: title, right: b.audience(), from: b.edition(), when: b.say("as_of", b.language.Date(day(b.AsOf)))}
}

// write writes the finished workbook.
func (b *book) write(w io.Writer) error {
	if b.err == nil {
		b.try(b.pack(w))
	}
	if b.err != nil {
		return fmt.Errorf("workbook of %s: %w", b.Table.Audience.Name, b.err)
	}
	return nil
}

// describe writes what the file says of itself, as of the day.
func (b *book) describe(about excelize.DocProperties, asOf time.Time) {
	about.Language = map[metrics.Language]string{metrics.Norwegian: "nb-NO", metrics.Nynorsk: "nn-NO", metrics.English: "en-GB"}[b.language]
	about.Created = day(asOf).Format(time.RFC3339)
	about.Modified = about.Created
	b.try(b.file.SetDocProps(&about))
	b.try(b.file.SetAppProps(&excelize.AppProperties{Application: "Bolyst"}))
}

// audience is whom the workbook is for, in words.
func (b *book) audience() string { return b.named("audience_", b.Table.Audience.Name) }

// programme is the name of a programme; of all of them when there are several.
func (b *book) programme(id string) string {
	for _, programme := range b.Programmes {
		if programme.ID == id || (id == metrics.All && len(b.Programmes) == 1) {
			return programme.Name
		}
	}
	if id == metrics.All {
		return b.metric("all_programmes")
	}
	return id
}

// whose says whose figure it is; where there is one programme, a total is its own.
func (b *book) whose(f metrics.Figure) string {
	if len(b.Programmes) == 1 {
		return b.programme(f.Programme)
	}
	return b.Whose(f, b.language)
}

// period is a cohort or a year as text, or the word for the total.
func (b *book) period(period string) string {
	if period == metrics.All {
		return b.metric("all_periods")
	}
	return period
}

// goal is the title of a goal.
func (b *book) goal(id string) string {
	for _, goal := range b.Goals {
		if goal.ID == id {
			return goal.Title.In(b.language)
		}
	}
	return id
}

// day is the date of t on its own calendar, whatever the zone of the machine.
func day(t time.Time) time.Time {
	year, month, d := t.Date()
	return time.Date(year, month, d, 0, 0, 0, 0, time.UTC)
}
