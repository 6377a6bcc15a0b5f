package main

import (
	"slices"

	"bolyst/metrics"
)

// TargetMistakes are targets that their indicator can never reach: 70 for a share, where 70 percent is 0.70.
func (c *Config) TargetMistakes(definitions []metrics.Definition) []Mistake {
	found := &findings{file: c.file, places: c.places}
	for i, target := range c.Targets {
		for _, d := range definitions {
			share := d.Kind == metrics.Rate || d.Kind == metrics.Share
			if d.ID == target.Indicator && share && target.Value > 1 {
				found.wrong(item("$.targets", i)+".value", Mistake{Code: "config.target.share", Args: []any{target.Value, d.ID}})
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
