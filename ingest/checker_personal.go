package ingest

import "strconv"

// findIdentityNumbers looks for identity numbers in every cell, mapped or not.
func (c *checker) findIdentityNumbers(r *row) {
	c.held = c.held[:0]
	for i := range r.cells {
		if in := &r.cells[i]; in.kind == textCell && len(in.text) < shortestIdentity || !in.holdsIdentityNumber() {
			continue // by far the most
		}
		c.held = append(c.held, i)
	}
}

// identityNumbers are the problems of the cells that hold one.
func (c *checker) identityNumbers(r *row) (problems []Problem) {
	for _, i := range c.held {
		p := c.problem(r, i, c.fieldAt(i), fault{rule: RuleIdentityNumber})
		p.Masked = true
		problems = append(problems, p)
	}
	return problems
}

// personalColumns are those in which something points at a person.
func (c *checker) personalColumns(problems []Problem) (columns []int) {
	for i := range problems {
		if problems[i].Rule != RulePersonal {
			continue
		}
		if at := c.columnOf(problems[i].Field).at; at >= 0 {
			columns = append(columns, at)
		}
	}
	return columns
}

// identityNumbers is how many stand in a cell that holds one.
func (c *cell) identityNumbers() int { return max(countIdentityNumbers(c.text), 1) }

// holdsIdentityNumber looks at the text that is shown and, of a number, at the
// number without its format.
func (c *cell) holdsIdentityNumber() bool {
	if holdsIdentityNumber(c.text) {
		return true
	}
	return c.kind == numberCell && c.number >= 1e8 && holdsIdentityNumber(strconv.FormatFloat(c.number, 'f', 0, 64))
}
