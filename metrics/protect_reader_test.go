package metrics_test

import (
	"bolyst/metrics"
	"bolyst/metrics/metricstest"
)

type (
	reader   = metricstest.Reader
	equation = metricstest.Equation
	term     = metricstest.Term
)

// read makes the reader of a table. The second table holds the truth, for the denominators and for what to look for.
func read(table, truth metrics.Table) (r *reader, cells []metrics.Cell) {
	r = &reader{}
	numbers := map[metrics.Cell]metrics.Figure{}
	for _, f := range truth.Figures {
		numbers[f.Cell] = f
	}
	for _, f := range table.Figures {
		k, n := int(numbers[f.Cell].Numerator.Float()), int(numbers[f.Cell].Denominator.Float())
		cells, r.Truth = append(cells, f.Cell), append(r.Truth, k)
		if f.Numerator.Given() {
			k := int(f.Numerator.Float())
			r.Low, r.High = append(r.Low, k), append(r.High, k)
		} else {
			r.Low, r.High = append(r.Low, 0), append(r.High, n)
		}
	}
	r.Add(sumsOf(cells))
	return r, cells
}

// sumsOf writes down what adds up to what, by the names alone.
func sumsOf(cells []metrics.Cell) (equations []equation) {
	at := map[metrics.Cell]int{}
	for i, cell := range cells {
		at[cell] = i
	}
	type name struct {
		whole int
		parts string
	}
	sums := map[name]int{}
	add := func(parts string, part int, whole metrics.Cell) {
		i, ok := at[whole]
		if !ok {
			return
		}
		if _, ok := sums[name{i, parts}]; !ok {
			sums[name{i, parts}] = len(equations)
			equations = append(equations, equation{{Unknown: i, Sign: -1}})
		}
		e := sums[name{i, parts}]
		equations[e] = append(equations[e], term{Unknown: part, Sign: 1})
	}
	for i, c := range cells {
		if c.Programme != metrics.All {
			add("programmes", i, renamed(c, metrics.All, c.Period))
		}
		if c.Period != metrics.All {
			add("periods", i, renamed(c, c.Programme, metrics.All))
		}
		if c.Breakdown != "" {
			whole := c
			whole.Breakdown, whole.Category = "", ""
			add(c.Breakdown, i, whole)
		}
	}
	return equations
}

func renamed(c metrics.Cell, programme, period string) metrics.Cell {
	c.Programme, c.Period = programme, period
	return c
}
