package ingest

// account is what is counted over the rows of a sheet, in their order.
type account struct {
	checker *checker // knows what the columns are called
	rows    int
	hits    []int       // by column of the sheet: cells that held an identity number
	persons []int       // the same, of cells that point at a person otherwise
	numbers *int        // identity numbers, over all sheets of the file
	types   []typeCount // by field, see checker
	// firstDays are the fields of which it is told that dates had no day.
	firstDays map[string]bool
}

// add counts a row. The error is Refused: with this row the file holds more
// identity numbers than a slip explains, wherever in it they stand.
func (a *account) add(v *verdict) error {
	a.rows++
	a.hits, a.persons = tally(a.hits, v.held), tally(a.persons, v.personal)
	before := *a.numbers
	if *a.numbers += v.numbers; v.numbers == 0 || *a.numbers < 2 {
		return nil
	}
	p := v.problems[0]
	if before == 0 && len(v.held) > 1 {
		p = v.problems[1] // the second of this row
	}
	p.Rule = RuleIdentityNumbers
	return Refused{p}
}

// tally adds one for each of the columns.
func tally(counts, columns []int) []int {
	for _, column := range columns {
		for len(counts) <= column {
			counts = append(counts, 0)
		}
		counts[column]++
	}
	return counts
}

// fewestPersonal is how many cells of a column that point at a person are no
// slip, however short the file is.
const fewestPersonal = 3

// addTypes counts the cells of a block that are of another type.
func (a *account) addTypes(types []typeCount) {
	if a.types == nil {
		a.types = make([]typeCount, len(types))
	}
	for i, t := range types {
		a.types[i].cells += t.cells
		a.types[i].wrong += t.wrong
		if t.wrong > 0 {
			a.types[i].allowed = t.allowed
		}
	}
}

// finish is Refused when over 20 % of a column held identity numbers: in a
// short file one is enough to show what the column is for. So it is when as much
// of a column points at persons otherwise, and when the mapping says so of a
// column whose type changed.
func (a *account) finish() error {
	c := a.checker
	for i := range a.types {
		if t := &a.types[i]; t.changed() {
			p := c.problem(&row{}, c.columns[i].at, c.columns[i].field.Name, fault{RuleColumnType, t.allowed})
			return Refused{p}
		}
	}
	for i, hits := range a.hits {
		if 5*hits > a.rows {
			p := c.problem(&row{}, i, c.fieldAt(i), fault{rule: RuleIdentityNumbers})
			p.Masked = true
			return Refused{p}
		}
	}
	for i, hits := range a.persons {
		if hits >= fewestPersonal && 5*hits > a.rows {
			field := c.fieldAt(i)
			p := c.problem(&row{}, i, field, fault{RulePersonalColumn, c.columnOf(field).field.Example})
			p.Masked = true
			return Refused{p}
		}
	}
	return nil
}
