package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"bolyst/internal/edition"
	"bolyst/metrics"
)

// mostEarlier editions are put beside a new one: the newest.
const mostEarlier = 6

// beside chooses the earlier editions that are put beside this one for each audience: the newest of those that it may be shown.
// An approval may come, or be taken back, at any time; so the choice stands in the manifest, and holds when the edition is
// published again.
func (in *installation) beside(r guarded) (map[string][]string, error) {
	before, err := in.editionsBefore(r)
	if err != nil {
		return nil, err
	}
	chosen := map[string][]string{}
	for _, table := range r.tables {
		name := table.Audience.Name
		for _, m := range before {
			if len(chosen[name]) < mostEarlier && in.isShown(m.Edition, name) && in.has(m.Edition, name) {
				chosen[name] = append(chosen[name], m.Edition)
			}
		}
	}
	return chosen, nil
}

// has says whether anything was published for the audience.
func (in *installation) has(name, audience string) bool {
	_, err := os.Stat(filepath.Join(in.editions(), name, audience, filepath.FromSlash(figuresFile)))
	return err == nil
}

// editionsBefore are the earlier editions, the newest first: by their date, and by how much was known. One of a later date, or
// that knew more, is not before this one.
func (in *installation) editionsBefore(r guarded) ([]edition.Manifest, error) {
	asOf := r.draft.AsOf.Format(dateForm)
	var before []edition.Manifest
	for _, name := range r.after {
		m, err := edition.ReadManifest(filepath.Join(in.editions(), name))
		if err != nil {
			return nil, err
		}
		if m.AsOf <= asOf && m.KnownAt <= r.draft.KnownAt {
			before = append(before, m)
		}
	}
	slices.SortFunc(before, func(a, b edition.Manifest) int {
		return cmp.Or(cmp.Compare(b.AsOf, a.AsOf), cmp.Compare(b.KnownAt, a.KnownAt), cmp.Compare(b.Edition, a.Edition))
	})
	return before, nil
}

// putBeside gives each audience what it was shown in those editions, as it was published.
func (in *installation) putBeside(r guarded) error {
	for i, table := range r.tables {
		for _, name := range r.beside[table.Audience.Name] {
			_, before, err := in.given(name, table.Audience.Name)
			if err != nil {
				return err
			}
			r.tables[i].Before = append(r.tables[i].Before, before)
		}
	}
	return nil
}

// given is an edition as it was given to the audience, with what it was made from.
func (in *installation) given(name, audience string) (m edition.Manifest, before metrics.Before, err error) {
	if m, err = edition.ReadManifest(filepath.Join(in.editions(), name)); err != nil {
		return m, before, err
	}
	before = metrics.Before{Edition: name, KnownAt: m.KnownAt}
	if before.AsOf, err = time.Parse(dateForm, m.AsOf); err != nil {
		return m, before, fmt.Errorf("edition %s: %w", name, err)
	}
	before.Figures, err = in.figuresIn(name, audience)
	return m, before, err
}
