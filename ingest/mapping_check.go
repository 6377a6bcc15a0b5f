package ingest

import (
	"errors"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

var programmePattern = regexp.MustCompile(`^[a-z][a-z0-9_-]*$`)

// Check is every mistake in the mapping that can be seen without a file. All
// are of type Fault, in an order that does not change.
func (m Mapping) Check() []error {
	if m.Feed.Name == "" {
		var names []string
		for _, f := range Feeds() {
			names = append(names, f.Name)
		}
		return []error{Fault{Path: []string{"feed"}, Rule: FaultFeed, Allowed: strings.Join(names, ", ")}}
	}
	var faults []error
	for _, check := range []func() []Fault{m.checkProgramme, m.checkFormat, m.checkColumns, m.checkConstants, m.checkValues, m.checkRequired, m.checkDates, m.checkKommuner, m.checkMulti, m.checkSurprises} {
		for _, f := range check() {
			faults = append(faults, f)
		}
	}
	return faults
}

// constant is the value of a field that is the same in every row.
func (m Mapping) constant(field string) (string, bool) {
	if len(m.Columns[field]) > 0 {
		return "", false
	}
	if text, ok := m.Constants[field]; ok {
		return text, true
	}
	if field == "programme" {
		return m.Programme, true
	}
	return "", false
}

func (m Mapping) checkProgramme() []Fault {
	text, constant := m.constant("programme")
	if !constant || programmePattern.MatchString(text) {
		return nil
	}
	return []Fault{{Path: []string{"programme"}, Found: text, Rule: FaultProgramme}}
}

func (m Mapping) checkFormat() (faults []Fault) {
	oneOf := func(key, found string, allowed ...string) {
		if !slices.Contains(allowed, strings.ToLower(found)) {
			allowed = slices.DeleteFunc(allowed, func(s string) bool { return s == "" })
			faults = append(faults, Fault{Path: []string{"format", key}, Found: found, Rule: FaultFormat, Allowed: strings.Join(allowed, ", ")})
		}
	}
	onlyFor := func(kind, key, found string) {
		if found != "" {
			faults = append(faults, Fault{Path: []string{"format", key}, Found: found, Rule: FaultOnlyFor, Allowed: kind})
		}
	}
	oneOf("type", m.Format.Type, "csv", "xlsx")
	if n := m.Format.HeaderRows; n < 0 || n > maxHeaderRows {
		oneOf("header_rows", strconv.Itoa(n), "1–5")
	}
	if slices.ContainsFunc(m.Format.Totals, func(word string) bool { return foldedKey(word) == "" }) {
		oneOf("totals", "", "Sum, Totalt, I alt")
	}
	switch m.Format.Type {
	case "csv":
		oneOf("encoding", m.Format.Encoding, "", "auto", "utf-8", "utf-16", "windows-1252", "macintosh")
		if d := m.Format.Delimiter; d != "" && !validDelimiter(d) {
			faults = append(faults, Fault{Path: []string{"format", "delimiter"}, Found: d, Rule: FaultFormat, Allowed: `";", ",", "\t", "|"`})
		}
		onlyFor("xlsx", "sheet", m.Format.Sheet)
	case "xlsx":
		onlyFor("csv", "encoding", m.Format.Encoding)
		onlyFor("csv", "delimiter", m.Format.Delimiter)
	}
	return faults
}

// maxHeaderRows is more than any export has.
const maxHeaderRows = 5

// validDelimiter takes any one character that cannot be part of a cell itself.
func validDelimiter(text string) bool {
	r, size := utf8.DecodeRuneInString(text)
	return size == len(text) && r != utf8.RuneError && !strings.ContainsRune("\"\r\n\x00", r)
}

// unknown is the fault of a name that is no field of the feed.
func (m Mapping) unknown(key, field string) []Fault {
	if _, ok := m.Feed.Field(field); ok {
		return nil
	}
	names := make([]string, len(m.Feed.Fields))
	for i, f := range m.Feed.Fields {
		names[i] = f.Name
	}
	return []Fault{{Path: []string{key, field}, Found: field, Rule: FaultField, Allowed: strings.Join(names, ", ")}}
}

func (m Mapping) checkColumns() (faults []Fault) {
	for _, field := range slices.Sorted(maps.Keys(m.Columns)) {
		faults = append(faults, m.unknown("columns", field)...)
		headers := m.Columns[field]
		if len(headers) == 0 || slices.ContainsFunc(headers, func(h string) bool { return headerKey(h) == "" }) {
			faults = append(faults, Fault{Path: []string{"columns", field}, Rule: FaultHeader})
		}
	}
	return faults
}

func (m Mapping) checkConstants() (faults []Fault) {
	for _, field := range slices.Sorted(maps.Keys(m.Constants)) {
		if unknown := m.unknown("constants", field); unknown != nil {
			faults = append(faults, unknown...)
			continue
		}
		if len(m.Columns[field]) > 0 {
			faults = append(faults, Fault{Path: []string{"constants", field}, Found: field, Rule: FaultBoth})
		}
		faults = append(faults, m.checkValue(field, m.Constants[field], "constants", field)...)
	}
	return faults
}

func (m Mapping) checkValues() (faults []Fault) {
	for _, field := range slices.Sorted(maps.Keys(m.Values)) {
		if unknown := m.unknown("values", field); unknown != nil {
			faults = append(faults, unknown...)
			continue
		}
		if len(m.Columns[field]) == 0 {
			faults = append(faults, Fault{Path: []string{"values", field}, Found: field, Rule: FaultNoColumn})
		}
		meaning := map[string]string{}
		for _, from := range slices.Sorted(maps.Keys(m.Values[field])) {
			to := m.Values[field][from]
			if before, ok := meaning[wordKey(from)]; ok && before != to {
				faults = append(faults, Fault{Path: []string{"values", field, from}, Found: from, Rule: FaultTwice})
			}
			meaning[wordKey(from)] = to
			faults = append(faults, m.checkValue(field, to, "values", field, from)...)
		}
	}
	return faults
}

// checkValue reads a value of the configuration as if it stood in a file.
func (m Mapping) checkValue(field, value string, path ...string) []Fault {
	f, _ := m.Feed.Field(field)
	without := m
	without.Values = nil
	_, fault := newColumn(without, f).read(cell{text: value})
	if fault.rule == "" {
		return nil
	}
	allowed := fault.allowed
	if allowed == "" {
		allowed = map[string]string{
			RuleInteger:        "2010, 3",
			RuleNumber:         "69500, 0,5",
			RuleOrgNo:          "123456785",
			RuleKommuneUnknown: "1505, Kristiansund",
			RuleKommuneCounty:  "1505, Kristiansund",
		}[fault.rule]
	}
	return []Fault{{Path: path, Found: value, Rule: FaultValue, Allowed: allowed}}
}

func (m Mapping) checkRequired() (faults []Fault) {
	given := func(field string) bool {
		_, constant := m.constant(field)
		return constant || len(m.Columns[field]) > 0
	}
	for _, f := range m.Feed.Fields {
		if f.RequiredWhen.Value == "*" && given(f.RequiredWhen.Field) && !given(f.Name) { // an age without its date
			faults = append(faults, Fault{Path: []string{"columns"}, Found: f.Name, Rule: FaultUnmapped})
		}
		text, constant := m.constant(f.Name)
		if f.Required && f.Name != "programme" && len(m.Columns[f.Name]) == 0 && (!constant || trim(text) == "") {
			faults = append(faults, Fault{Path: []string{"columns"}, Found: f.Name, Rule: FaultUnmapped})
		}
	}
	return faults
}

func (m Mapping) checkDates() (faults []Fault) {
	for i, form := range m.Dates {
		if _, err := parseDateForm(form); err != nil {
			faults = append(faults, Fault{Path: []string{"dates", strconv.Itoa(i)}, Found: form, Rule: FaultDates, Allowed: "dd.mm.yyyy, d.m.yy, yyyy-mm-dd, mm/dd/yyyy, d. mmmm yyyy, mmm yyyy, season yyyy"})
		}
	}
	return faults
}

// usable is the error of a mapping that cannot be read with.
func (m Mapping) usable() error { return errors.Join(m.Check()...) }
