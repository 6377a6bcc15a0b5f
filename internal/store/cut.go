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
type Cell struct {
	Programme, Period, Breakdown, Category string
	pooled                                 bool
}

func (c Cell) cell() Cell { return c }

// check says whether the subjects can be told apart in that way.
func (c Cut) check() error {
	for _, breakdown := range c.breakdowns {
		if !slices.Contains(queries.Traits[c.unit], breakdown) {
			return fmt.Errorf("breakdown %q: a subject of the unit %q can be told apart by: %s", breakdown, c.unit, strings.Join(queries.Traits[c.unit], ", "))
		}
	}
	return nil
}

// apart is what tells the subjects apart, by its file in by/; "" where nothing need.
func (c Cut) apart() string {
	if len(c.breakdowns) == 0 {
		return ""
	}
	return c.unit
}

// holds says whether the cell is one that was asked for.
func (c Cut) holds(cell Cell) bool {
	if len(c.breakdowns) > 0 {
		return !cell.pooled && slices.Contains(c.breakdowns, cell.Breakdown)
	}
	return cell.pooled == c.pooled && cell.Breakdown == ""
}

// step is a table or a view that the next one asks.
type step struct{ kind, name, text string }

// steps leads from the rows of the indicator to what the fixed statements add up: what everyone brings in that way of counting,
// alike ones told apart by one of by/: the breakdowns of a unit, nothing, or each subject. Tables hold what is asked for twice.
func steps(way, apart string) []step {
	return []step{
		{"VIEW", "subject", queries.Text("subject/" + way + ".sql")},
		{"TABLE", "standing", queries.Text("standing.sql")},
		{"TABLE", "recurrent", queries.Text("recurrent.sql")},
		{"VIEW", "part", queries.Text("part.sql")},
		{"TABLE", "alike", queries.Text("by/" + apart + ".sql")},
		{"VIEW", "pooled", queries.Text("pool.sql")},
		{"VIEW", "cell", queries.Text("cell.sql")},
		{"VIEW", "person", queries.Text("person/" + way + ".sql")},
	}
}

// take takes the steps. What an earlier indicator left is gone first: there is not room for two.
func (q *Question) take(ctx context.Context, indicator, way, apart string) error {
	all := []step{{"VIEW", "indicator", indicator}}
	if q.partial {
		all = []step{{"VIEW", "everyone", indicator}, {"VIEW", "indicator", queries.Text("kept.sql")}}
	}
	all = append(all, steps(way, apart)...)
	for _, s := range slices.Backward(all) {
		if _, err := q.store.conn.ExecContext(ctx, "DROP "+s.kind+" IF EXISTS temp."+s.name); err != nil {
			return err
		}
	}
	for _, s := range all {
		if _, err := q.store.conn.ExecContext(ctx, "CREATE TEMP "+s.kind+" "+s.name+" AS "+s.text); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	return nil
}
