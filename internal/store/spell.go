package store

import "context"

// Curve is for how long the subjects of one cell were followed. Its period is "all": a curve is of everyone.
type Curve struct {
	Cell
	Spells            []Spell // by rising Months, those who were still there before those who left
	Unknown, Immature float64 // nobody has heard of them since; not ready to be followed
}

// Spell is how many persons were followed for so many months, and whether they left then or were still there when last heard
// of.
type Spell struct {
	Months  float64
	Left    bool
	Persons float64
}

// Spells gathers the subjects of an indicator whose outcome is a number of months and whose weight is 1 for those who left,
// for each cut in turn, for Whole where none is given.
func (q *Question) Spells(ctx context.Context, indicator string, cuts ...Cut) ([]Curve, error) {
	type row struct {
		Cell
		months                     *float64
		left                       int
		persons, unknown, immature float64
	}
	rows, err := counted(ctx, q, indicator, "curve", "curve.sql", cuts, func(r *row) []any {
		return []any{&r.Programme, &r.Period, &r.pooled, &r.Breakdown, &r.Category, &r.months, &r.left, &r.persons, &r.unknown, &r.immature}
	})
	var found []Curve
	for _, r := range rows {
		if len(found) == 0 || found[len(found)-1].Cell != r.Cell {
			found = append(found, Curve{Cell: r.Cell})
		}
		c := &found[len(found)-1]
		if r.months != nil {
			c.Spells = append(c.Spells, Spell{*r.months, r.left == 1, r.persons})
		}
		c.Unknown, c.Immature = c.Unknown+r.unknown, c.Immature+r.immature
	}
	return found, err
}
