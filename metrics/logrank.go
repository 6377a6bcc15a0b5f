package metrics

import (
	"cmp"
	"slices"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat/distuv"
)

// LogRankTest says whether groups leave at different speeds, or whether chance alone would part them as much.
type LogRankTest struct {
	Groups     []LogRankGroup `json:"groups"` // in the order in which they were given
	ChiSquared Number         `json:"chi_squared"`
	Degrees    int            `json:"degrees"` // of freedom: the groups that could be compared, less one
	P          Number         `json:"p"`       // chance, 0 to 1, of a difference as large if the groups were alike
}

// LogRankGroup is what one group did, and what it would have done had it been like the others.
type LogRankGroup struct {
	Persons  int     `json:"persons"`
	Left     int     `json:"left"`
	Expected float64 `json:"expected"` // persons who would have left
}

// LogRank compares groups of one spell per person. ChiSquared and P are absent when there is nothing to compare: fewer than
// two groups in which somebody was still followed when somebody left, or all leaving at once. A spell that cannot be is left
// out, as in KaplanMeier. With few who leave P is only roughly right; it is never a proof that groups are alike.
//
// At each time at which d of n leave, a group of m at risk is expected to lose d·m/n, with the variance of drawing without
// replacement; ChiSquared is (O − E)ᵀ V⁻¹ (O − E) with one group left out; Mantel (1966), Cancer Chemother. Rep. 50:
// 163–170, and Peto and Peto (1972), J. R. Stat. Soc. A 135: 185–207. R's survdiff gives the same.
func LogRank(groups [][]Spell) LogRankTest {
	test := LogRankTest{Groups: make([]LogRankGroup, len(groups))}
	sorted := make([][]Spell, len(groups))
	var times []float64
	for g, spells := range groups {
		sorted[g] = possibleSpells(spells)
		test.Groups[g].Persons = len(sorted[g])
		for _, s := range sorted[g] {
			if s.Left {
				test.Groups[g].Left++
				times = append(times, s.Months)
			}
		}
	}
	slices.Sort(times)
	variance := mat.NewSymDense(max(1, len(groups)), nil)
	for _, time := range slices.Compact(times) {
		test.add(time, sorted, variance)
	}
	test.compare(variance)
	return test
}

// add counts one time of leaving into what was expected and its variance.
func (t *LogRankTest) add(time float64, sorted [][]Spell, variance *mat.SymDense) {
	atRisk := make([]float64, len(sorted))
	n, d := 0.0, 0.0
	for g, spells := range sorted {
		first, _ := slices.BinarySearchFunc(spells, time, func(s Spell, time float64) int { return cmp.Compare(s.Months, time) })
		atRisk[g] = float64(len(spells) - first)
		n += atRisk[g]
		for _, s := range spells[first:] {
			if s.Months > time {
				break
			}
			if s.Left {
				d++
			}
		}
	}
	for g := range sorted {
		t.Groups[g].Expected += d * atRisk[g] / n
		if n == 1 {
			continue // one alone is drawn for certain
		}
		share := d * (n - d) / (n - 1) * atRisk[g] / n
		for h := g; h < len(sorted); h++ {
			v := -share * atRisk[h] / n
			if h == g {
				v += share
			}
			variance.SetSym(g, h, variance.At(g, h)+v)
		}
	}
}

// compare makes the test from what was counted. Groups of whom nobody was expected to leave say nothing.
func (t *LogRankTest) compare(variance *mat.SymDense) {
	var counting []int
	for g, group := range t.Groups {
		if group.Expected > 0 {
			counting = append(counting, g)
		}
	}
	if len(counting) < 2 {
		return
	}
	t.Degrees = len(counting) - 1
	rest := counting[1:] // the differences add up to nought, so one of them is no news
	difference, v := mat.NewVecDense(len(rest), nil), mat.NewSymDense(len(rest), nil)
	for i, g := range rest {
		difference.SetVec(i, float64(t.Groups[g].Left)-t.Groups[g].Expected)
		for j, h := range rest {
			v.SetSym(i, j, variance.At(g, h))
		}
	}
	var cholesky mat.Cholesky
	var solved mat.VecDense
	if !cholesky.Factorize(v) || cholesky.SolveVecTo(&solved, difference) != nil {
		return // all left at once
	}
	chiSquared := mat.Dot(difference, &solved)
	t.ChiSquared, t.P = Of(chiSquared), Of(distuv.ChiSquared{K: float64(t.Degrees)}.Survival(chiSquared))
}
