package dashboards

import (
	"cmp"
	"slices"
	"strconv"

	"bolyst/metrics"
)

// months is the breakdown in which a curve is told: its categories are so many months after completion.
const months = "months"

// byMonths is the order of the points on a curve, which is not that of their names: 6 months come before 12.
func byMonths(figures []metrics.Figure) []metrics.Figure {
	slices.SortStableFunc(figures, func(a, b metrics.Figure) int { return cmp.Compare(monthsOf(a), monthsOf(b)) })
	return figures
}

// monthsOf is how many months after completion the figure is about; 0 where its category is no number.
func monthsOf(f metrics.Figure) int {
	n, err := strconv.Atoi(f.Category)
	if err != nil {
		return 0
	}
	return n
}

// spaced fills in the years that the curve is not told at, so that the points lie as far apart as they are in time.
func spaced(points []metrics.Figure) []metrics.Figure {
	var all []metrics.Figure
	for _, f := range points {
		for len(all) > 0 && monthsOf(f)-monthsOf(all[len(all)-1]) > 12 {
			between := metrics.Figure{Cell: f.Cell, Kind: f.Kind, Unit: f.Unit}
			between.Category = strconv.Itoa(monthsOf(all[len(all)-1]) + 12)
			all = append(all, between)
		}
		all = append(all, f)
	}
	return all
}
