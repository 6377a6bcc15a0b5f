package main

import (
	"fmt"
	"regexp"
	"time"
)

// Target is a value that somebody has decided to reach.
type Target struct {
	Indicator string    `key:"indicator,required"`
	Programme string    `key:"programme,required"` // an id, or all
	Period    string    `key:"period"`             // a year, all for the total, or each for every year
	Value     float64   `key:"value,required"`
	Direction string    `key:"direction"` // up or down, where the indicator itself does not say what is better
	Baseline  *Baseline `key:"baseline"`
	Owner     string    `key:"owner,required"`
	DecidedOn time.Time `key:"decided_on,required"`
}

// Baseline is where a target sets out from.
type Baseline struct {
	Value  float64 `key:"value,required"`
	Period string  `key:"period,required"` // a year, or all
}

// Rebase says that an indicator of a programme is another process from that year on, and why: what is ordinary for it is then
// worked out anew.
type Rebase struct {
	Indicator string `key:"indicator,required"`
	Programme string `key:"programme,required"` // an id, or all
	Period    string `key:"period,required"`    // a year
	Reason    Prose  `key:"reason,required"`
}

// eachYear is the period of a target that holds for every year by itself.
const eachYear = "each"

// aYear is a period of one year.
var aYear = regexp.MustCompile(`^(19|20)\d\d$`)

// checkTargets checks that each target is about something that exists, once.
func (c *Config) checkTargets(found *findings, indicators []string) {
	seen := map[string]int{}
	for i, target := range c.Targets {
		at := item("$.targets", i)
		found.oneOf(at+".indicator", target.Indicator, "config.unknown.indicator", indicators)
		c.checkProgrammeID(found, at+".programme", target.Programme, everyone)
		if target.Period != everyone && target.Period != eachYear && !aYear.MatchString(target.Period) {
			found.wrong(at+".period", Mistake{Code: "config.target.period", Args: []any{target.Period}})
		}
		if target.Value < 0 {
			found.wrong(at+".value", Mistake{Code: "config.number.least", Args: []any{target.Value, 0}})
		}
		found.oneOf(at+".direction", target.Direction, "config.unknown.direction", []string{"up", "down"})
		checkDay(found, at+".decided_on", target.DecidedOn)
		if target.Baseline != nil {
			target.Baseline.check(found, at+".baseline", target.Period)
		}
		about := fmt.Sprint(target.Indicator, " ", target.Programme, " ", target.Period)
		if earlier, twice := seen[about]; twice {
			line := found.places.at(item("$.targets", earlier)).line
			found.wrong(at, Mistake{Code: "config.target.twice", Args: []any{line, target.Indicator, target.Programme, target.Period}})
			continue
		}
		seen[about] = i
	}
}

// check checks that the target sets out from somewhere, and before it ends.
func (b Baseline) check(found *findings, at, until string) {
	switch {
	case b.Period == "": // missing, and noted
	case b.Period != everyone && !aYear.MatchString(b.Period):
		found.wrong(at+".period", Mistake{Code: "config.baseline.period", Args: []any{b.Period}})
	case b.Period != everyone && aYear.MatchString(until) && b.Period >= until:
		found.wrong(at+".period", Mistake{Code: "config.baseline.late", Args: []any{b.Period, until}})
	}
	if b.Value < 0 {
		found.wrong(at+".value", Mistake{Code: "config.number.least", Args: []any{b.Value, 0}})
	}
}

// checkRebases checks that each is about something that exists, once, and says why.
func (c *Config) checkRebases(found *findings, indicators []string) {
	seen := map[string]int{}
	for i, r := range c.Rebases {
		at := item("$.rebase", i)
		found.oneOf(at+".indicator", r.Indicator, "config.unknown.indicator", indicators)
		c.checkProgrammeID(found, at+".programme", r.Programme, everyone)
		if r.Period != "" && !aYear.MatchString(r.Period) {
			found.wrong(at+".period", Mistake{Code: "config.rebase.period", Args: []any{r.Period}})
		}
		c.checkProse(found, at+".reason", r.Reason)
		about := fmt.Sprint(r.Indicator, " ", r.Programme, " ", r.Period)
		if earlier, twice := seen[about]; twice {
			line := found.places.at(item("$.rebase", earlier)).line
			found.wrong(at, Mistake{Code: "config.rebase.twice", Args: []any{line, r.Indicator, r.Programme, r.Period}})
			continue
		}
		seen[about] = i
	}
}
