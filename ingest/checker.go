package ingest

import (
	"slices"
	"strconv"
)

// checker turns rows into records, or into the problems found in them.
type checker struct {
	feed        Feed
	header      header
	columns     []*column // in the order of feed.Fields
	programme   string    // of the row being checked
	file, sheet string

	rows int            // rows that were checked
	hits []int          // by column of the sheet: cells that held an identity number
	all  map[string]int // the same by header, over all sheets of the file
	held []int          // the columns that hold one in this row
	bad  []bool         // by field: this row has a problem in it
	// types counts, by field, the cells that are of another type. It is there
	// when the mapping refuses a file whose types changed.
	types []typeCount
}

func newChecker(r *reading, h header) *checker {
	m := r.m
	c := &checker{feed: m.Feed, header: h, file: r.file, sheet: r.src.sheet(), all: r.hits, bad: make([]bool, len(m.Feed.Fields))}
	if m.Policy.Type == PolicyReject {
		c.types = make([]typeCount, len(m.Feed.Fields))
	}
	pseudonyms := newPseudonymiser(r.key)
	for _, f := range m.Feed.Fields {
		col := newColumn(m, f)
		if at, ok := h.at[f.Name]; ok {
			col.at = at
		}
		if col.kommune != nil {
			col.kommune.countyAt = -1
			if counties := h.under(m.CountyColumns[f.Name]); len(counties) == 1 {
				col.kommune.countyAt = counties[0]
			}
		}
		text, constant := m.constant(f.Name)
		if col.constant.text = text; col.at < 0 && !constant {
			col.values = nil // without its column, not even a blank means something
		}
		if f.Pseudonym {
			col.pseudonym = func(kind, id string) string { return pseudonyms.pseudonym(c.programme, kind, id) }
		}
		c.columns = append(c.columns, col)
	}
	return c
}

// check is the values of a row, or all its problems. The error is Refused: with
// this row the file holds more identity numbers than a slip explains.
func (c *checker) check(r *row) ([]any, []Problem, error) {
	c.rows++
	if r.fault != "" {
		return nil, []Problem{c.problem(r, -1, "", fault{rule: r.fault})}, nil
	}
	problems, err := c.identityNumbers(r)
	if err != nil {
		return nil, nil, err
	}
	if f := c.misfit(r); f.rule != "" { // its cells may stand under a wrong header
		return nil, append(problems, c.problem(r, -1, "", f)), nil
	}

	values := make([]any, len(c.columns))
	for i, col := range c.columns {
		if c.bad[i] = slices.Contains(c.held, col.at); c.bad[i] {
			continue // a problem already
		}
		in := c.cellOf(r, col)
		value, f := col.read(in)
		if col.undecided {
			value, f = c.decideKommune(r, col, in)
		}
		if c.types != nil && col.at >= 0 {
			c.types[i].add(in, f)
		}
		if f.rule == "" && value == nil && col.field.Required {
			f.rule = RuleRequired
		}
		if c.bad[i] = f.rule != ""; c.bad[i] {
			problems = append(problems, c.cellProblem(r, col, in, f))
			continue
		}
		if i == 0 { // of every feed; the pseudonyms after it are of this programme
			c.programme, _ = value.(string)
		}
		values[i] = value
	}
	problems = append(problems, c.conditions(r, values)...)
	c.maskShifted(r, values, problems)
	return values, problems, nil
}

// cellOf is the cell a column reads in this row; a cell beyond the row's end
// is empty.
func (c *checker) cellOf(r *row, col *column) cell {
	switch {
	case col.at < 0:
		return col.constant
	case col.at >= len(r.cells):
		return cell{}
	}
	return r.cells[col.at]
}

// misfit is the fault of a row that has fewer cells than there are headers, or
// content beyond the header row.
func (c *checker) misfit(r *row) fault {
	if r.ragged {
		return fault{}
	}
	if n := len(r.cells); n < c.header.width {
		return fault{RuleRowShort, strconv.Itoa(n) + "/" + strconv.Itoa(c.header.width)}
	}
	for i := len(c.header.texts); i < len(r.cells); i++ {
		if !r.cells[i].blank() {
			return fault{rule: RuleRowLong}
		}
	}
	return fault{}
}

