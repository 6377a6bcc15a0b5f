package ingest

import (
	"cmp"
	"slices"
	"strconv"
)

// checker turns rows into records, or into the problems found in them. It sees
// each row by itself, so that several can share a file.
type checker struct {
	feed        Feed
	header      header
	columns     []*column // in the order of feed.Fields
	totals      totals
	programme   string // of the row being checked
	file, sheet string

	held []int  // the columns that hold an identity number in this row
	bad  []bool // by field: this row has a problem in it
	// proved remembers what may be repeated.
	proved map[proof]bool
	// types counts, by field, the cells that are of another type. It is there
	// when the mapping refuses a file whose types changed.
	types []typeCount
}

func newChecker(r *reading, h header) *checker {
	m := r.m
	c := &checker{feed: m.Feed, header: h, totals: newTotals(m.Format.Totals), file: r.file, sheet: r.src.sheet(), bad: make([]bool, len(m.Feed.Fields)), proved: map[proof]bool{}}
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

// check is the verdict on a row: its values, written into those given, or all
// its problems.
func (c *checker) check(r *row, values []any) verdict {
	v := verdict{row: r.number}
	if r.fault != "" {
		v.problems = []Problem{c.problem(r, -1, "", fault{rule: r.fault})}
		return v
	}
	if word, at := c.totals.of(r); word != "" {
		p := c.problem(r, at, "", fault{rule: NoticeTotal})
		p.Found = word
		v.total, v.problems = true, []Problem{p}
		return v
	}
	if c.findIdentityNumbers(r); len(c.held) > 0 {
		v.held = slices.Clone(c.held)
		for _, i := range c.held {
			v.numbers += r.cells[i].identityNumbers()
		}
		v.problems = c.identityNumbers(r)
	}
	if f := c.misfit(r); f.rule != "" { // its cells may stand under a wrong header
		v.problems = append(v.problems, c.problem(r, -1, "", f))
		return v
	}
	found := c.readInto(values, r)
	slices.SortStableFunc(found, func(a, b Problem) int { // as they stand in the file
		return cmp.Or(cmp.Compare(len(a.Column), len(b.Column)), cmp.Compare(a.Column, b.Column))
	})
	v.problems, v.personal = append(v.problems, found...), c.personalColumns(found)
	if len(v.problems) == 0 {
		v.values, v.firstDays = values, c.noteFirstDays(r)
		return v
	}
	slipped := mayHaveSlipped(v.problems)
	c.maskUnproven(v.problems, slipped)
	if !slipped {
		v.key = c.key(values)
	}
	return v
}

// key is the key of a row with problems, unless one of them is in it.
func (c *checker) key(values []any) []any {
	var key []any
	for _, name := range c.feed.Key {
		i := slices.IndexFunc(c.columns, func(col *column) bool { return col.field.Name == name })
		if c.bad[i] || values[i] == nil {
			return nil
		}
		key = append(key, values[i])
	}
	return key
}

// readInto reads the values of a row, and gives the problems found in them.
func (c *checker) readInto(values []any, r *row) (problems []Problem) {
	clear(values)
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
	return append(problems, c.conditions(r, values)...)
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
	p.Found, p.Masked = show(in.shown())
	if (col.field.Pseudonym || f.rule == RulePersonal) && p.Found != "" {
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
