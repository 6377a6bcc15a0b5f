package metrics_test

import (
	"math/rand/v2"
	"testing"

	"bolyst/metrics"
)

// TestNoPlaceCanBeWorkedOut lets a reader loose on where people live beside the rate of those who live and work in the region. It
// knows how many live in the region, where that is not all that is hidden, and that whoever lives outside has not the outcome.
func TestNoPlaceCanBeWorkedOut(t *testing.T) {
	var told, hiddenRates int
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 7))
		lives := map[string]float64{}
		var inside, beyond, working, unsaid float64
		alike := r.IntN(6) // in some, all who live in the region work there, and in some none of them
		for _, place := range []string{"A", "B", "C", "X", "Y", "Z"} {
			n := float64(r.IntN(4))
			if r.IntN(2) == 0 {
				n = float64(r.IntN(12))
			}
			if lives[place] = n; n == 0 {
				delete(lives, place)
			}
			if place > "C" {
				beyond += n
				continue
			}
			inside += n
			for range int(n) {
				switch chance := r.IntN(8); {
				case alike == 0, alike > 1 && chance > 1:
					working++
				case alike > 1 && chance == 0:
					unsaid++
				}
			}
		}
		n := inside + beyond - unsaid
		table := living([2]float64{working, n}, lives).For(board)
		rate := table.Total("lives")
		reader := &reader{}
		unknown := func(truth, low, high float64) int {
			reader.Truth, reader.Low, reader.High = append(reader.Truth, int(truth)), append(reader.Low, int(low)), append(reader.High, int(high))
			return len(reader.Truth) - 1
		}
		shown := map[string]float64{}
		for _, f := range table.Figures {
			if k, ok := f.Numerator.Get(); ok && f.IsPlace() && f.Programme == metrics.All {
				shown[f.Category] = k
			}
		}
		var all, in, out, othersIn, othersOut equation
		var secrets []int
		for _, place := range []string{"A", "B", "C", "X", "Y", "Z"} {
			u := unknown(lives[place], 0, inside+beyond)
			at, others := &in, &othersIn
			if place > "C" {
				at, others = &out, &othersOut
			}
			all, *at = append(all, term{Unknown: u, Sign: 1}), append(*at, term{Unknown: u, Sign: 1})
			switch k, ok := shown[place]; {
			case ok:
				told++
				reader.Low[u], reader.High[u] = int(k), int(k)
			default:
				*others = append(*others, term{Unknown: u, Sign: 1})
				if n := lives[place]; 0 < n && n < float64(board.Floor) {
					secrets = append(secrets, u)
				}
			}
		}
		is := func(e equation, k float64) {
			reader.Add([]equation{append(e, term{Unknown: unknown(k, k, k), Sign: -1})})
		}
		is(all, inside+beyond)
		if k, ok := shown[metrics.PlacesInside]; ok {
			is(othersIn, k)
		}
		if k, ok := shown[metrics.PlacesOutside]; ok {
			is(othersOut, k)
		}
		k := unknown(working, 0, n)
		if rate.Numerator.Given() {
			reader.Low[k], reader.High[k] = int(working), int(working)
			is(append(equation{}, in...), inside)
		} else if n > 0 {
			secrets = append(secrets, k)
			hiddenRates++
		}
		rest := unknown(inside-working, 0, 100)
		reader.Add([]equation{append(in, term{Unknown: k, Sign: -1}, term{Unknown: rest, Sign: -1})})
		without := unknown(n-working-beyond, 0, 100)
		is(append(out, term{Unknown: k, Sign: 1}, term{Unknown: without, Sign: 1}), n)
		for _, u := range secrets {
			if !reader.Another(u, make([]bool, len(reader.Truth))) {
				t.Fatalf("seed %d: of %v, %v of %v (hidden: %v): %s: unknown %d can only be %d", seed, lives, working, n, !rate.Numerator.Given(), places(table), u, reader.Truth[u])
			}
		}
	}
	if told < 1000 || hiddenRates < 300 {
		t.Errorf("told apart: %d places, hidden: %d rates", told, hiddenRates)
	}
}
