package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

// Mapping says how the files of one source become records of a feed. The
// caller fills it from its configuration.
type Mapping struct {
	Source    string // the source's id; names the source and changes no record
	Programme string // the value of the field programme when no column is mapped to it
	Feed      Feed
	Format    Format
	// Columns gives, by field of the feed, the headers that may stand over its
	// column. Headers are compared without regard to case and white space.
	Columns map[string][]string
	// Values gives, by field, what stands in the file and the value it means;
	// "" means nothing is known. Compared trimmed and without regard to case.
	Values map[string]map[string]string
	// Constants gives the value of fields that the file has no column for.
	Constants map[string]string
	// Dates are the accepted written forms, such as dd.mm.yyyy; none means
	// dd.mm.yyyy and yyyy-mm-dd. Real dates of a workbook need no form.
	Dates []string
}

// Format says what kind of file the source is. Only Type is needed.
type Format struct {
	Type      string // csv or xlsx
	Delimiter string // csv: one character; "" finds it by counting
	Encoding  string // csv: utf-8, windows-1252, utf-16 or auto; "" is auto
	Sheet     string // xlsx: the sheet's name; "" is the first sheet
}

// rules is the version of the rules of this package. It is part of a
// mapping's hash and rises when the same row under the same mapping would
// become something else than before.
const rules = 1

// Hash is the SHA-256 of everything that changes what a row becomes: the
// mapping, the contract of its feed and the rules of this package. Two
// mappings with the same hash make the same records of the same file.
func (m Mapping) Hash() string {
	fields := make([]Field, len(m.Feed.Fields))
	for i, f := range m.Feed.Fields {
		f.Title = nil // what a field is called changes no record
		fields[i] = f
	}
	canonical, err := json.Marshal(struct { // maps are written in order of their keys
		Rules     int
		Feed      string
		Fields    []Field
		Key       []string
		Programme string
		Format    Format
		Columns   map[string][]string
		Values    map[string]map[string]string
		Constants map[string]string
		Dates     []string
		Kommuner  string
	}{rules, m.Feed.Name, fields, m.Feed.Key, m.Programme, m.Format, m.Columns, m.Values, m.Constants, m.Dates, kommunerHash()})
	if err != nil {
		panic(err) // strings, numbers and maps of them always have a JSON form
	}
	sum := sha256.Sum256(canonical)
	return hex.EncodeToString(sum[:])
}
