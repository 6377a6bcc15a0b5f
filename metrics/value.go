package metrics

import (
	"slices"
	"strconv"
)

// figure gives the tally of one cell its value, interval, sign and target.
func (d Draft) figure(cell Cell, t Tally, definition Definition) Figure {
	target := Number{}
	if agreed, ok := d.targetOf(cell); ok {
		target = Of(agreed.Value)
	}
	if d.lacks(definition) {
		return Figure{Cell: cell, Kind: definition.Kind, Unit: definition.Unit, Sign: Missing, Target: target}
	}
	f := Figure{
		Cell: cell, Kind: definition.Kind, Unit: definition.Unit, Target: target,
		Numerator: Of(t.Numerator), Denominator: Of(t.Denominator), Unknown: Of(t.Unknown), Immature: Of(t.Immature),
	}
	switch definition.Kind {
	case Count:
		f.Value = Of(t.Numerator)
	case Score:
		mean := MeanOfSums(t.Denominator, t.Numerator, t.Squares)
		f.Value, f.Low, f.High = mean.Value, mean.Low, mean.High
	case Breadth:
		f.Value = EffectiveNumber(t.Categories)
	case Duration:
		f = f.lasting(t.Spells, headlineMonths)
	default:
		if t.Denominator > 0 {
			f.Value = Of(t.Numerator / t.Denominator)
		}
	}
	if definition.Kind == Rate {
		f.Low, f.High = Wilson(t.Numerator, t.Denominator)
	}
	if !f.Value.Given() {
		f.Sign = NotPossible
		if t.Unknown > 0 {
			f.Sign = Missing
		}
	}
	return f
}

// lacks says whether a feed that the indicator needs has never been loaded.
func (d Draft) lacks(definition Definition) bool {
	for _, feed := range definition.Needs {
		if !slices.ContainsFunc(d.Loads, func(l Load) bool { return l.Feed == feed }) {
			return true
		}
	}
	return false
}

// headlineMonths is where on a curve its headline is read: three years after completion, as the evaluations do.
const headlineMonths = 36

// curveMonths are the times at which a curve is told in figures: one, two, three and five years.
var curveMonths = []float64{12, 24, 36, 60}

// lasting reads a curve at a time. The denominator is how many were followed that long, the numerator is absent: the value
// is an estimate over all who were followed at all, and no share of the denominator.
func (f Figure) lasting(spells []Spell, months float64) Figure {
	curve := KaplanMeier(spells)
	f.Numerator, f.Denominator = Number{}, Of(float64(curve.AtRisk(months)))
	f.Value, f.Low, f.High = curve.At(months)
	if !f.Value.Given() {
		f.Sign = NotPossible
	}
	return f
}

// overTime tells the curve at each of its times, as figures broken down by months.
func (f Figure) overTime(spells []Spell) []Figure {
	var figures []Figure
	for _, months := range curveMonths {
		at := f
		at.Breakdown, at.Category = "months", strconv.Itoa(int(months))
		at.Sign, at.Target = NoSign, Number{}
		figures = append(figures, at.lasting(spells, months))
	}
	return figures
}
