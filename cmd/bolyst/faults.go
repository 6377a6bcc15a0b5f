package main

import (
	"cmp"
	"context"
	"path"
	"slices"

	"bolyst/internal/batch"
	"bolyst/metrics"
	"bolyst/reports"
)

// faults are why rows were not taken in, of each file as it was last read: a line for each column and rule. What stood there is
// left out: it may be anything, and an edition is kept for ever.
func (in *installation) faults(ctx context.Context, knownAt int) ([]metrics.Fault, error) {
	var faults []metrics.Fault
	for _, b := range batch.Newest(in.store.Ledger().Batches()[:knownAt]) {
		if b.Rejected == 0 {
			continue
		}
		problems, err := in.problems(ctx, b)
		if err != nil {
			return nil, err
		}
		type place struct{ column, rule string }
		rows := map[place]int{}
		for _, p := range problems {
			rows[place{cmp.Or(p.Header, p.Column), p.Rule}]++
		}
		first := len(faults)
		for at, n := range rows {
			reason, remedy := reports.RuleWords(at.rule)
			faults = append(faults, metrics.Fault{Source: b.Source, File: path.Base(b.File), Column: at.column, Rows: n, Reason: reason, Remedy: remedy})
		}
		slices.SortFunc(faults[first:], func(a, b metrics.Fault) int {
			return cmp.Or(cmp.Compare(b.Rows, a.Rows), cmp.Compare(a.Column, b.Column), cmp.Compare(a.Reason["nb"], b.Reason["nb"]))
		})
	}
	return faults, nil
}
