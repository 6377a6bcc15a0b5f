package main

import (
	"io"
	"slices"

	"bolyst/dashboards"
	"bolyst/metrics"
	"bolyst/reports"
)

// workbook is one of the workbooks of an edition. What it and its file are called is said in the reader's language.
type workbook struct {
	name      string
	audiences []string // whose folder it lies in
	write     func(io.Writer, metrics.Table, metrics.Language) error
}

// workbooks are those of an edition. The one for the annual meeting is shown to the member companies: the board's copy, and its
// floors, are for that.
var workbooks = []workbook{
	{"board", []string{"board"}, reports.Board},
	{"annual", []string{"board", "staff"}, reports.Annual},
	{"evaluation", []string{"centre", "staff"}, reports.Evaluation},
}

// workbooks are those that lie behind the door.
func (d door) workbooks() []workbook {
	return slices.DeleteFunc(slices.Clone(workbooks), func(b workbook) bool { return !slices.Contains(b.audiences, d.audience) })
}

// file is the name of the workbook's file in the language.
func (b workbook) file(l metrics.Language) string { return Language(l).Say("workbook_file." + b.name) }

// downloads are the links to the workbooks behind the door.
func (d door) downloads() []dashboards.Link {
	var links []dashboards.Link
	for _, b := range d.workbooks() {
		links = append(links, dashboards.Link{Text: Language(d.language).Say("workbook." + b.name), Address: b.file(d.language)})
	}
	return links
}
