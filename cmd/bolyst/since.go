package main

import (
	"context"
	"slices"

	"bolyst/metrics"
)

// since tells every audience with a floor what has changed since the edition that it was shown before, and why, as far as it may
// be told. The staff, who may know all of it, ask with diff.
func (in *installation) since(ctx context.Context, r guarded) error {
	for i, table := range r.tables {
		shown := r.beside[table.Audience.Name]
		if table.Audience.Floor <= 1 || len(shown) == 0 {
			continue
		}
		manifest, before, err := in.given(shown[0], table.Audience.Name)
		if err != nil {
			return err
		}
		// Only headlines are explained to them, and asking for those behind a figure takes as long as counting it.
		pairs := slices.DeleteFunc(in.pairs(before.Figures, table.Figures), func(p sameFigure) bool {
			return p.after.Programme != metrics.All || p.after.Period != metrics.All || p.isSame()
		})
		changes, err := in.explain(ctx, manifest, in.manifest(r), table.Audience, pairs)
		if err != nil {
			return err
		}
		r.tables[i].Since = metrics.Since{Edition: before.Edition, AsOf: before.AsOf, Changes: changes}
	}
	return nil
}

// isSame says whether a reader finds the same in both.
func (p sameFigure) isSame() bool {
	before, after := p.before, p.after
	before.Version, before.Kind, before.Unit = after.Version, after.Kind, after.Unit
	return before == after
}
