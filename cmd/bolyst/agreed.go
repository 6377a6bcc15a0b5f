package main

import "bolyst/metrics"

// agreed is what people have agreed on and said of the figures, in the form that the figures are told with.
func (c *Config) agreed() (targets []metrics.Target, rebases []metrics.RebaseOf, comments []metrics.Comment) {
	for _, t := range c.Targets {
		target := metrics.Target{Indicator: t.Indicator, Programme: t.Programme, Period: t.Period,
			Value: t.Value, Direction: t.Direction, Owner: t.Owner, DecidedOn: t.DecidedOn}
		if t.Baseline != nil {
			target.Baseline = metrics.Baseline{Value: metrics.Of(t.Baseline.Value), Period: t.Baseline.Period}
		}
		targets = append(targets, target)
	}
	for _, r := range c.Rebases {
		rebases = append(rebases, metrics.RebaseOf{Indicator: r.Indicator, Programme: r.Programme, Period: r.Period, Reason: words(r.Reason.Everywhere())})
	}
	for _, s := range c.Comments {
		comments = append(comments, metrics.Comment{Kind: metrics.CommentKind(s.Kind), Indicator: s.Indicator, Programme: s.Programme, Period: s.Period,
			Text: words(s.Text.Everywhere()), Author: s.Author, Date: s.Date})
	}
	return targets, rebases, comments
}
