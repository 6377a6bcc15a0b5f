package ingest

import (
	"cmp"
	"maps"
	"slices"
)

// maxWords is how many words of a column are told that mean nothing yet. A
// column with more of them is no list of words.
const maxWords = 30

// proposal is the fit as a mapping, with what a person needs to judge it.
func (f fit) proposal(format Format) Proposal {
	p := Proposal{
		HeaderRow: f.table.headerRow, Rows: f.table.rows, Missing: f.missing, Guessed: f.guessed,
		Mapping: Mapping{Feed: f.feed, Format: format, Columns: map[string][]string{}, Values: map[string]map[string]string{}, Constants: f.constants},
	}
	p.Mapping.Format.Sheet, p.Mapping.Format.Totals = f.table.sheet, f.table.totals
	var headers []string
	for _, col := range f.table.columns {
		headers = append(headers, col.header)
	}
	preset, known := presetOf(headers, f.feed.Name, format.Type)
	if known {
		p.Preset = preset.Name
		f.fillFrom(preset)
		p.Missing = f.missing
	}
	for _, col := range f.table.columns {
		c := ProposedColumn{Letter: columnLetter(col.at), Header: printable(col.header), Reason: cmp.Or(f.reasons[col], ReasonNoField)}
		for _, field := range f.feed.Fields {
			if f.fields[field.Name] == col {
				c.Field, c.Reason = field.Name, ""
				p.take(&c, col, field)
			}
		}
		p.Columns = append(p.Columns, c)
	}
	p.addCounty(f)
	return p
}

// fillFrom takes columns for required fields from what a preset knows of them:
// the ID of a form is the number of an answer, which no header says.
func (f *fit) fillFrom(preset Preset) {
	known := preset.Feeds[f.feed.Name]
	f.missing = slices.DeleteFunc(f.missing, func(field string) bool {
		for _, col := range f.table.columns {
			taken := slices.ContainsFunc(slices.Collect(maps.Values(f.fields)), func(c *inspectedColumn) bool { return c == col })
			if accepts(known.Columns[field], col.header) && !taken && col.personalContent() == "" && f.reasons[col] != ReasonTwice {
				f.fields[field] = col
				return true
			}
		}
		return false
	})
}

// take adds a column to the mapping.
func (p *Proposal) take(c *ProposedColumn, col *inspectedColumn, field Field) {
	p.Mapping.Columns[field.Name] = []string{col.header}
	if field.Type == Date {
		c.Dates, c.Either, _ = col.datesIn()
		for _, form := range c.Dates {
			if !slices.Contains(p.Mapping.Dates, form) {
				p.Mapping.Dates = append(p.Mapping.Dates, form)
			}
		}
		return
	}
	if len(field.Enum) == 0 && len(valuesKnown(p.Mapping.Feed, field.Name)) == 0 && field.Type != Boolean && !field.Kommune {
		return // no list of words
	}
	reader := newColumn(Mapping{Feed: p.Mapping.Feed}, field)
	for _, cell := range col.cells {
		shown, masked := show(cell.text)
		if masked || shown != cell.text || cell.kind != textCell {
			continue
		}
		if means, ok := valueMeant(p.Mapping.Feed, field.Name, cell.text); ok {
			if value, fault := reader.read(cell); fault.rule != "" || value != means {
				p.Mapping.Values[field.Name] = with(p.Mapping.Values[field.Name], cell.text, means)
			}
			continue
		}
		if _, fault := reader.read(cell); fault.rule != "" && !looksLikeName(cell.text) && harmlessNumber(cell.text, false) {
			c.Unknown = append(c.Unknown, SeenWord{cell.text, col.count[cell]})
		}
	}
	slices.SortStableFunc(c.Unknown, func(a, b SeenWord) int {
		return cmp.Or(cmp.Compare(b.Times, a.Times), cmp.Compare(a.Word, b.Word))
	})
	c.Unknown = c.Unknown[:min(len(c.Unknown), maxWords)]
}

// addCounty lets a column with counties decide between municipalities. With
// several fields that are municipalities a person must say whose it is.
func (p *Proposal) addCounty(f fit) {
	var fields []string
	for _, field := range f.feed.Fields {
		if field.Kommune && f.fields[field.Name] != nil {
			fields = append(fields, field.Name)
		}
	}
	for _, col := range f.table.columns {
		if f.reasons[col] == ReasonCounty && len(fields) == 1 && p.Mapping.CountyColumns == nil {
			p.Mapping.CountyColumns = map[string][]string{fields[0]: {col.header}}
		}
	}
}
