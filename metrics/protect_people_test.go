package metrics_test

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"bolyst/metrics"
)

// person is one of those who count, as the queries see them.
type person struct {
	programme, period string
	categories        [4]string // of the breakdowns; "" when the table has no such breakdown
	outcome           bool
}

var breakdowns = [4]string{"gender", "field", "education", "channel"}

// cells lists every figure that the person counts in.
func (p person) cells() (cells []metrics.Cell) {
	for _, programme := range []string{metrics.All, p.programme} {
		for _, period := range []string{metrics.All, p.period} {
			c := metrics.Cell{Indicator: "rate", Version: 1, Programme: programme, Period: period}
			cells = append(cells, c)
			for i, category := range p.categories {
				if category != "" {
					c.Breakdown, c.Category = breakdowns[i], category
					cells = append(cells, c)
				}
			}
		}
	}
	return cells
}

// counted makes the draft of one protected rate from the persons, with every total that the queries count.
func counted(people []person) metrics.Draft {
	d := metrics.Draft{Definitions: []metrics.Definition{{ID: "rate", Version: 1, Kind: metrics.Rate, Unit: "trainee",
		Total: "pooled", Protected: true, Audiences: []string{"board"}}}}
	cells := map[metrics.Cell]metrics.Tally{}
	for _, p := range people {
		for _, c := range p.cells() {
			t := cells[c]
			t.Denominator++
			if p.outcome {
				t.Numerator++
			}
			cells[c] = t
		}
		if !slices.ContainsFunc(d.Programmes, func(known metrics.Programme) bool { return known.ID == p.programme }) {
			d.Programmes = append(d.Programmes, metrics.Programme{ID: p.programme})
		}
	}
	for c, t := range cells {
		t.Indicator, t.Programme, t.Period, t.Breakdown, t.Category = c.Indicator, c.Programme, c.Period, c.Breakdown, c.Category
		d.Tallies = append(d.Tallies, t)
	}
	return d
}

// crowd makes people at random: 1–4 programmes, 1–6 periods, 0–2 breakdowns of 2–4 categories, and few in each.
func crowd(r *rand.Rand) []person {
	programmes, periods, most := 1+r.IntN(4), 1+r.IntN(6), 1+r.IntN(12)
	var categories [4]int
	for i := range r.IntN(3) {
		categories[i] = 2 + r.IntN(3)
	}
	return gather(r, programmes, periods, 0, most, categories, r.Float64())
}

// gather makes least to most people of every programme and period.
func gather(r *rand.Rand, programmes, periods, least, most int, categories [4]int, likely float64) (people []person) {
	for programme := range programmes {
		for period := range periods {
			for range least + r.IntN(most-least+1) {
				p := person{programme: fmt.Sprintf("p%d", programme), period: fmt.Sprint(2006 + period), outcome: r.Float64() < likely}
				for i, n := range categories {
					if n > 0 {
						p.categories[i] = fmt.Sprintf("c%d", r.IntN(n))
					}
				}
				people = append(people, p)
			}
		}
	}
	return people
}
