package dashboards

import (
	"slices"

	"bolyst/metrics"
)

// DataFile is a file with all figures of one audience. It lies in data/ beside the page, and its name is the same in every
// edition, so that a spreadsheet can ask the same address again.
type DataFile struct {
	Name      string // figures.csv
	Format    string // as it is asked for on the command line: csv-excel, csv, json, json-stat or parquet
	MediaType string
}

// DataFiles lists the files that every audience gets, the one that most people open first.
func DataFiles() []DataFile {
	return []DataFile{
		{"figures.csv", "csv-excel", "text/csv"},
		{"figures-long.csv", "csv", "text/csv"},
		{"figures.json", "json", "application/json"},
		{"figures-json-stat.json", "json-stat", "application/json"},
		{"figures.parquet", "parquet", "application/vnd.apache.parquet"},
	}
}

// DataFileAs returns the file of that format, and whether there is one.
func DataFileAs(format string) (DataFile, bool) {
	i := slices.IndexFunc(DataFiles(), func(f DataFile) bool { return f.Format == format })
	if i < 0 {
		return DataFile{}, false
	}
	return DataFiles()[i], true
}

// DictionaryName is the file that says what the columns mean.
const DictionaryName = "columns.csv"

// Title says what the file is, as the link to it does.
func (f DataFile) Title(l metrics.Language) string { return words(l).Say("data_file_" + f.Format) }

// ReadMeName is what the file is called that says what the others are.
func ReadMeName(l metrics.Language) string { return words(l).Say("data_read_me_name") }
