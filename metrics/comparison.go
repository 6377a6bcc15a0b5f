package metrics

import (
	"cmp"
	"slices"
)

// Comparison says whether groups leave at different speeds, or whether chance alone would part them as much: the log-rank test.
//
// Of a test of few persons the answer tells what became of the last of them. Who is not told single persons is therefore told
// the answer in words, no number, and only where in each group as many as the floor have left, and as many have not.
type Comparison struct {
	Indicator string      `json:"indicator"`
	Breakdown string      `json:"breakdown"` // how the groups are told apart; ByProgramme when each is a programme
	Groups    []string    `json:"groups"`    // programmes or categories
	Note      string      `json:"note"`      // key of the sentence that says it
	Test      LogRankTest `json:"test"`
}

// ByProgramme is the breakdown of a comparison between programmes.
const ByProgramme = "programme"

// The notes of a Comparison.
const (
	LogRankTooFew = "logrank_too_few"
	LogRankChance = "logrank_chance"
	LogRankBeyond = "logrank_beyond"
)

// unlikely is the chance of a difference as large below which it is told as more than chance.
const unlikely = 0.05

// comparisons tests the groups of every curve of the definitions, which are those of the audience.
func (d Draft) comparisons(audience Audience) []Comparison {
	var found []Comparison
	for _, definition := range d.Definitions {
		if definition.Kind != Duration || definition.Detail == "staff" && audience.Floor > 1 {
			continue
		}
		for _, breakdown := range append([]string{ByProgramme}, definition.Breakdowns...) {
			if c, ok := d.comparison(definition.ID, breakdown, audience.Floor); ok {
				found = append(found, c)
			}
		}
	}
	return found
}

// comparison tests the groups of one breakdown. Those of whom it is not known where they belong are no group.
func (d Draft) comparison(indicator, breakdown string, floor int) (Comparison, bool) {
	var groups []spelled
	for _, t := range d.Tallies {
		cell := Cell{Programme: t.Programme, Breakdown: t.Breakdown, Category: t.Category}
		isGroup := t.Programme == All && t.Breakdown == breakdown && t.Category != "unknown"
		if breakdown == ByProgramme {
			isGroup = t.Programme != All && t.Breakdown == ""
			cell.Category = t.Programme
		}
		if isGroup && t.Indicator == indicator && t.Period == All && t.Region == "" && len(t.Spells) > 0 {
			groups = append(groups, spelled{cell, t.Spells})
		}
	}
	if len(groups) < 2 {
		return Comparison{}, false
	}
	slices.SortFunc(groups, func(a, b spelled) int { return cmp.Compare(a.Category, b.Category) })
	c := Comparison{Indicator: indicator, Breakdown: breakdown}
	var spells [][]Spell
	isFew := false
	for _, g := range groups {
		left := 0
		for _, s := range g.spells {
			if s.Left {
				left++
			}
		}
		isFew = isFew || left < floor || len(g.spells)-left < floor
		c.Groups, spells = append(c.Groups, g.Category), append(spells, g.spells)
	}
	test := LogRank(spells)
	p, given := test.P.Get()
	switch {
	case !given, floor > 1 && isFew:
		c.Note = LogRankTooFew
	case p < unlikely:
		c.Note = LogRankBeyond
	default:
		c.Note = LogRankChance
	}
	if floor <= 1 {
		c.Test = test
	}
	return c, true
}
