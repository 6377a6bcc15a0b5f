package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"bolyst/internal/edition"
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
		before, err := edition.ReadManifest(filepath.Join(in.editions(), shown[0]))
		if err != nil {
			return err
		}
		asOf, err := time.Parse(dateForm, before.AsOf)
		if err != nil {
			return fmt.Errorf("edition %s: %w", before.Edition, err)
		}
		figures, err := in.figuresIn(before.Edition, table.Audience.Name)
		if err != nil {
			return err
		}
		// Only headlines are explained to them, and asking for those behind a figure takes as long as counting it.
		pairs := slices.DeleteFunc(in.pairs(figures, table.Figures), func(p sameFigure) bool {
			return p.after.Programme != metrics.All || p.after.Period != metrics.All || p.isSame()
		})
		changes, err := in.explain(ctx, before, in.manifest(r), table.Audience, pairs)
		if err != nil {
			return err
		}
		r.tables[i].Since = metrics.Since{Edition: before.Edition, AsOf: asOf, Changes: changes}
	}
	return nil
}

// isSame says whether a reader finds the same in both.
func (p sameFigure) isSame() bool {
	before, after := p.before, p.after
	before.Version, before.Kind, before.Unit = after.Version, after.Kind, after.Unit
	return before == after
}
