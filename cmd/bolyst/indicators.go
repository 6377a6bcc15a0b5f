package main

import (
	"cmp"
	"fmt"
	"slices"

	"bolyst/metrics"
	"bolyst/queries"
)

// builtIn are the indicators that come with the program, by rank: the order that they are counted and shown in.
func builtIn() ([]metrics.Definition, error) {
	var definitions []metrics.Definition
	for id, statement := range queries.Indicators() {
		d, err := metrics.ParseDefinition(id, statement)
		if err != nil {
			return nil, err
		}
		definitions = append(definitions, d)
	}
	slices.SortFunc(definitions, byRank)
	for i := 1; i < len(definitions); i++ {
		if a, b := definitions[i-1], definitions[i]; a.Rank == b.Rank {
			return nil, fmt.Errorf("%s.sql and %s.sql have the rank %d", a.ID, b.ID, a.Rank)
		}
	}
	return definitions, nil
}

// byRank orders the indicators, and always in the same way.
func byRank(a, b metrics.Definition) int {
	return cmp.Or(cmp.Compare(a.Rank, b.Rank), cmp.Compare(a.ID, b.ID))
}

// definition is the indicator of that id.
func (in *installation) definition(id string) (metrics.Definition, error) {
	var ids []string
	for _, d := range in.definitions {
		if d.ID == id {
			return d, nil
		}
		ids = append(ids, d.ID)
	}
	return metrics.Definition{}, misused{in.language.Say("use.indicator", id, in.language.List(ids))}
}
