package main

import (
	"context"
	"slices"
	"time"

	"bolyst/internal/batch"
	"bolyst/internal/store"
	"bolyst/metrics"
)

// moment is the date, the batch and the region that figures are asked for. A knownAt of 0 is the newest batch.
func (in *installation) moment(asOf time.Time, knownAt int) store.Moment {
	if knownAt == 0 {
		knownAt = in.store.Ledger().Last()
	}
	m := store.Moment{AsOf: asOf, KnownAt: knownAt, FirstYear: asOf.Year()}
	for _, p := range in.config.Programmes {
		if p.Started > 0 {
			m.FirstYear = min(m.FirstYear, p.Started)
		}
		for _, member := range p.Region {
			m.Regions = append(m.Regions, store.Region{Programme: p.ID, Kommune: string(member.Kommune), From: member.From, To: member.To})
		}
	}
	return m
}

// blankDraft is a draft before anything is counted: what the configuration says, and what the ledger says of the loads.
func (in *installation) blankDraft(m store.Moment) metrics.Draft {
	draft := metrics.Draft{Name: in.config.Name, Program: version(), AsOf: m.AsOf, KnownAt: m.KnownAt, Definitions: in.definitions,
		KeyIndicators: in.config.Editions.Key()}
	for _, p := range in.config.Programmes {
		draft.Programmes = append(draft.Programmes, metrics.Programme{ID: p.ID, Name: p.Name, Started: p.Started, Facts: stated(p.Facts), Profile: p.Profile.written()})
	}
	for _, r := range in.config.Regions {
		draft.Regions = append(draft.Regions, metrics.Region{ID: r.ID, Title: words(r.Title)})
	}
	draft.Nestings, draft.Kommuner = in.nestings(m), in.places(m)
	for _, g := range in.config.Goals {
		draft.Goals = append(draft.Goals, metrics.Goal{ID: g.ID, Title: words(g.Title), Text: words(g.Text)})
	}
	draft.Targets, draft.Rebases, draft.Comments = in.config.agreed()
	for _, b := range batch.Newest(in.store.Ledger().Batches()[:m.KnownAt]) {
		draft.Loads = append(draft.Loads, balance(b))
	}
	draft.Run.Config = in.config.Hash()
	for _, b := range in.store.Ledger().Batches()[:m.KnownAt] {
		draft.Run.Sources = append(draft.Run.Sources, metrics.SourceFile{Source: b.Source, Feed: b.Feed, File: b.File, SHA256: b.SHA256, Batch: b.Number})
	}
	draft.Edition = in.editionName(draft)
	return draft
}

// balance is what a load became, in the form that figures are told in.
func balance(b batch.Batch) metrics.Load {
	return metrics.Load{Source: b.Source, Feed: b.Feed, File: b.File, Batch: b.Number,
		Read: b.Read, Loaded: b.Loaded, Unchanged: b.Unchanged, Superseded: b.Superseded, Rejected: b.Rejected}
}

// words is a text of the configuration in the form that figures are told in.
func words(t Text) metrics.Words {
	w := metrics.Words{}
	for language, text := range t {
		w[metrics.Language(language)] = text
	}
	return w
}

// published gives the figures published elsewhere the form that they are shown in.
func published(found []store.Reported) []metrics.Reported {
	number := func(v *float64) metrics.Number {
		if v == nil {
			return metrics.Number{}
		}
		return metrics.Of(*v)
	}
	var reported []metrics.Reported
	for _, r := range found {
		shown := metrics.Reported{Indicator: r.Indicator, Programme: r.Programme, Period: r.Period, Source: r.Source,
			Numerator: number(r.Numerator), Denominator: number(r.Denominator), Value: number(r.Value)}
		if r.AsOf != nil {
			shown.AsOf = *r.AsOf
		}
		if r.Note != nil {
			shown.Note = *r.Note
		}
		reported = append(reported, shown)
	}
	return reported
}

// freshness is how new is what is known, feed by feed.
func (in *installation) freshness(ctx context.Context, question *store.Question, m store.Moment) ([]metrics.Freshness, error) {
	found, err := question.Freshness(ctx)
	var all []metrics.Freshness
	for _, f := range found {
		fresh := metrics.Freshness{Feed: f.Feed, Newest: f.Newest}
		for _, b := range in.store.Ledger().Batches()[:m.KnownAt] {
			if b.Feed == f.Feed {
				fresh.Batch = b.Number
			}
		}
		all = append(all, fresh)
	}
	return all, err
}

// audiences are those who get an edition, with their floors.
func (in *installation) audiences() []metrics.Audience {
	var audiences []metrics.Audience
	for _, name := range in.config.Editions.Audiences.Names() {
		floor, _ := in.config.Editions.Audiences.Floor(name)
		audiences = append(audiences, metrics.Audience{Name: name, Floor: floor, WholePeriods: floor > 1})
	}
	return audiences
}

// audience is the one of that name.
func (in *installation) audience(name string) (metrics.Audience, error) {
	i := slices.IndexFunc(in.audiences(), func(a metrics.Audience) bool { return a.Name == name })
	if i < 0 {
		return metrics.Audience{}, misused{in.language.Say("use.audience", name, in.language.List(in.config.Editions.Audiences.Names()))}
	}
	return in.audiences()[i], nil
}
