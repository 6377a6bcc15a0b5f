package metrics

import (
	"slices"
	"strconv"
)

// ToldCurve is a curve as one audience may be told it.
//
// A curve steps down where somebody leaves, so that its steps are the dates of single persons. Who holds the rows already is
// told every step, and the median, which is one of these dates, and the restricted mean, from which one can be worked out.
// Everybody else is told the curve at fixed times, each where enough are still followed: the figures of the breakdown months.
type ToldCurve struct {
	Indicator      string       `json:"indicator"`
	Programme      string       `json:"programme"`
	Whole          bool         `json:"whole"` // every step is told
	Points         []CurvePoint `json:"points"`
	Median         Estimate     `json:"median"`          // months after which half have left; only of a whole curve
	RestrictedMean Estimate     `json:"restricted_mean"` // months in the region of the first 36; only of a whole curve
}

// CurvePoint is one time on a curve.
type CurvePoint struct {
	Months   float64 `json:"months"`
	AtRisk   Number  `json:"at_risk"` // followed until just before
	Left     Number  `json:"left"`    // at this very time; absent where only fixed times are told
	Censored Number  `json:"censored"`
	Share    Number  `json:"share"` // 0 to 1, estimated to be still there
	Low      Number  `json:"low"`
	High     Number  `json:"high"`
}

// spelled is what a curve is made from: the spells of one cell.
type spelled struct {
	Cell
	spells []Spell
}

// spellsFor keeps what curves are made from, for who holds the rows already.
func (d Draft) spellsFor(audience Audience) []spelled {
	if audience.Floor > 1 {
		return nil
	}
	var kept []spelled
	for _, t := range d.Tallies {
		if len(t.Spells) > 0 && t.Period == All {
			cell := Cell{Indicator: t.Indicator, Programme: t.Programme, Period: All, Breakdown: t.Breakdown, Category: t.Category, Region: t.Region}
			kept = append(kept, spelled{cell, t.Spells})
		}
	}
	return kept
}

// Curve returns the curve of one programme (or All) over all periods. Where nothing may be told of it, ok is false.
func (t Table) Curve(indicator, programme string) (curve ToldCurve, ok bool) {
	curve = ToldCurve{Indicator: indicator, Programme: programme}
	if t.Definition(indicator).Kind != Duration {
		return curve, false
	}
	for _, s := range t.spells {
		if s.Indicator == indicator && s.Programme == programme && s.IsPlain() {
			curve.step(KaplanMeier(s.spells))
			return curve, true
		}
	}
	for _, f := range t.Figures {
		isPoint := f.Indicator == indicator && f.Programme == programme && f.Breakdown == monthsBreakdown && f.Period == All && f.Region == ""
		months, err := strconv.ParseFloat(f.Category, 64)
		if isPoint && err == nil && f.Value.Given() {
			curve.Points = append(curve.Points, CurvePoint{Months: months, AtRisk: f.Denominator, Share: f.Value, Low: f.Low, High: f.High})
		}
	}
	slices.SortFunc(curve.Points, func(a, b CurvePoint) int { return int(a.Months - b.Months) })
	return curve, len(curve.Points) > 0
}

// step tells every step of the curve.
func (c *ToldCurve) step(whole Curve) {
	c.Whole, c.Median, c.RestrictedMean = true, whole.Median(), whole.RestrictedMean(headlineMonths)
	for _, s := range whole.Steps {
		c.Points = append(c.Points, CurvePoint{Months: s.Months, AtRisk: Of(float64(s.AtRisk)), Left: Of(float64(s.Left)),
			Censored: Of(float64(s.Censored)), Share: Of(s.Survival), Low: s.Low, High: s.High})
	}
}
