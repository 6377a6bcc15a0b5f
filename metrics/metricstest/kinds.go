package metricstest

import (
	"fmt"
	"math"

	"bolyst/metrics"
)

// Kinds returns the draft of KOM with a second programme, twice as large and with one in ten fewer of whom a rate says yes, and
// with the kinds of figures that KOM has none of: a mean, a breadth and a curve, each by cohort, and a rate that is broken down
// by gender, and where the trainees grew up.
func Kinds() metrics.Draft {
	d := KOM()
	d.Programmes = append(d.Programmes, metrics.Programme{ID: "salten", Name: "Trainee Salten", Started: 2005})
	rates := map[string]bool{}
	for _, definition := range d.Definitions {
		rates[definition.ID] = definition.Kind == metrics.Rate
	}
	for at, t := range d.Tallies {
		salten := metrics.Tally{Indicator: t.Indicator, Programme: "salten", Period: t.Period,
			Numerator: 2 * t.Numerator, Denominator: 2 * t.Denominator, Unknown: 2 * t.Unknown, Immature: 2 * t.Immature}
		if rates[t.Indicator] {
			salten.Numerator -= math.Floor(salten.Numerator / 10)
		}
		if t.Programme == "kom" {
			d.Tallies = append(d.Tallies, salten)
			continue
		}
		t.Numerator, t.Denominator = t.Numerator+salten.Numerator, t.Denominator+salten.Denominator
		t.Unknown, t.Immature = t.Unknown+salten.Unknown, t.Immature+salten.Immature
		d.Tallies[at] = t
	}
	define := func(id string, kind metrics.Kind, unit, goal, nb, en string) {
		d.Definitions = append(d.Definitions, metrics.Definition{
			ID: id, Version: 1, Kind: kind, Unit: unit, Goal: goal, Direction: "up", Period: "cohort", Total: "pooled", Protected: true,
			Title: metrics.Words{"nb": nb, "en": en}, Meaning: metrics.Words{"nb": nb + ": hvem som teller.", "en": en + ": who counts."},
			Audiences: []string{"board", "centre", "staff"}, Rank: 10 * (len(d.Definitions) + 1),
		})
	}
	define("placement_evaluation", metrics.Score, "placement", "recruit", "Vurdering av modulene", "Evaluation of the placements")
	define("field_breadth", metrics.Breadth, "applicant", "market", "Bredde i fagområder", "Breadth of fields")
	define("retention_curve", metrics.Duration, "trainee", "access", "Blir boende i regionen", "Stay in the region")
	d.Definitions[len(d.Definitions)-1].Short = metrics.Words{"nb": "Blir boende", "en": "Stay"}

	d.Kommuner = []metrics.Kommune{
		{Code: "0301", Name: "Oslo", Centrality: "1"},
		{Code: "1505", Name: "Kristiansund", Centrality: "4", Of: []string{"kom"}},
		{Code: "1573", Name: "Smøla", Centrality: "6", Of: []string{"kom"}},
		{Code: "1804", Name: "Bodø", Centrality: "3", Of: []string{"salten"}},
	}
	for at, programme := range []string{"kom", "salten", metrics.All} {
		scale := float64(at + 1) // 1, 2, and 3 for both together
		add := func(t metrics.Tally) {
			t.Programme = programme
			d.Tallies = append(d.Tallies, t)
		}
		var whole []metrics.Spell
		for i := range 5 {
			period := fmt.Sprint(2006 + i)
			n, mean := 6*scale, 4+scale/10+float64(i)/5 // half of them one above the mean, half of them one below
			add(metrics.Tally{Indicator: "placement_evaluation", Period: period, Denominator: n, Numerator: mean * n, Squares: (mean*mean + 1) * n, Unknown: scale})
			add(metrics.Tally{Indicator: "field_breadth", Period: period, Numerator: 4 * n, Denominator: 4 * n, Categories: []float64{2 * n, n, float64(i+1) * n / 5}})
			var spells []metrics.Spell
			for months := 4 + 4*at; months <= 72-12*i; months += 8 / (at + 1) {
				spells = append(spells, metrics.Spell{Months: float64(months), Left: months%3 == 1})
			}
			whole = append(whole, spells...)
			add(metrics.Tally{Indicator: "retention_curve", Period: period, Denominator: float64(len(spells)), Spells: spells})
		}
		n, mean := 30*scale, 4.4+scale/10 // the mean of the five cohorts, whose means are 0.08 from it in the square
		add(metrics.Tally{Indicator: "placement_evaluation", Period: metrics.All, Denominator: n, Numerator: mean * n, Squares: (mean*mean + 1.08) * n, Unknown: 5 * scale})
		add(metrics.Tally{Indicator: "field_breadth", Period: metrics.All, Numerator: 4 * n, Denominator: 4 * n, Categories: []float64{2 * n, n, 3 * n / 5}})
		add(metrics.Tally{Indicator: "retention_curve", Period: metrics.All, Denominator: float64(len(whole)), Spells: whole})
		for place, n := range map[string]float64{"1505": 12, "0301": 8, "1804": 4, "1573": 3, "9999": 2, "unknown": 1} {
			add(metrics.Tally{Indicator: "trainees_hired", Period: metrics.All, Breakdown: metrics.Origin, Category: place, Numerator: n * scale, Denominator: n * scale})
		}
		for _, gender := range []string{"f", "m"} {
			add(metrics.Tally{Indicator: "qualified_applicant_rate", Period: metrics.All, Breakdown: "gender", Category: gender, Numerator: 226 * scale, Denominator: 320 * scale, Unknown: 55 * scale})
		}
	}
	return d
}
