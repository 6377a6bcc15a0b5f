package main

import (
	"math"
	"testing"
)

// The plan alone, before anyone is drawn: the sums that the published percentages are read as.
func TestPlanRoundsToThePublishedPercentages(t *testing.T) {
	for _, c := range []struct {
		figure        string
		of            func(programme) (k, n int)
		k, n, rounded int
	}{
		{"offered", func(p programme) (int, int) { return p.offered, p.completed() }, 197, 240, 82},
		{"live in the region now", func(p programme) (int, int) { return p.count(0) }, 155, 231, 67},
		{"after two years", func(p programme) (int, int) { return p.count(2) }, 77, 125, 62},
		{"after three years", func(p programme) (int, int) { return p.count(3) }, 47, 80, 59},
		{"mattered", func(p programme) (int, int) { return p.mattered, p.answered }, 80, 120, 67},
	} {
		k, n := 0, 0
		for _, p := range nine() {
			ki, ni := c.of(p)
			k, n = k+ki, n+ni
		}
		if got := int(math.Round(100 * float64(k) / float64(n))); k != c.k || n != c.n || got != c.rounded {
			t.Errorf("%s: got %d of %d = %d %%, want %d of %d = %d %%", c.figure, k, n, got, c.k, c.n, c.rounded)
		}
	}
}
