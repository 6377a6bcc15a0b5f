package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"time"

	"bolyst/internal/edition"
	"bolyst/metrics"
)

// since tells every audience with a floor what has changed since the edition before, and why, as far as it may be told. The
// staff, who may know all of it, ask with diff.
func (in *installation) since(ctx context.Context, r guarded) error {
	before, ok, err := in.editionBefore(r)
	if err != nil || !ok {
		return err
	}
	asOf, err := time.Parse(dateForm, before.AsOf)
	if err != nil {
		return fmt.Errorf("edition %s: %w", before.Edition, err)
	}
	for i, table := range r.tables {
		if table.Audience.Floor <= 1 {
			continue
		}
		figures, err := in.figuresIn(before.Edition, table.Audience.Name)
		if errors.Is(err, fs.ErrNotExist) {
			continue // nothing was published for them
		}
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

// editionBefore is the newest of the earlier editions: by its date, and by how much was known. One of a later date, or that
// knew more, is not before this one.
func (in *installation) editionBefore(r guarded) (before edition.Manifest, ok bool, err error) {
	asOf := r.draft.AsOf.Format(dateForm)
	for _, name := range r.after {
		m, err := edition.ReadManifest(filepath.Join(in.editions(), name))
		if err != nil {
			return before, false, err
		}
		if m.AsOf > asOf || m.KnownAt > r.draft.KnownAt {
			continue
		}
		if !ok || cmp.Or(cmp.Compare(m.AsOf, before.AsOf), cmp.Compare(m.KnownAt, before.KnownAt), cmp.Compare(m.Edition, before.Edition)) > 0 {
			before, ok = m, true
		}
	}
	return before, ok, nil
}
