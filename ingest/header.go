package ingest

import (
	"errors"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// headerRows is how far down the header row is looked for: titles, a logo and
// empty rows may stand above it.
const headerRows = 30

// header is the row over the data.
type header struct {
	texts []string       // by column
	at    map[string]int // by field: its column
	width int            // columns up to the last that has a header
}

// findHeader reads on to the first row that holds all the mapped headers that
// the contract needs. What stands above it is never read into anything.
func findHeader(src source, m Mapping) (header, error) {
	needed := neededFields(m)
	var seen []string // the row that comes nearest
	var lacking []string
	for range headerRows {
		r, err := src.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return header{}, err
		}
		for i := range r.cells {
			if r.cells[i].holdsIdentityNumber() {
				return header{}, Refused{Problem{Row: r.number, Column: columnLetter(i), Rule: RuleIdentityName, Masked: true}}
			}
		}
		h, twice := matchHeader(r, m)
		lack := slices.DeleteFunc(slices.Clone(needed), func(field string) bool { _, ok := h.at[field]; return ok })
		if len(lack) == 0 {
			if twice != "" {
				return header{}, twiceError(r, h, m, twice)
			}
			return h, nil
		}
		if len(lack) < len(needed) && (lacking == nil || len(lack) < len(lacking)) {
			lacking, seen = lack, h.texts
		}
	}
	if lacking == nil {
		lacking = needed
	}
	return header{}, missingError(m, lacking, seen)
}

// neededFields are the fields whose headers make a row the header row: the
// mapped ones that are required, or all mapped ones when none is.
func neededFields(m Mapping) []string {
	var needed, mapped []string
	for _, f := range m.Feed.Fields {
		if len(m.Columns[f.Name]) == 0 {
			continue
		}
		mapped = append(mapped, f.Name)
		if f.Required {
			needed = append(needed, f.Name)
		}
	}
	if needed == nil {
		return mapped
	}
	return needed
}

// matchHeader takes a row for the header row. twice is a field whose header
// stands over more than one column.
func matchHeader(r *row, m Mapping) (h header, twice string) {
	h = header{at: map[string]int{}}
	for i := range r.cells {
		text := strings.Clone(strings.Join(strings.Fields(r.cells[i].text), " "))
		h.texts = append(h.texts, text)
		if key := headerKey(text); key != "" {
			h.width = i + 1
		}
	}
	for _, f := range m.Feed.Fields {
		for i, text := range h.texts {
			if !accepts(m.Columns[f.Name], text) {
				continue
			}
			if _, ok := h.at[f.Name]; ok {
				twice = f.Name
				continue
			}
			h.at[f.Name] = i
		}
	}
	return h, twice
}

func accepts(headers []string, text string) bool {
	key := headerKey(text)
	return key != "" && slices.ContainsFunc(headers, func(h string) bool { return headerKey(h) == key })
}

// headerKey is the form in which headers are compared.
func headerKey(text string) string {
	return strings.ToLower(norm.NFC.String(strings.Join(strings.Fields(trim(text)), " ")))
}

func twiceError(r *row, h header, m Mapping, field string) error {
	var letters []string
	for i, text := range h.texts {
		if accepts(m.Columns[field], text) {
			letters = append(letters, columnLetter(i))
		}
	}
	return Refused{Problem{Row: r.number, Field: field, Rule: RuleHeaderTwice, Allowed: strings.Join(letters, ", ")}}
}

// missingError names the headers that are missing, and those of the row that
// comes nearest. A row in which not one header was known may as well be data,
// so nothing of it is repeated.
func missingError(m Mapping, lacking, seen []string) error {
	var headers, found []string
	for _, field := range lacking {
		headers = append(headers, strings.Join(m.Columns[field], " / "))
	}
	for _, text := range seen[:min(len(seen), 40)] {
		if shown, masked := show(text); !masked && shown != "" {
			found = append(found, shown)
		}
	}
	return Refused{Problem{Rule: RuleHeaderMissing, Found: strings.Join(found, ", "), Allowed: strings.Join(headers, ", ")}}
}
