package main

import (
	"cmp"
	"context"
	"path"
	"slices"

	"bolyst/ingest"
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
		for _, r := range rejections(problems) {
			faults = append(faults, metrics.Fault{Source: b.Source, File: path.Base(b.File), Column: r.column, Rows: r.rows, Reason: r.reason, Remedy: r.remedy})
		}
	}
	return faults, nil
}

// rejection is why rows of a file were not taken in: by one rule, in one column.
type rejection struct {
	column         string
	rows           int
	first          ingest.Problem
	reason, remedy metrics.Words
}

// rejections sorts the faults of a file by column and rule, those of most rows first.
func rejections(problems []ingest.Problem) []rejection {
	type place struct{ column, rule string }
	at := map[place]int{}
	var all []rejection
	for _, p := range problems {
		here := place{cmp.Or(p.Header, p.Column), p.Rule}
		i, known := at[here]
		if !known {
			i, at[here] = len(all), len(all)
			reason, remedy := reports.RuleWords(p.Rule)
			all = append(all, rejection{column: here.column, first: p, reason: reason, remedy: remedy})
		}
		all[i].rows++
	}
	slices.SortFunc(all, func(a, b rejection) int {
		return cmp.Or(cmp.Compare(b.rows, a.rows), cmp.Compare(a.column, b.column), cmp.Compare(a.reason["nb"], b.reason["nb"]))
	})
	return all
}
