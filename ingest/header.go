package ingest

import (
	"errors"
	"fmt"
	"html"
	"io"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// headerRows is how far down the header row is looked for: titles, a logo and
// empty rows may stand above it.
const headerRows = 30

// header is what stands over the data.
type header struct {
	row   int            // the last row of it
	texts []string       // by column; of several rows joined by " / "
	last  []string       // by column: the lowest of the texts that were joined
	keys  [2][]string    // texts and last as they are compared
	at    map[string]int // by field: its column
	width int            // columns up to the last that has a header
	twice string         // a field whose header stands over more than one column
}

// errEmptySheet is the error of a sheet without any content.
var errEmptySheet = errors.New("a sheet without content")

// findHeader reads on to the first row that holds all the mapped headers that
// the contract needs, or to as many rows together as the format says. What
// stands above is never read into anything. Rows ahead were read in the search
// and belong to the data.
func findHeader(src source, m Mapping) (h header, ahead []*row, err error) {
	search, err := newHeaderSearch(src, m)
	if err != nil {
		return header{}, nil, err
	}
	for range headerRows {
		r, err := search.nextRow()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return header{}, nil, err
		}
		if h, ok := search.match(r); ok {
			return search.widen(h)
		}
	}
	refused := missingError(m, search.lacking, search.seen)
	if !search.content {
		return header{}, nil, fmt.Errorf("%w: %w", errEmptySheet, refused)
	}
	return header{}, nil, refused
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

// matchHeader takes texts for the header.
func matchHeader(h header, m Mapping) header {
	h.at, h.keys = map[string]int{}, [2][]string{headerKeys(h.texts), headerKeys(h.last)}
	for i, key := range h.keys[0] {
		if key != "" {
			h.width = i + 1
		}
	}
	for _, f := range m.Feed.Fields {
		columns := h.under(m.Columns[f.Name])
		if len(columns) > 1 && h.twice == "" {
			h.twice = f.Name
		}
		if len(columns) > 0 {
			h.at[f.Name] = columns[0]
		}
	}
	return h
}

// under are the columns over which one of the accepted headers stands. It is
// looked for among the joined texts first, and where none of them is it, among
// the lowest.
func (h header) under(accepted []string) []int {
	if len(accepted) == 0 {
		return nil
	}
	wanted := headerKeys(accepted)
	for _, texts := range h.keys {
		var columns []int
		for i, key := range texts {
			if key != "" && slices.Contains(wanted, key) {
				columns = append(columns, i)
			}
		}
		if len(columns) > 0 {
			return columns
		}
	}
	return nil
}

// accepts says whether a text is one of the headers.
func accepts(headers []string, text string) bool {
	key := headerKey(text)
	return key != "" && slices.Contains(headerKeys(headers), key)
}

func headerKeys(texts []string) []string {
	keys := make([]string, len(texts))
	for i, text := range texts {
		keys[i] = headerKey(text)
	}
	return keys
}

// headerKey is the form in which headers are compared. Survey tools write
// their questions as they show them: &#39; and <b> are how a page says it.
func headerKey(text string) string {
	if strings.ContainsAny(text, "<&") {
		text = html.UnescapeString(htmlTag.ReplaceAllString(text, " "))
	}
	return foldedKey(text)
}

var htmlTag = regexp.MustCompile(`</?[A-Za-z][^<>]*>`)

// foldedKey is a text without regard to case and white space.
func foldedKey(text string) string {
	return strings.ToLower(norm.NFC.String(strings.Join(strings.Fields(trim(text)), " ")))
}

// twiceError names the columns that have the same header. Only headers that
// are needed, or mapped, are looked at.
func twiceError(h header, m Mapping) error {
	return Refused{Problem{Row: h.row, Field: h.twice, Rule: RuleHeaderTwice, Allowed: columnLetters(h.under(m.Columns[h.twice]))}}
}

func columnLetters(columns []int) string {
	letters := make([]string, len(columns))
	for i, column := range columns {
		letters[i] = columnLetter(column)
	}
	return strings.Join(letters, ", ")
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
