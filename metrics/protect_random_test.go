package metrics_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bolyst/metrics"
)

// TestNoHiddenNumberOfTenThousandTablesCanBeSolved lets a reader loose on tables of everything that can happen to a few people.
// Every hidden number must have two possible values at least, whatever the reader solves. Without CI=true there are a tenth
// of them, so that the quick tests stay quick.
func TestNoHiddenNumberOfTenThousandTablesCanBeSolved(t *testing.T) {
	const shares = 8
	tables := 1_000
	if os.Getenv("CI") == "true" {
		tables = 10_000
	}
	for share := range uint64(shares) {
		t.Run(fmt.Sprint(share), func(t *testing.T) {
			t.Parallel()
			hidden := 0
			for seed := range uint64(tables / shares) {
				d := counted(crowd(rand.New(rand.NewPCG(share, seed))))
				table := d.For(board)
				r, cells := read(table, d.For(staff))
				possible := make([]bool, len(cells)) // another value is
				for i, cell := range cells {
					if table.Figures[i].Numerator.Given() {
						continue
					}
					hidden++
					if !possible[i] && !r.Another(i, possible) {
						t.Fatalf("seed %d: %v is %d of %d, and can be worked out", seed, cell, r.Truth[i], r.High[i])
					}
				}
			}
			if hidden < 3*tables {
				t.Errorf("only %d numbers were hidden: the tables are too easy", hidden)
			}
		})
	}
}

// TestHiddenPartsTogetherCouldBeShown checks the other promise: whatever is left of a total that is shown, once the parts that
// are shown are taken away, is as large and as mixed as a figure must be.
func TestHiddenPartsTogetherCouldBeShown(t *testing.T) {
	for seed := range uint64(2000) {
		d := counted(crowd(rand.New(rand.NewPCG(14, seed))))
		table, truth := d.For(board), d.For(staff)
		_, cells := read(table, truth)
		for _, e := range sumsOf(cells) {
			k, n, hidden := 0, 0, 0
			for _, t := range e {
				if f := table.Figures[t.Unknown]; f.Numerator.Given() {
					k, n = k-t.Sign*int(f.Numerator.Float()), n-t.Sign*int(f.Denominator.Float())
				} else if t.Sign > 0 {
					hidden++
				}
			}
			if whole := table.Figures[e[0].Unknown]; whole.Numerator.Given() && hidden > 0 && (n < board.Floor || k <= 0 || k >= n) {
				t.Fatalf("seed %d: %v: what is hidden of it is %d of %d", seed, whole.Cell, k, n)
			}
		}
	}
}

func TestSameCountsHideTheSame(t *testing.T) {
	d := counted(gather(rand.New(rand.NewPCG(1, 1)), 4, 6, 2, 10, [4]int{2, 3}, 0.7))
	first := d.For(board)
	for range 5 {
		rand.Shuffle(len(d.Tallies), func(i, j int) { d.Tallies[i], d.Tallies[j] = d.Tallies[j], d.Tallies[i] })
		if diff := cmp.Diff(first.Figures, d.For(board).Figures, cmp.AllowUnexported(metrics.Number{})); diff != "" {
			t.Fatal(diff)
		}
	}
}

// BenchmarkProtect makes the board's table of nine programmes × 18 cohorts × four breakdowns of six categories, 4 750 figures,
// with some seven, forty and 300 people in a cohort.
func BenchmarkProtect(b *testing.B) {
	for _, people := range []int{7, 40, 300} {
		d := counted(gather(rand.New(rand.NewPCG(1, 1)), 9, 18, people/2, people*3/2, [4]int{6, 6, 6, 6}, 0.75))
		b.Run(fmt.Sprint(people), func(b *testing.B) {
			for b.Loop() {
				d.For(board)
			}
		})
	}
}
