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
	// Dates are the accepted written forms, such as dd.mm.yyyy; none means all
	// that a Norwegian reader takes for one day. yyyy-mm-dd is always read, and
	// real dates of a workbook need no form. A form
	// may stop at the month or the season (mmm yyyy, season yyyy); the date is
	// then the first day of it. Two digits of a year are 1950 to 2049.
	Dates []string
	// Multi gives, by field, what stands between the answers in a cell where
	// several may be chosen: ";" or ", ". The field gets its value if all
	// answers that mean something mean the same; if they mean several things,
	// the row is rejected. Answers that are no value, such as the free text of
	// "other", say nothing beside one that is.
	Multi map[string]string
	// Ignore are headers of columns that are known, and left unread on purpose.
	Ignore []string
	Policy Policy // when the columns of a file are not these

	// Aliases gives texts that stand for a municipality, as people write them,
	// and its code or name; "" means nothing is known. It holds for all fields
	// that are municipalities, and comes before the names that Norway knows.
	Aliases map[string]string
	// County gives, by field that is a municipality, the county they all lie
	// in; CountyColumns the headers of a column with the county of each. The
	// county decides between names that are twice, such as Herøy.
	County        map[string]string
	CountyColumns map[string][]string
	// Kommuner is the list of municipalities; nil is the one that is shipped.
	Kommuner *KommuneList
}

// Format says what kind of file the source is. Only Type is needed.
type Format struct {
	Type      string // csv or xlsx
	Delimiter string // csv: one character; "" finds it by counting
	Encoding  string // csv: utf-8, windows-1252, macintosh, utf-16 or auto; "" is auto
	// Sheet names the sheet of an xlsx file; "" is the first. With * for any
	// characters or ? for one, as in "Kull *", it names all sheets that match.
	Sheet string
	// HeaderRows is how many rows the header has; 0 is one. The texts of
	// several rows are joined from above, as in "Modul 1 / Start", and a column
	// can be mapped by the joined text or by the lowest of its texts.
	HeaderRows int `json:"header_rows"`
	// Totals are the words with which rows begin that sum up others, such as
	// Sum or I alt. They are not read, and counted apart.
	Totals []string
}

// rules is the version of the rules of this package. It is part of a
// mapping's hash and rises when the same row under the same mapping would
// become something else than before.
const rules = 3

// Hash is the SHA-256 of everything that changes what a row becomes: the
// mapping, the contract of its feed and the rules of this package. Two
// mappings with the same hash make the same records of the same file, unless
// the policy of one refuses it.
func (m Mapping) Hash() string {
	fields := make([]Field, len(m.Feed.Fields))
	for i, f := range m.Feed.Fields {
		f.Title = nil // what a field is called changes no record
		fields[i] = f
	}
	canonical, err := json.Marshal(struct { // maps are written in order of their keys
		Rules         int
		Feed          string
		Fields        []Field
		Key           []string
		Programme     string
		Format        Format
		Columns       map[string][]string
		Values        map[string]map[string]string
		Constants     map[string]string
		Dates         []string
		Multi         map[string]string
		Kommuner      string
		Aliases       map[string]string
		County        map[string]string
		CountyColumns map[string][]string
	}{rules, m.Feed.Name, fields, m.Feed.Key, m.Programme, m.Format, m.Columns, m.Values, m.Constants, m.Dates, m.Multi, m.kommuner().Hash(),
		m.Aliases, m.County, m.CountyColumns})
	if err != nil {
		panic(err) // strings, numbers and maps of them always have a JSON form
	}
	sum := sha256.Sum256(canonical)
	return hex.EncodeToString(sum[:])
}
