package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"bolyst/internal/store"
	"bolyst/metrics"
)

// subject is one of those who count, in one programme.
type subject struct{ programme, id string }

// key is the subject without its part: the trainee of a placement.
func (s subject) key() subject {
	s.id, _, _ = strings.Cut(s.id, " ")
	return s
}

// life is what a subject brought to a figure at three moments.
type life [3]metrics.Standing

// lives are those of an indicator, by moment, period and subject.
type lives [3]map[string]map[subject]metrics.Standing

// lives asks for the persons behind the figures of the indicators at each of the moments.
func (in *installation) lives(ctx context.Context, definitions []metrics.Definition, moments [3]store.Moment) (map[string]*lives, error) {
	all := map[string]*lives{}
	for _, d := range definitions {
		all[d.ID] = &lives{}
	}
	for i, m := range moments {
		question, err := in.store.Ask(ctx, m)
		if err != nil {
			return nil, err
		}
		for _, d := range definitions {
			if err := leaveOut(ctx, question, d); err != nil {
				return nil, err
			}
			persons, err := question.Persons(ctx, d.Statement, wayOf(d.Kind))
			if err != nil {
				return nil, fmt.Errorf("indicator %s: %w", d.ID, err)
			}
			periods := map[string]map[subject]metrics.Standing{}
			for _, p := range persons {
				if periods[p.Period] == nil {
					periods[p.Period] = map[subject]metrics.Standing{}
				}
				periods[p.Period][subject{p.Programme, p.Subject}] = metrics.Standing{Counts: true, Numerator: p.Numerator, Denominator: p.Denominator,
					Unknown: p.Unknown, Immature: p.Immature, Said: p.Said}
			}
			all[d.ID][i] = periods
		}
	}
	return all, nil
}

// behind gathers the lives of those who are behind a figure at any of the moments.
func (l *lives) behind(f metrics.Figure, d metrics.Definition, moments [3]store.Moment) map[subject]life {
	found := map[subject]life{}
	for i, periods := range l {
		for s, standing := range periods[periodBehind(d, f.Period, moments[i])] {
			if f.Programme == metrics.All || f.Programme == s.programme {
				life := found[s]
				life[i] = standing
				found[s] = life
			}
		}
	}
	return found
}

// newsFor says of whom something new came in, in the feeds that the indicator asks.
func newsFor(d metrics.Definition, news []store.News) map[subject]metrics.News {
	about := map[subject]metrics.News{}
	for _, n := range news {
		if slices.Contains(d.Needs, n.Feed) {
			s := subject{n.Programme, n.About}.key()
			was := about[s]
			about[s] = metrics.News{Replaced: was.Replaced || n.Replaced == 1, Removed: was.Removed || n.Removed == 1}
		}
	}
	return about
}
