package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"bolyst/internal/store"
	"bolyst/metrics"
)

// outcomes are the types that the outcome may have, by the kind of the indicator.
var outcomes = map[metrics.Kind][]string{
	metrics.Count: {"BOOLEAN"}, metrics.Rate: {"BOOLEAN"}, metrics.Share: {"BOOLEAN"},
	metrics.Ratio: store.Numbers, metrics.Score: store.Numbers, metrics.Duration: store.Numbers,
	metrics.Breadth: {"VARCHAR"},
}

// weighed are the kinds of which the rows may weigh differently. Of the others each row is a person or a thing, and counts as one.
var weighed = []metrics.Kind{metrics.Count, metrics.Share, metrics.Ratio, metrics.Duration}

// engineSaid is repeated in full: it is not what stands in the file.
type engineSaid string

// tryOwn asks the statement of each own indicator once, of nobody, and notes what is wrong with it.
func (c *Config) tryOwn(ctx context.Context) (err error) {
	if len(c.own) == 0 {
		return nil
	}
	trial, err := store.NewTrial(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, trial.Close()) }()
	for _, o := range c.own {
		outcome, ok := outcomes[o.definition.Kind]
		if !ok {
			continue // and that is noted
		}
		found, err := trial.Try(ctx, o.definition.Statement, store.Columns(outcome, slices.Contains(weighed, o.definition.Kind)))
		if err != nil {
			return err
		}
		for _, f := range found {
			m := Mistake{Code: "config.lint." + f.Rule, Args: f.Args, Allowed: f.Allowed}
			if len(f.Args) > 0 && len(f.Allowed) > 0 {
				word, _ := f.Args[0].(string)
				m.Suggestion = closest(word, f.Allowed)
			}
			switch f.Rule {
			case "engine":
				m.Args = []any{engineSaid(fmt.Sprint(f.Args...))}
			case "weight":
				m.Args = []any{string(o.definition.Kind)}
			}
			o.wrongAt(place{f.Line, 1}, "$", m)
		}
	}
	return nil
}

// ownMistakes are the mistakes in the own indicators, file by file.
func (c *Config) ownMistakes() []Mistake {
	var all []Mistake
	for _, o := range c.own {
		sortMistakes(o.mistakes)
		all = append(all, o.mistakes...)
	}
	return all
}

// indicators are those that come with the program and the programmes' own, by rank, each with the programmes that it counts.
func (c *Config) indicators(builtIn []metrics.Definition) []metrics.Definition {
	all := slices.Clone(builtIn)
	for _, o := range c.own {
		all = append(all, o.definition)
	}
	slices.SortFunc(all, byRank)
	var programmes []string
	for _, p := range c.Programmes {
		programmes = append(programmes, p.ID)
	}
	return metrics.Assign(all, programmes)
}
