package ingest

import "maps"

// With is the mapping with what the preset knows where the mapping says
// nothing itself. Column by column, word by word and setting by setting the
// mapping's own word holds. A field with a constant of its own is not given a
// column, nor the other way round. Fields whose answers are words of the
// contract are read as several answers where the tool lets people choose
// several. What the preset leaves unread is not left unread where it is mapped.
func (m Mapping) With(p Preset) Mapping {
	known := p.Feeds[m.Feed.Name]
	own := m.Columns
	m.Format = m.Format.with(p.Format)
	if len(m.Dates) == 0 {
		m.Dates = p.Dates
	}
	m.Columns, m.Constants = maps.Clone(m.Columns), maps.Clone(m.Constants)
	for field, headers := range known.Columns {
		if _, constant := m.Constants[field]; !constant && len(own[field]) == 0 {
			m.Columns = with(m.Columns, field, headers)
		}
	}
	for field, value := range known.Constants {
		if _, constant := m.Constants[field]; !constant && len(m.Columns[field]) == 0 {
			m.Constants = with(m.Constants, field, value)
		}
	}
	m.Values = m.valuesWith(p.Values)
	m.Multi = m.multiWith(p.Separator, own)
	m.Ignore = m.ignoreWith(p.Ignore)
	return m
}

// with is the map with one entry more. The map may be nil.
func with[V any](m map[string]V, key string, value V) map[string]V {
	if m == nil {
		m = map[string]V{}
	}
	m[key] = value
	return m
}

// with is the format with what the preset says of files of the same type.
func (f Format) with(preset Format) Format {
	if f.Type == "" {
		f.Type = preset.Type
	}
	if f.Type == preset.Type {
		f.Delimiter = firstOf(f.Delimiter, preset.Delimiter)
		f.Encoding = firstOf(f.Encoding, preset.Encoding)
		f.Sheet = firstOf(f.Sheet, preset.Sheet)
	}
	if f.HeaderRows == 0 {
		f.HeaderRows = preset.HeaderRows
	}
	if len(f.Totals) == 0 {
		f.Totals = preset.Totals
	}
	return f
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// valuesWith are the meanings of words, for the fields that have a column.
func (m Mapping) valuesWith(preset map[string]map[string]string) map[string]map[string]string {
	values := maps.Clone(m.Values)
	for field, words := range preset {
		if len(m.Columns[field]) == 0 {
			continue
		}
		own := map[string]bool{}
		for word := range m.Values[field] {
			own[wordKey(word)] = true
		}
		merged := maps.Clone(m.Values[field])
		for word, means := range words {
			if !own[wordKey(word)] {
				merged = with(merged, word, means)
			}
		}
		values = with(values, field, merged)
	}
	return values
}

// multiWith says which fields may have several answers in a cell: of the
// columns that the source mapped itself, those with words of the contract.
func (m Mapping) multiWith(separator string, own map[string][]string) map[string]string {
	multi := maps.Clone(m.Multi)
	for field := range own {
		f, _ := m.Feed.Field(field)
		if _, said := m.Multi[field]; said || separator == "" || len(f.Enum) == 0 {
			continue
		}
		multi = with(multi, field, separator)
	}
	return multi
}

// ignoreWith are the headers left unread, without those that are mapped.
func (m Mapping) ignoreWith(preset []string) []string {
	read := map[string]bool{}
	for _, columns := range []map[string][]string{m.Columns, m.CountyColumns} {
		for _, headers := range columns {
			for _, key := range headerKeys(headers) {
				read[key] = true
			}
		}
	}
	ignore := m.Ignore[:len(m.Ignore):len(m.Ignore)]
	for _, header := range preset {
		if !read[headerKey(header)] {
			ignore = append(ignore, header)
		}
	}
	return ignore
}
