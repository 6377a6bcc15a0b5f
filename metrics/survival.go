package metrics

import (
	"cmp"
	"math"
	"slices"
)

// Spell is how long one person has been followed, in months from completion, and how it ended: the person left the region
// then, or was still there when last heard of.
type Spell struct {
	Months float64
	Left   bool
}

// Step is one time on a curve at which somebody left or was last heard of.
type Step struct {
	Months   float64
	AtRisk   int     // followed until just before this time
	Left     int     // left the region at this time
	Censored int     // last heard of at this time, still in the region
	Survival float64 // share, 0 to 1, estimated to be in the region after this time
	Low      Number  // 95 % interval of Survival; absent where it is 0 or 1
	High     Number
	variance float64 // Σ d/(n(n−d)) up to here: the variance of ln Survival
}

// Curve is an estimate of how large a share is still in the region, by months since completion.
type Curve struct {
	Persons    int    // on whom the curve rests
	Impossible int    // spells left out, because their length is negative or no number
	Steps      []Step // by rising Months, no two at the same time
}

// KaplanMeier estimates the curve from one spell per person, in any order. Nobody gives a curve without steps.
//
// S = Π(1 − d/n) over the times at which d of the n at risk left; Kaplan and Meier (1958), J. Am. Stat. Assoc. 53: 457–481.
// Who was last heard of at the very time when another left was at risk of it: leaving comes first. The interval is
// exp(−exp(ln(−ln S) ± z·√(Σ d/(n(n−d))) / |ln S|)), Greenwood's variance on the log–log scale; Kalbfleisch and Prentice
// (1980), The Statistical Analysis of Failure Time Data. It never leaves 0 to 1, but before anybody has left, and once
// everybody has, there is no spread to make it from, and it is absent. R's survfit(conf.type = "log-log") gives the same.
func KaplanMeier(spells []Spell) Curve {
	possible := possibleSpells(spells)
	curve := Curve{Persons: len(possible), Impossible: len(spells) - len(possible)}
	survival, variance := 1.0, 0.0
	for i := 0; i < len(possible); {
		step := Step{Months: possible[i].Months, AtRisk: len(possible) - i}
		for ; i < len(possible) && possible[i].Months == step.Months; i++ {
			if possible[i].Left {
				step.Left++
			} else {
				step.Censored++
			}
		}
		n, d := float64(step.AtRisk), float64(step.Left)
		survival *= (n - d) / n
		if d < n {
			variance += d / (n * (n - d))
		}
		step.Survival, step.variance = survival, variance
		step.Low, step.High = logLog(survival, variance)
		curve.Steps = append(curve.Steps, step)
	}
	return curve
}

// possibleSpells returns the spells that can be, shortest first.
func possibleSpells(spells []Spell) []Spell {
	var possible []Spell
	for _, s := range spells {
		if s.Months >= 0 && !math.IsInf(s.Months, 1) { // NaN is not at least 0
			possible = append(possible, s)
		}
	}
	slices.SortFunc(possible, func(a, b Spell) int { return cmp.Compare(a.Months, b.Months) })
	return possible
}

func logLog(survival, variance float64) (low, high Number) {
	if survival <= 0 || survival >= 1 {
		return Number{}, Number{}
	}
	hazard := -math.Log(survival)
	spread := z95 * math.Sqrt(variance) / hazard
	return Of(math.Exp(-hazard * math.Exp(spread))), Of(math.Exp(-hazard * math.Exp(-spread)))
}

// At returns the share, 0 to 1, estimated to be in the region that many months after completion, with its 95 % interval.
// It is absent beyond the longest spell, unless everybody had left by then: nobody was followed that far.
func (c Curve) At(months float64) (survival, low, high Number) {
	if len(c.Steps) == 0 || !(months >= 0) || months > c.reach() {
		return Number{}, Number{}, Number{}
	}
	last := Step{Survival: 1}
	for _, step := range c.Steps {
		if step.Months > months {
			break
		}
		last = step
	}
	return Of(last.Survival), last.Low, last.High
}

// AtRisk returns how many were followed until just before that many months: the row of numbers below a curve.
func (c Curve) AtRisk(months float64) int {
	for _, step := range c.Steps {
		if step.Months >= months {
			return step.AtRisk
		}
	}
	return 0
}

// reach is how many months the curve can speak of: the longest spell, or for ever once everybody has left.
func (c Curve) reach() float64 {
	last := c.Steps[len(c.Steps)-1]
	if last.Survival == 0 {
		return math.Inf(1)
	}
	return last.Months
}