// conditions are the fields that this record must have because of another.
func (c *checker) conditions(r *row, values []any) []Problem {
	var problems []Problem
	for i, col := range c.columns {
		when := col.field.RequiredWhen
		if when.Field == "" || values[i] != nil || c.bad[i] {
			continue
		}
		for j, other := range c.columns {
			if other.field.Name == when.Field && (values[j] == when.Value || when.Value == "*" && values[j] != nil) {
				problems = append(problems, c.cellProblem(r, col, c.cellOf(r, col), fault{rule: RuleRequired}))
			}
		}
	}
	return problems
}

// identityNumbers looks for identity numbers in every cell, mapped or not.
func (c *checker) identityNumbers(r *row) ([]Problem, error) {
	var problems []Problem
	c.held = c.held[:0]
	for i := range r.cells {
		if in := &r.cells[i]; in.kind == textCell && len(in.text) < shortestIdentity || !in.holdsIdentityNumber() {
			continue // by far the most
		}
		for len(c.hits) <= i {
			c.hits = append(c.hits, 0)
		}
		c.hits[i]++
		c.held = append(c.held, i)
		p := c.problem(r, i, c.fieldAt(i), fault{rule: RuleIdentityNumber})
		p.Masked = true
		name := c.columnName(i)
		if c.all[name]++; c.all[name] > 1 {
			p.Rule = RuleIdentityNumbers
			return nil, Refused{p}
		}
		problems = append(problems, p)
	}
	return problems, nil
}

// columnName is what a column is called on every sheet.
func (c *checker) columnName(i int) string {
	if field := c.fieldAt(i); field != "" {
		return "field " + field
	}
	if i < len(c.header.texts) && headerKey(c.header.texts[i]) != "" {
		return "header " + headerKey(c.header.texts[i])
	}
	return "column " + columnLetter(i)
}

// finish is Refused when over 20 % of a column held identity numbers: in a
// short file one is enough to show what the column is for. It is Refused too
// when the mapping says so of a column whose type changed.
func (c *checker) finish() error {
	for i := range c.types {
		if t := &c.types[i]; t.changed() {
			p := c.problem(&row{}, c.columns[i].at, c.columns[i].field.Name, fault{RuleColumnType, t.allowed})
			return Refused{p}
		}
	}
	for i, hits := range c.hits {
		if 5*hits > c.rows {
			p := c.problem(&row{}, i, c.fieldAt(i), fault{rule: RuleIdentityNumbers})
			p.Masked = true
			return Refused{p}
		}
	}
	return nil
}

func (c *checker) fieldAt(i int) string {
	if field := c.fieldIndex(i); field >= 0 {
		return c.columns[field].field.Name
	}
	return ""
}

// fieldIndex is the field that a column of the file is read as, or -1.
func (c *checker) fieldIndex(i int) int {
	return slices.IndexFunc(c.columns, func(col *column) bool { return col.at == i })
}

func (c *checker) cellProblem(r *row, col *column, in cell, f fault) Problem {
	p := c.problem(r, col.at, col.field.Name, f)
	p.Found, p.Masked = show(in.text)
	if col.field.Pseudonym && p.Found != "" {
		p.Found, p.Masked = "", true
	}
	return p
}

func (c *checker) problem(r *row, at int, field string, f fault) Problem {
	p := Problem{File: c.file, Sheet: c.sheet, Row: r.number, Field: field, Rule: f.rule, Allowed: f.allowed}
	if at >= 0 {
		p.Column = columnLetter(at)
	}
	if at >= 0 && at < len(c.header.texts) {
		p.Header = printable(c.header.texts[at])
	}
	return p
}

// holdsIdentityNumber looks at the text that is shown and, of a number, at the
// number without its format.
func (c *cell) holdsIdentityNumber() bool {
	if holdsIdentityNumber(c.text) {
		return true
	}
	return c.kind == numberCell && c.number >= 1e8 && holdsIdentityNumber(strconv.FormatFloat(c.number, 'f', 0, 64))
}
