package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"bolyst/internal/edition"
	"bolyst/internal/store"
	"bolyst/metrics"
)

// changes explains how the figures of one published edition became those of another, for an audience: those that differ, without
// breakdowns.
func (in *installation) changes(ctx context.Context, from, to edition.Manifest, audience metrics.Audience) ([]metrics.Change, error) {
	before, err := in.figuresIn(from.Edition, audience.Name)
	if err != nil {
		return nil, err
	}
	after, err := in.figuresIn(to.Edition, audience.Name)
	if err != nil {
		return nil, err
	}
	return in.explain(ctx, from, to, audience, in.pairs(before, after))
}

// explain says why the figures differ. The persons behind them are asked for again, by the definitions of today, at three
// moments: as the first edition knew them, as the second edition knew them at the date of the first, and as the second edition
// has them.
func (in *installation) explain(ctx context.Context, from, to edition.Manifest, audience metrics.Audience, pairs []sameFigure) ([]metrics.Change, error) {
	var moments [3]store.Moment
	for i, at := range []struct {
		asOf    string
		knownAt int
	}{{from.AsOf, from.KnownAt}, {from.AsOf, to.KnownAt}, {to.AsOf, to.KnownAt}} {
		asOf, err := time.Parse(dateForm, at.asOf)
		if err != nil {
			return nil, fmt.Errorf("edition %s: %w", from.Edition, err)
		}
		moments[i] = in.moment(asOf, at.knownAt)
	}
	lives, err := in.lives(ctx, definitionsOf(pairs), moments)
	if err != nil {
		return nil, err
	}
	news, err := in.store.News(ctx, min(from.KnownAt, to.KnownAt), max(from.KnownAt, to.KnownAt))
	if err != nil {
		return nil, err
	}
	var changes []metrics.Change
	for _, p := range pairs {
		definition := p.definition
		about := newsFor(definition, news)
		var moves []metrics.Move
		for s, life := range lives[definition.ID].behind(p.after, definition, moments) {
			moves = append(moves, metrics.Moves(life[0], life[1], life[2], about[s.key()])...)
		}
		change, ok := metrics.Explain(p.before, p.after, moves, in.rest(from, to, p)).For(audience, definition)
		if ok && change.Differs() {
			changes = append(changes, change)
		}
	}
	return changes, nil
}

// rest is the cause of what no person explains. The figures of an edition can be made again from its record, unless they were
// defined in another way, or something has been taken out of the record.
func (in *installation) rest(from, to edition.Manifest, p sameFigure) metrics.Cause {
	for _, m := range []edition.Manifest{from, to} {
		if m.Program != version() || m.Config != in.config.Hash() {
			return metrics.Redefined
		}
	}
	if p.before.Version != p.after.Version {
		return metrics.Redefined
	}
	return metrics.Erased
}

// sameFigure is one figure in two editions.
type sameFigure struct {
	definition    metrics.Definition
	before, after metrics.Figure
}

// definitionsOf are the indicators of the figures, each once.
func definitionsOf(pairs []sameFigure) []metrics.Definition {
	var definitions []metrics.Definition
	for i, p := range pairs {
		if i == 0 || p.definition.ID != pairs[i-1].definition.ID { // which stand together
			definitions = append(definitions, p.definition)
		}
	}
	return definitions
}

// pairs puts the figures of two editions side by side. What is hidden from the audience in either cannot be compared; what is
// not in one of them counted nobody there.
func (in *installation) pairs(before, after []metrics.Figure) []sameFigure {
	type name struct{ indicator, programme, period string }
	all := map[name]*[2]*metrics.Figure{}
	var names []name
	for side, figures := range [][]metrics.Figure{before, after} {
		for i := range figures {
			f := &figures[i]
			if !f.IsPlain() || f.IsPool() { // the periods of a pool are explained one by one
				continue
			}
			at := name{f.Indicator, f.Programme, f.Period}
			if all[at] == nil {
				all[at] = &[2]*metrics.Figure{}
				names = append(names, at)
			}
			all[at][side] = f
		}
	}
	var pairs []sameFigure
	for _, at := range names {
		d, err := in.definition(at.indicator)
		if err != nil || at.programme != metrics.All && len(in.config.Programmes) == 1 {
			continue // the indicator is no more; one programme and all are the same
		}
		p := sameFigure{definition: d}
		for side, f := range all[at] {
			figure := metrics.Figure{Cell: metrics.Cell{Indicator: d.ID, Version: d.Version, Programme: at.programme, Period: at.period}, Unit: d.Unit, Sign: metrics.NotPossible}
			if f != nil {
				figure = *f
			}
			figure.Kind = d.Kind
			if side == 0 {
				p.before = figure
			} else {
				p.after = figure
			}
		}
		if withheld(p.before) || withheld(p.after) {
			continue
		}
		pairs = append(pairs, p)
	}
	slices.SortStableFunc(pairs, func(a, b sameFigure) int {
		return cmp.Or(cmp.Compare(a.definition.Rank, b.definition.Rank), cmp.Compare(a.definition.ID, b.definition.ID))
	})
	return pairs
}

func withheld(f metrics.Figure) bool { return f.Sign == metrics.Hidden && !f.Denominator.Given() }
