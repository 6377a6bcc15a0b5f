package main

import (
	"context"
	"fmt"

	"bolyst/internal/store"
	"bolyst/metrics"
)

// cuts are the ways in which those who count in an indicator are told apart: not at all, by three cohorts in a row, since one
// is often too few to say anything of, and by each of the breakdowns.
func cuts(d metrics.Definition) []store.Cut {
	cuts := []store.Cut{store.Whole}
	if d.Period == "cohort" {
		cuts = append(cuts, store.Pooled)
	}
	if len(d.Breakdowns) > 0 {
		cuts = append(cuts, store.By(d.Unit, d.Breakdowns...))
	}
	return cuts
}

// elsewhere counts anew, in each of the other regions, the indicators whose outcome is residence alone.
func (in *installation) elsewhere(ctx context.Context, q *store.Question) ([]metrics.Tally, error) {
	var all []metrics.Tally
	for _, region := range in.config.Regions {
		regions, undecided := in.inside(region)
		if err := q.Within(ctx, regions, undecided); err != nil {
			return nil, fmt.Errorf("region %s: %w", region.ID, err)
		}
		for _, definition := range in.definitions {
			if !definition.AnyRegion {
				continue
			}
			counted, err := tallies(ctx, q, definition, store.Whole)
			if err != nil {
				return nil, fmt.Errorf("region %s: indicator %s: %w", region.ID, definition.ID, err)
			}
			for i := range counted {
				counted[i].Region = region.ID
			}
			all = append(all, counted...)
		}
	}
	return all, nil
}

// leaveOut counts nobody of the programmes that the indicator does not count.
func leaveOut(ctx context.Context, q *store.Question, d metrics.Definition) error {
	var programmes []string
	for _, n := range d.NotFor {
		programmes = append(programmes, n.Programme)
	}
	return q.LeaveOut(ctx, programmes...)
}

// tallies counts an indicator, in the way of its kind.
func tallies(ctx context.Context, q *store.Question, d metrics.Definition, cuts ...store.Cut) ([]metrics.Tally, error) {
	if err := leaveOut(ctx, q, d); err != nil {
		return nil, err
	}
	statement := d.Statement
	var tallies []metrics.Tally
	add := func(cell store.Cell, t metrics.Tally) {
		t.Indicator, t.Programme, t.Period, t.Breakdown, t.Category = d.ID, cell.Programme, cell.Period, cell.Breakdown, cell.Category
		tallies = append(tallies, t)
	}
	switch d.Kind {
	case metrics.Score:
		means, err := q.Means(ctx, statement, cuts...)
		for _, m := range means {
			add(m.Cell, metrics.Tally{Numerator: m.Sum, Denominator: m.Known, Squares: m.Squares, Unknown: m.Unknown, Immature: m.Immature})
		}
		return tallies, err
	case metrics.Breadth:
		breadths, err := q.Breadths(ctx, statement, cuts...)
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
		curves, err := q.Spells(ctx, statement, cuts...)
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
	counted, err := q.Count(ctx, statement, wayOf(d.Kind), cuts...)
	for _, t := range counted {
		add(t.Cell, metrics.Tally{Numerator: t.Numerator, Denominator: t.Denominator, Unknown: t.Unknown, Immature: t.Immature})
	}
	return tallies, err
}
