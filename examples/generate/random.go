package main

import (
	"hash/fnv"
	"math/rand/v2"
)

// chance is the seeded source of one noun ("applications", "activities"). Each noun has its own, so that a change in one table
// leaves the other files as they were.
func chance(noun string) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(noun))
	return rand.New(rand.NewPCG(h.Sum64(), 2006))
}

// share is one value and how often it is drawn, against the other shares of its list.
type share struct {
	value  string
	weight int
}

// draw picks one value by weight.
func draw(r *rand.Rand, shares []share) string {
	total := 0
	for _, s := range shares {
		total += s.weight
	}
	n := r.IntN(total)
	for _, s := range shares {
		if n -= s.weight; n < 0 {
			return s.value
		}
	}
	panic("unreachable: weights sum to total")
}

// pick takes one of the values, each as likely.
func pick[T any](r *rand.Rand, from ...T) T { return from[r.IntN(len(from))] }

// one is true once in n times.
func one(r *rand.Rand, n int) bool { return r.IntN(n) == 0 }
