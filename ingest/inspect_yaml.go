package ingest

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// YAML is the proposal as an entry of sources in bolyst.yaml, with comments in
// nb, nn or en. Of columns that are not read it says the header and why, and never
// what stands in them.
func (p Proposal) YAML(language string) string {
	w := &yamlWriter{say: inspectSayings[language]}
	if w.say == nil {
		w.say = inspectSayings["nb"]
	}
	m := p.Mapping
	w.comment(2, "from", p.File, p.HeaderRow, p.Rows)
	if len(p.Sheets) > 1 && !isPattern(m.Format.Sheet) {
		w.comment(2, "sheets", strings.Join(p.Sheets, ", "))
	}
	if len(p.Others) > 0 {
		w.comment(2, "others", strings.Join(p.Others, ", "))
	}
	if p.Preset != "" {
		w.comment(2, "preset", p.Preset)
	}
	for _, field := range p.Missing {
		w.comment(2, "missing", field, p.titleOf(field, language))
	}
	w.line(2, "- id: %s", yamlText(m.Source))
	w.line(4, "feed: %s", m.Feed.Name)
	if len(m.Columns["programme"]) == 0 {
		w.line(4, "programme: %s", yamlText(m.Programme))
	}
	w.line(4, "path: %s", yamlText(p.Path))
	w.line(4, "format: {%s}", strings.Join(formatEntries(m.Format), ", "))
	w.columns(p)
	w.notRead(p)
	w.values(p)
	w.entries("constants", m.Constants, func(field string) string {
		if slices.Contains(p.Guessed, field) {
			return w.say["guessed"]
		}
		return ""
	})
	w.dates(p)
	return w.String()
}

// yamlWriter writes lines, with comments in one language.
type yamlWriter struct {
	strings.Builder
	say map[string]string
}

func (w *yamlWriter) line(indent int, format string, args ...any) {
	fmt.Fprintf(w, "%*s", indent, "")
	fmt.Fprintf(w, format, args...)
	w.WriteByte('\n')
}

func (w *yamlWriter) comment(indent int, saying string, args ...any) {
	w.line(indent, "# "+w.say[saying], args...)
}

// columns writes the fields in the order of the feed, so that two proposals
// can be compared.
func (w *yamlWriter) columns(p Proposal) {
	if len(p.Mapping.Columns) == 0 {
		w.line(4, "columns: {}")
	} else {
		w.line(4, "columns:")
	}
	for _, f := range p.Mapping.Feed.Fields {
		for _, c := range p.Columns {
			if c.Field == f.Name {
				w.line(6, "%s: %s", f.Name, yamlText(p.Mapping.Columns[f.Name][0]))
			}
		}
	}
	for _, field := range slices.Sorted(maps.Keys(p.Mapping.CountyColumns)) {
		w.line(4, "county_columns: {%s: %s}", field, yamlText(p.Mapping.CountyColumns[field][0]))
	}
}

// notRead says which columns stay in the file, and why.
func (w *yamlWriter) notRead(p Proposal) {
	first := true
	for _, c := range p.Columns {
		if c.Field != "" || c.Reason == ReasonCounty && len(p.Mapping.CountyColumns) > 0 {
			continue
		}
		if first {
			w.comment(4, "not_read")
			first = false
		}
		shown, masked := show(c.Header)
		if masked {
			shown = "…"
		}
		w.line(4, "#   %s %s: %s", c.Letter, shown, w.say["reason."+c.Reason])
	}
}

// values writes the words that mean a value, and as comments those that do not
// yet.
func (w *yamlWriter) values(p Proposal) {
	if len(p.Mapping.Values) > 0 {
		w.line(4, "values:")
	}
	for _, f := range p.Mapping.Feed.Fields {
		if words := p.Mapping.Values[f.Name]; len(words) > 0 {
			w.line(6, "%s:", f.Name)
			for _, word := range slices.Sorted(maps.Keys(words)) {
				w.line(8, "%s: %s", yamlText(word), yamlText(words[word]))
			}
		}
	}
	for _, c := range p.Columns {
		if len(c.Unknown) == 0 {
			continue
		}
		f, _ := p.Mapping.Feed.Field(c.Field)
		saying := "unknown"
		if f.Kommune {
			saying = "unknown_kommune"
		}
		w.comment(4, saying, c.Field, w.allowed(f))
		for _, seen := range c.Unknown {
			w.line(4, "#   %s: \"\"   # %d", yamlText(seen.Word), seen.Times)
		}
	}
}

// allowed is what a word may mean.
func (w *yamlWriter) allowed(f Field) string {
	switch {
	case f.Type == Boolean:
		return w.say["yes_no"]
	case f.Minimum != nil && f.Maximum != nil:
		return fmt.Sprintf("%g–%g", *f.Minimum, *f.Maximum)
	case len(f.Enum) == 0:
		return f.Pattern
	}
	return strings.Join(f.Enum, ", ")
}

// entries writes a map of texts, if there is something in it.
func (w *yamlWriter) entries(key string, entries map[string]string, remark func(string) string) {
	if len(entries) == 0 {
		return
	}
	w.line(4, "%s:", key)
	for _, k := range slices.Sorted(maps.Keys(entries)) {
		if r := remark(k); r != "" {
			w.line(6, "%s: %s   # %s", k, yamlQuoted(entries[k]), r)
			continue
		}
		w.line(6, "%s: %s", k, yamlQuoted(entries[k]))
	}
}

func (w *yamlWriter) dates(p Proposal) {
	for _, c := range p.Columns {
		if c.Either != "" {
			w.comment(4, "either", c.Field, c.Dates[0], c.Either)
		}
	}
	if len(p.Mapping.Dates) > 0 {
		forms := make([]string, len(p.Mapping.Dates))
		for i, form := range p.Mapping.Dates {
			forms[i] = yamlText(form)
		}
		w.line(4, "dates: [%s]", strings.Join(forms, ", "))
	}
}

func formatEntries(f Format) []string {
	entries := []string{"type: " + f.Type}
	add := func(key, value string) {
		if value != "" {
			entries = append(entries, key+": "+yamlText(value))
		}
	}
	add("delimiter", f.Delimiter)
	add("encoding", f.Encoding)
	add("sheet", f.Sheet)
	if len(f.Totals) > 0 {
		words := make([]string, len(f.Totals))
		for i, word := range f.Totals {
			words[i] = yamlText(word)
		}
		entries = append(entries, "totals: ["+strings.Join(words, ", ")+"]")
	}
	return entries
}

func (p Proposal) titleOf(field, language string) string {
	f, _ := p.Mapping.Feed.Field(field)
	if title := f.Title[language]; title != "" {
		return title
	}
	return f.Title["nb"]
}
