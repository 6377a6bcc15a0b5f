package main

import (
	"slices"

	"bolyst/metrics"
)

// TargetMistakes are targets that their indicator can never reach, such as 70 for a share, where 70 percent is 0.70, those
// that want another way than the indicator says is better, and those of a programme that the indicator does not count.
func (c *Config) TargetMistakes(definitions []metrics.Definition) []Mistake {
	found := &findings{file: c.file, places: c.places}
	for i, target := range c.Targets {
		at := item("$.targets", i)
		counts := slices.ContainsFunc(definitions, func(d metrics.Definition) bool {
			return d.ID == target.Indicator && (target.Programme == everyone || d.Counts(target.Programme))
		})
		if !counts {
			found.wrong(at+".indicator", Mistake{Code: "config.target.not_counted", Args: []any{target.Indicator, target.Programme}})
		}
		for _, d := range definitions {
			if d.ID != target.Indicator {
				continue
			}
			share := d.Kind == metrics.Rate || d.Kind == metrics.Share || d.Kind == metrics.Duration
			if share && target.Value > 1 {
				found.wrong(at+".value", Mistake{Code: "config.target.share", Args: []any{target.Value, d.ID}})
			}
			if share && target.Baseline != nil && target.Baseline.Value > 1 {
				found.wrong(at+".baseline.value", Mistake{Code: "config.target.share", Args: []any{target.Baseline.Value, d.ID}})
			}
			if target.Direction != "" && d.Direction != "none" && target.Direction != d.Direction {
				found.wrong(at+".direction", Mistake{Code: "config.target.direction", Args: []any{target.Direction, d.ID, d.Direction}})
			}
		}
	}
	sortMistakes(found.mistakes)
	return found.mistakes
}

// GoalWarnings are indicators whose goal the configuration does not have, by their order. A configuration without goals
// wants none.
func (c *Config) GoalWarnings(definitions []metrics.Definition) []Mistake {
	found := &findings{file: c.file, places: c.places}
	for _, d := range definitions {
		known := slices.ContainsFunc(c.Goals, func(g Goal) bool { return g.ID == d.Goal })
		if len(c.Goals) > 0 && d.Goal != "" && !known {
			found.wrongAt(found.places.at("$.goals"), "$.goals", Mistake{Code: "config.warning.goal", Args: []any{d.ID, d.Goal}})
		}
	}
	return found.mistakes
}
