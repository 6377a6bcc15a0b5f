package metrics

import (
	"slices"
	"time"
)

// Target is what was agreed for an indicator, by whom and when.
type Target struct {
	Indicator, Programme string
	Period               string // a year, All for the total, or Each
	Value                float64
	Direction            string   // up or down, where the indicator itself does not say what is better; may be ""
	Baseline             Baseline // where it sets out from; may be absent
	Owner                string
	DecidedOn            time.Time
}

// Each is the period of a target that holds for every period by itself.
const Each = "each"

// Baseline is the value that a target sets out from, and its period.
type Baseline struct {
	Value  Number `json:"value"`
	Period string `json:"period"`
}

// RebaseOf is a rebase of the process of one indicator and programme, with its reason in every language.
type RebaseOf struct {
	Indicator, Programme, Period string
	Reason                       Words
}

// targetsFor are the targets as the audience is told them.
func (t Table) targetsFor() []Target {
	if t.Audience.Name != Public {
		return t.Targets
	}
	targets := slices.Clone(t.Targets)
	for i := range targets {
		targets[i].Owner = ""
	}
	return targets
}

// targetOf returns the target agreed for the cell: one for its own period, or else one that holds for each period.
func (d Draft) targetOf(cell Cell) (Target, bool) {
	if !cell.IsPlain() {
		return Target{}, false
	}
	target, ok := d.targetFor(cell, cell.Period)
	if !ok && cell.Period != All && !cell.IsPool() {
		target, ok = d.targetFor(cell, Each)
	}
	return target, ok
}

// targetFor returns the target of the indicator and programme of the cell that was agreed for the period.
func (d Draft) targetFor(cell Cell, period string) (Target, bool) {
	for _, target := range d.Targets {
		if target.Indicator == cell.Indicator && d.only(target.Indicator, target.Programme) == d.only(cell.Indicator, cell.Programme) && target.Period == period {
			return target, true
		}
	}
	return Target{}, false
}
