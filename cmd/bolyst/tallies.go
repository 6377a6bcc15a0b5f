package main

import (
	"context"

	"bolyst/internal/store"
	"bolyst/metrics"
)

// tallies counts an indicator, in the way of its kind.
func tallies(ctx context.Context, q *store.Question, d metrics.Definition) ([]metrics.Tally, error) {
	statement := d.Statement
	var tallies []metrics.Tally
	add := func(cell store.Cell, t metrics.Tally) {
		t.Indicator, t.Programme, t.Period, t.Breakdown, t.Category = d.ID, cell.Programme, cell.Period, cell.Breakdown, cell.Category
		tallies = append(tallies, t)
	}
	switch d.Kind {
	case metrics.Score:
		means, err := q.Means(ctx, statement)
		for _, m := range means {
			add(m.Cell, metrics.Tally{Numerator: m.Sum, Denominator: m.Known, Squares: m.Squares, Unknown: m.Unknown, Immature: m.Immature})
		}
		return tallies, err
	case metrics.Breadth:
		breadths, err := q.Breadths(ctx, statement)
		for _, b := range breadths {
			t := metrics.Tally{Unknown: b.Unknown, Immature: b.Immature}
			for _, sort := range b.Sorts {
				t.Categories = append(t.Categories, sort.Persons)
				t.Numerator, t.Denominator = t.Numerator+sort.Persons, t.Denominator+sort.Persons
			}
			add(b.Cell, t)
		}
		return tallies, err
	case metrics.Duration:
		curves, err := q.Spells(ctx, statement)
		for _, c := range curves {
			t := metrics.Tally{Unknown: c.Unknown, Immature: c.Immature}
			for _, s := range c.Spells {
				for range int(s.Persons) {
					t.Spells = append(t.Spells, metrics.Spell{Months: s.Months, Left: s.Left})
				}
			}
			add(c.Cell, t)
		}
		return tallies, err
	}
	how := "count"
	if d.Kind == metrics.Ratio {
		how = "sum"
	}
	counted, err := q.Count(ctx, statement, how)
	for _, t := range counted {
		add(t.Cell, metrics.Tally{Numerator: t.Numerator, Denominator: t.Denominator, Unknown: t.Unknown, Immature: t.Immature})
	}
	return tallies, err
}
