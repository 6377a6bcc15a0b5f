package ingest

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// fit is how a table fills a feed.
type fit struct {
	table     *inspectedTable
	feed      Feed
	score     float64
	fields    map[string]*inspectedColumn
	reasons   map[*inspectedColumn]string // why a column is not read
	constants map[string]string
	guessed   []string
	missing   []string
}

// candidate is a column that could be a field.
type candidate struct {
	col   *inspectedColumn
	field int     // in the order of the feed
	fits  float64 // the header, times the share of the cells that are values
}

// fitTable gives every field the column that fits it best. The score grows with
// every column that is explained, and most with the fields that must be there.
func fitTable(t *inspectedTable, feed Feed, file string) fit {
	f := fit{table: t, feed: feed, fields: map[string]*inspectedColumn{}, reasons: map[*inspectedColumn]string{}, constants: map[string]string{}}
	taken := map[*inspectedColumn]bool{}
	for _, c := range f.candidates() {
		name := feed.Fields[c.field].Name
		if f.fields[name] == nil && !taken[c.col] {
			f.fields[name], taken[c.col] = c.col, true
			f.score += c.fits / fitsWhole
		} else if !taken[c.col] {
			f.reasons[c.col] = cmp.Or(f.reasons[c.col], ReasonTaken)
		}
	}
	f.guess(file)
	required := 0
	for _, field := range feed.Fields[1:] {
		if field.Required {
			required++
			if _, constant := f.constants[field.Name]; f.fields[field.Name] == nil && !constant {
				f.missing = append(f.missing, field.Name)
			}
		}
	}
	if f.fields["age"] != nil && f.fields["age_on"] == nil { // an age is nothing without its date
		f.reasons[f.fields["age"]] = ReasonNoField
		delete(f.fields, "age")
	}
	f.score -= 10 * float64(len(f.missing)) / float64(max(required, 1))
	return f
}

// candidates are all columns with all fields they could be, best first. What
// is in no candidate has its reason.
func (f *fit) candidates() []candidate {
	var all []candidate
	for _, col := range f.table.columns {
		reason := f.table.unreadable(col)
		for i, field := range f.feed.Fields {
			fits := fieldFit(col.header, f.feed, field)
			if fits == fitsNot || reason == ReasonTwice || !f.mayHold(col, field, fits) {
				continue
			}
			share := col.shareOf(f.feed, field)
			if share < 0.5 && !(len(field.Enum) > 0 && fits >= fitsBare && len(col.cells) <= 15) {
				reason = cmp.Or(reason, ReasonValues)
				continue
			}
			all = append(all, candidate{col, i, fits * max(share, 0.2)})
		}
		f.reasons[col] = reason
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.fits, a.fits), cmp.Compare(a.field, b.field))
	})
	return all
}

// unreadable is why a column is not read whatever the feed, or "".
func (t *inspectedTable) unreadable(col *inspectedColumn) string {
	same := 0
	for _, other := range t.columns {
		if headerKey(other.header) == headerKey(col.header) {
			same++
		}
	}
	reason, _ := personalHeader(col.header)
	switch {
	case same > 1:
		return ReasonTwice
	case reason != "":
		return reason
	case col.personalContent() != "":
		return col.personalContent()
	case headerFit(col.header, bookOfWords().County) >= fitsBare:
		return ReasonCounty
	case col.filled == 0:
		return ReasonEmpty
	}
	return ""
}

// mayHold says whether a column may be read into a field at all. A header that
// is the name of what is never read keeps a column out, unless it is more the
// name of the field; so does what stands in a column that would be taken over
// as it stands, or as a pseudonym. Free text never comes in.
func (f *fit) mayHold(col *inspectedColumn, field Field, fits float64) bool {
	reason, personal := personalHeader(col.header)
	if reason == ReasonBirthDate && field.Name == "birth_year" && col.holdsYears() {
		personal = fitsNot
	}
	if personal >= fits || reason == ReasonFreeText && field.asItStands() {
		return false
	}
	content := col.personalContent()
	if f.feed.Name == "companies" && field.Name == "name" {
		return content != ReasonIdentity && content != ReasonEmail && !col.mostlyPersons() // a company may be called as a person
	}
	return content == "" || content != ReasonIdentity && !field.asItStands() && !field.Pseudonym
}

// asItStands is true of fields that take any text.
func (f Field) asItStands() bool {
	return f.Type == String && len(f.Enum) == 0 && f.Pattern == "" && !f.Pseudonym && !f.Kommune && !f.OrgNo
}

// shareOf is the share of the column's cells that are values of the field, or
// words known to mean one. An empty column may be anything.
func (col *inspectedColumn) shareOf(feed Feed, field Field) float64 {
	if col.kept == 0 {
		return 0.6
	}
	if field.Type == Date {
		_, _, share := col.datesIn()
		return share
	}
	good := 0
	reader := newColumn(Mapping{Feed: feed}, field)
	for _, c := range col.cells {
		_, known := valueMeant(feed, field.Name, c.text)
		if _, fault := reader.read(c); known || fault.rule == "" || fault.rule == RuleKommuneAmbiguous {
			good += col.count[c]
		}
	}
	return float64(good) / float64(col.kept)
}

// guess fills required fields that no column fits: the year in the name of the
// file or sheet, and who says where somebody lives.
func (f *fit) guess(file string) {
	for _, field := range f.feed.Fields {
		if !field.Required || f.fields[field.Name] != nil {
			continue
		}
		value := ""
		switch {
		case field.Cohort || field.Name == "year":
			value = yearIn(f.table.sheet, file)
		case f.feed.Name == "residency" && field.Name == "source":
			value = "programme"
			for _, col := range f.table.columns {
				if headerFit(col.header, bookOfWords().Forms) >= fitsBare {
					value = "survey"
				}
			}
		}
		if value != "" {
			f.constants[field.Name] = value
			f.guessed = append(f.guessed, field.Name)
		}
	}
}

// yearIn is the one year in the first of the texts that has just one.
func yearIn(texts ...string) string {
	for _, text := range texts {
		years := slices.DeleteFunc(numberPattern.FindAllString(text, -1), func(n string) bool {
			return len(n) != 4 || !strings.HasPrefix(n, "19") && !strings.HasPrefix(n, "20")
		})
		if len(years) == 1 {
			return years[0]
		}
	}
	return ""
}

var numberPattern = regexp.MustCompile(`[0-9]+`)
