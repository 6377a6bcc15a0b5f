// Package reports writes the figures of one audience as a workbook that a board can be handed as it is.
//
// In comes a metrics.Table, in which everything that the audience must not see is already hidden; out goes the xlsx file: the
// key figures on one A4 page, one sheet with chart and table per indicator, data quality, definitions, explanations, and all
// figures as one long table. Words come in the language asked for.
//
//	err := reports.Workbook(file, draft.For(metrics.Audience{Name: "board", Floor: 5}), metrics.Norwegian)
//
// Two more workbooks go to those who deliver data: Template is the one that they fill in for a feed, and Marked is the one that
// they sent, with every fault marked in its place.
//
// What is promised: a number in the workbook is the table's number, and a live formula beside it gives the same; a figure that
// is hidden shows the sign : and is nowhere in the file; no text becomes a formula; charts are native and can be edited; the
// same table gives the same bytes, whenever and wherever it is written.
package reports

import (
	"fmt"
	"io"
	"time"

	"github.com/xuri/excelize/v2"

	"bolyst/metrics"
)

// Workbook writes the table as an xlsx file in the language.
func Workbook(w io.Writer, table metrics.Table, language metrics.Language) error {
	b := newBook(table, language)
	defer b.file.Close()
	b.properties()
	b.edges = edges{left: b.Name, right: b.audience(), from: b.edition(), when: b.say("as_of", b.language.Date(day(b.AsOf)))}

	keyFigures := b.sheet(b.metric("key_figures"))
	var indicators []*sheet
	for i, definition := range table.Definitions {
		indicators = append(indicators, b.sheet(fmt.Sprintf("%d %s", i+1, definition.ShortTitle(language))))
	}
	keyFigures.writeKeyFigures(indicators)
	for i, definition := range table.Definitions {
		indicators[i].writeIndicator(definition, keyFigures)
	}
	b.sheet(b.metric("data_quality")).writeQuality()
	b.sheet(b.metric("definitions")).writeDefinitions()
	b.sheet(b.metric("about")).writeAbout()
	b.sheet(b.say("data")).writeData()

	if b.err != nil {
		return fmt.Errorf("workbook of %s: %w", table.Audience.Name, b.err)
	}
	b.file.SetZipWriter(b.newParts)
	if err := b.file.Write(w); err != nil {
		return fmt.Errorf("workbook of %s: %w", table.Audience.Name, err)
	}
	return nil
}

// book is a workbook in the making. The first error stays in err and makes the rest of the calls do nothing, so that the
// sheets read as what stands on them.
type book struct {
	metrics.Table
	file     *excelize.File
	language metrics.Language
	styles   map[look]int
	sheets   []*sheet
	tables   int
	charts   int
	filtered map[string]bool // the names of the tables whose heads have a button to choose rows
	edges    edges
	// errorBars are the intervals of the charts that have them, by the name of the chart's part.
	errorBars map[string]errorBars
	err       error
}

func newBook(table metrics.Table, language metrics.Language) *book {
	b := &book{Table: table, file: excelize.NewFile(), language: language, styles: map[look]int{}, filtered: map[string]bool{}, errorBars: map[string]errorBars{}}
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

// properties fills in what the file says of itself. The times are those of the figures, not of the clock.
func (b *book) properties() {
	b.describe(excelize.DocProperties{
		Title: plain(b.title()), Subject: plain(b.audience()), Creator: plain(b.Name), LastModifiedBy: plain(b.Name), Identifier: plain(b.Edition),
	}, b.AsOf)
}

// describe writes what the file says of itself, as of the day.
func (b *book) describe(about excelize.DocProperties, asOf time.Time) {
	about.Language = map[metrics.Language]string{metrics.Norwegian: "nb-NO", metrics.English: "en-GB"}[b.language]
	about.Created = day(asOf).Format(time.RFC3339)
	about.Modified = about.Created
	b.try(b.file.SetDocProps(&about))
	b.try(b.file.SetAppProps(&excelize.AppProperties{Application: "Bolyst"}))
}

// title is the heading of the workbook.
func (b *book) title() string { return b.say("title", b.Name) }

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
