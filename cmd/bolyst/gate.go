package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"bolyst/internal/edition"
	"bolyst/metrics"
)

// What is done with a figure whose change since an earlier edition tells what became of a few persons: editions.differencing.
const (
	hideDifferences = "hide"
	tellDifferences = "tell"
)

// guarded is a draft with what each audience may see of it, beside the earlier editions that they have seen.
type guarded struct {
	draft  metrics.Draft
	after  []string            // the earlier editions
	beside map[string][]string // those that are put beside it, by audience
	tables []metrics.Table
	kept   []keptBack
}

// keptBack is a figure that an audience could see were it not for an earlier edition; where the configuration says that it
// is told, the audience sees it all the same.
type keptBack struct {
	audience string
	metrics.Figure
	leak  metrics.Leak // the zero Leak: it is hidden so that no other figure can be worked out
	since string       // the earlier edition
}

// guard decides what each audience may see. The staff, who have no floor, need no guard.
func (in *installation) guard(draft metrics.Draft) (guarded, error) {
	r := guarded{draft: draft}
	var again bool
	var err error
	if r.after, r.beside, again, err = in.comparedWith(draft.Edition); err != nil {
		return r, err
	}
	for _, audience := range in.audiences() {
		free := draft.For(audience)
		if audience.Floor <= 1 {
			r.tables = append(r.tables, free)
			continue
		}
		earlier, names, err := in.seenBy(audience.Name, draft.AsOf.Format(dateForm), r.after)
		if err != nil {
			return r, err
		}
		shown := free
		if in.config.Editions.Differencing == hideDifferences && len(earlier) > 0 {
			shown = draft.ForAfter(audience, earlier...)
		}
		r.tables = append(r.tables, shown)
		r.kept = append(r.kept, keptFrom(free, shown, earlier, names)...)
	}
	if !again {
		r.beside, err = in.beside(r)
	}
	return r, err
}

// comparedWith finds the editions that had been published before that one. When it is published again, they are those of the first
// time, and so are those that were put beside it, or the same inputs would not give the same bytes.
func (in *installation) comparedWith(name string) (after []string, beside map[string][]string, again bool, err error) {
	published, err := edition.ReadManifest(filepath.Join(in.editions(), name))
	switch {
	case err == nil:
		return published.After, published.Beside, true, nil
	case !errors.Is(err, fs.ErrNotExist):
		return nil, nil, false, err
	}
	after, err = edition.List(in.editions())
	return after, nil, false, err
}

// seenBy reads what the audience was shown in each of the editions, and which of them are of the date. Of editions with the same figures one is enough.
func (in *installation) seenBy(audience, asOf string, editions []string) (seen []metrics.Earlier, names []string, err error) {
	known := map[string]bool{}
	for _, name := range editions {
		shown, err := in.figuresIn(name, audience)
		if errors.Is(err, fs.ErrNotExist) {
			continue // nothing was published for them
		}
		if err != nil {
			return nil, nil, err
		}
		behind, err := in.figuresIn(name, "staff")
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, nil, err
		}
		manifest, err := edition.ReadManifest(filepath.Join(in.editions(), name))
		if err != nil {
			return nil, nil, err
		}
		e := metrics.Earlier{Shown: shown, Behind: behind, SameDate: manifest.AsOf == asOf}
		content, err := json.Marshal(e)
		if err != nil {
			return nil, nil, err
		}
		if !known[string(content)] {
			known[string(content)] = true
			seen, names = append(seen, e), append(names, name)
		}
	}
	return seen, names, nil
}

// figuresFile is where the figures of an audience lie in its part of an edition.
const figuresFile = "data/figures.json"

// figuresIn reads the figures of an edition as its audience has them.
func (in *installation) figuresIn(name, audience string) ([]metrics.Figure, error) {
	file, err := os.Open(filepath.Join(in.editions(), name, audience, filepath.FromSlash(figuresFile)))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	_, figures, err := metrics.ReadFigures(file)
	if err != nil {
		return nil, fmt.Errorf("edition %s: %w", name, err)
	}
	return figures, nil
}

// keptFrom lists the figures that are hidden for the sake of earlier editions, or whose change is told: figures whose own
// change gives few persons away, with the first edition that it does so beside, and those that are hidden along with them.
func keptFrom(free, shown metrics.Table, earlier []metrics.Earlier, names []string) (kept []keptBack) {
	leaks := map[metrics.Cell]keptBack{}
	for i, e := range earlier {
		for _, leak := range metrics.Differences(metrics.Table{Figures: e.Shown}, free) {
			if _, known := leaks[leak.Cell]; !known {
				leaks[leak.Cell] = keptBack{leak: leak, since: names[i]}
			}
		}
	}
	told := map[metrics.Cell]metrics.Figure{}
	for _, f := range shown.Figures {
		told[f.Cell] = f
	}
	for _, f := range free.Figures {
		k, leaking := leaks[f.Cell]
		now, there := told[f.Cell]
		if !there { // a place that is among the others now
			now = metrics.Figure{Cell: f.Cell, Kind: f.Kind, Unit: f.Unit, Sign: metrics.Hidden}
		}
		if leaking || f.Denominator.Given() && !now.Denominator.Given() {
			k.audience, k.Figure = free.Audience.Name, now
			kept = append(kept, k)
		}
	}
	return kept
}
