package store

import "context"

// Breadth is over how many sorts the subjects of one cell are spread.
type Breadth struct {
	Cell
	Sorts             []Sort // by name
	Unknown, Immature float64
}

// Sort is how many there are of one sort, such as one field of study.
type Sort struct {
	Name    string
	Persons float64
}

// Breadths counts the subjects of an indicator whose outcome is the name of a sort, for each cut in turn, for Whole where
// none is given.
func (q *Question) Breadths(ctx context.Context, indicator string, cuts ...Cut) ([]Breadth, error) {
	type row struct {
		Cell
		sort                       *string
		persons, unknown, immature float64
	}
	rows, err := counted(ctx, q, indicator, "breadth", "breadth.sql", cuts, func(r *row) []any {
		return []any{&r.Programme, &r.Period, &r.pooled, &r.Breakdown, &r.Category, &r.sort, &r.persons, &r.unknown, &r.immature}
	})
	var found []Breadth
	for _, r := range rows {
		if len(found) == 0 || found[len(found)-1].Cell != r.Cell {
			found = append(found, Breadth{Cell: r.Cell})
		}
		b := &found[len(found)-1]
		if r.sort != nil {
			b.Sorts = append(b.Sorts, Sort{*r.sort, r.persons})
		}
		b.Unknown, b.Immature = b.Unknown+r.unknown, b.Immature+r.immature
	}
	return found, err
}
