package main

import (
	"slices"

	"bolyst/metrics"
)

// Key names the key indicators: those of the configuration or, where it names none, who applies, what becomes of the trainees,
// who stays, and who pays.
func (e Editions) Key() []string {
	if len(e.KeyIndicators) > 0 {
		return e.KeyIndicators
	}
	return []string{"qualified_applicant_rate", "trainees_hired", "job_offer_rate", "member_hire_rate", "regional_retention_now",
		"regional_retention_3y", "member_companies"}
}

// checkKeyIndicators checks that the key indicators exist, once, and that they are few.
func (c *Config) checkKeyIndicators(found *findings, indicators []string) {
	named := c.Editions.KeyIndicators
	if n := len(named); n > metrics.MostKeyIndicators {
		found.wrong("$.editions.key_indicators", Mistake{Code: "config.list.most", Args: []any{n, metrics.MostKeyIndicators}})
		return
	}
	for i, id := range named {
		at := item("$.editions.key_indicators", i)
		found.oneOf(at, id, "config.unknown.indicator", indicators)
		if slices.Contains(named[:i], id) {
			found.wrong(at, Mistake{Code: "config.list.twice", Args: []any{id}})
		}
	}
}
