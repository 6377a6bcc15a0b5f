package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"bolyst/queries"
)

// Cut says how the subjects of an indicator are told apart before they are counted. The zero Cut is Whole.
type Cut struct {
	pooled     bool
	unit       string
	breakdowns []string
}

var (
	// Whole tells nothing apart but programmes and periods, each and in all.
	Whole = Cut{}
	// Pooled takes three periods in a row together, named like 2006–2008: a subject counts in each pool that it is in.
	Pooled = Cut{pooled: true}
)

// By tells the subjects of a unit (applicant, trainee, placement, company) apart by each of the breakdowns, in every programme
// and period and in all. Who has no known category is counted under "unknown", and nobody is in two.
func By(unit string, breakdowns ...string) Cut { return Cut{unit: unit, breakdowns: breakdowns} }

// Cell is one programme and period of an indicator, "all" being the total, in one category of a breakdown. Breakdown and
// Category are empty where nothing is told apart.
type Cell struct{ Programme, Period, Breakdown, Category string }

func (c Cell) cell() Cell { return c }

// subjects is the statement of those who are counted.
func (c Cut) subjects() string {
	if c.pooled {
		return queries.Text("pool.sql")
	}
	return queries.Text("each.sql")
}

// traits is the statement of the categories that they are told apart by.
func (c Cut) traits() (string, error) {
	if len(c.breakdowns) == 0 {
		return queries.Text("whole.sql"), nil
	}
	var names []string
	for _, breakdown := range c.breakdowns {
		if !slices.Contains(queries.Traits[c.unit], breakdown) {
			return "", fmt.Errorf("breakdown %q: a subject of the unit %q can be told apart by: %s", breakdown, c.unit, strings.Join(queries.Traits[c.unit], ", "))
		}
		names = append(names, literal(breakdown))
	}
	return strings.NewReplacer("{unit}", c.unit, "{breakdowns}", strings.Join(names, ", ")).Replace(queries.Text("by.sql")), nil
}

// take makes the views that the fixed statements count: the subjects, what each brings, and what they are told apart by.
func (q *Question) take(ctx context.Context, c Cut, way string) error {
	traits, err := c.traits()
	if err != nil {
		return err
	}
	for _, view := range [][2]string{{"subject", c.subjects()}, {"person", queries.Text("person/" + way + ".sql")}, {"trait", traits}} {
		if _, err := q.store.conn.ExecContext(ctx, "CREATE OR REPLACE TEMP VIEW "+view[0]+" AS "+view[1]); err != nil {
			return fmt.Errorf("%s: %w", view[0], err)
		}
	}
	return nil
}

// holds says whether the cell is one that was asked for: not the total of pools that overlap, and not a subject of another
// unit, which has no traits.
func (c Cut) holds(cell Cell) bool {
	return !(c.pooled && cell.Period == "all") && (len(c.breakdowns) == 0) == (cell.Breakdown == "")
}
