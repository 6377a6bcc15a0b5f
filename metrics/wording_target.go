package metrics

import (
	"math"
	"strings"
)

// TargetText writes the target that the figure is held against and how far away it is, or says that none is agreed:
// måltall 90,0 % (−4,3 prosentpoeng).
func (t Table) TargetText(f Figure, l Language) string {
	progress, ok := t.Progress(f)
	if !ok {
		return l.Say("no_target")
	}
	return progress.Text(l)
}

// Aim writes the target, and the period that it is for: 90,0 %, 200 for 2014.
func (s Progress) Aim(l Language) string {
	value := s.Now.amount(l, s.Target.Value, s.decimals())
	switch s.Target.Period {
	case All:
		return value
	case Each:
		return l.Say("target_each", value)
	}
	return l.Say("target_for", value, s.Target.Period)
}

// Text writes the target and how far away the figure is. Where that is of another period, the period is named.
func (s Progress) Text(l Language) string {
	text := l.Say("target", s.Aim(l))
	if gap, given := s.Gap.Get(); given {
		distance := s.difference(l, gap)
		if s.Target.Period != s.Now.Period && s.Now.Period != All {
			distance = l.Say("gap_in", distance, s.Now.Period)
		}
		text += " (" + distance + ")"
	}
	return text
}

// Sentence says what a reader may conclude about the target: whether it is reached, what it takes, and how sure that is.
func (s Progress) Sentence(l Language) string {
	var parts []string
	if s.Reached {
		parts = append(parts, l.Say("target_reached"))
	} else if pace, given := s.Pace.Get(); given && pace != 0 {
		key := "pace_up"
		if pace < 0 {
			key = "pace_down"
		}
		parts = append(parts, l.Say(key, s.Target.Period, strings.Replace(s.difference(l, math.Abs(pace)), "+", "", 1)))
	}
	if chance, given := s.Chance.Get(); given {
		key := "chance_least"
		if s.Direction == "down" {
			key = "chance_most"
		}
		parts = append(parts, l.Say(key, l.Chance(chance)))
	}
	if baseline, given := s.Target.Baseline.Value.Get(); given {
		period := s.Target.Baseline.Period
		if period == All {
			period = Lower(l.Say("all_periods"))
		}
		parts = append(parts, l.Say("baseline_of", s.Now.amount(l, baseline, s.decimals()), period))
	}
	return strings.Join(parts, " ")
}

// decimals are those of a figure, or those that the target was agreed with where it has more: 4.75 is not 4.8.
func (s Progress) decimals() int {
	if s.Now.IsShare() {
		return max(decimals, decimalsOf(100*s.Target.Value))
	}
	return max(decimals, decimalsOf(s.Target.Value))
}

// difference writes how far apart two values are, with its sign.
func (s Progress) difference(l Language, v float64) string {
	decimals := s.decimals()
	switch f := s.Now; {
	case f.IsShare():
		return l.Say("points", l.signed(100*v, decimals))
	case f.Unit == "NOK":
		return l.Say("kroner", l.signed(v, 0))
	case f.Kind == Count && v == math.Trunc(v):
		return l.signed(v, 0)
	}
	return l.signed(v, decimals)
}

// Chance writes a chance in whole percents. What is nearly certain is not said to be certain.
func (l Language) Chance(p float64) string {
	switch {
	case p < 0.01:
		return l.Say("chance_under", l.Percent(0.01, 0))
	case p > 0.99:
		return l.Say("chance_over", l.Percent(0.99, 0))
	}
	return l.Percent(p, 0)
}

// signed writes the number with its sign, + included.
func (l Language) signed(v float64, decimals int) string {
	if v > 0 {
		return "+" + l.Number(v, decimals)
	}
	return l.Number(v, decimals)
}
