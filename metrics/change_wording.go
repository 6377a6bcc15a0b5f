package metrics

import (
	"math"
	"slices"
	"strings"
)

// Text writes what became of the figure: 15 av 18 = 83,3 % ble 18 av 21 = 85,7 % (+2,4 prosentpoeng). A change of less than half a
// tenth is not written as one of nothing, beside two numbers that may differ in their last decimal.
func (c Change) Text(l Language) string {
	text := l.Say("change_became", c.Before.Text(l), c.After.Text(l))
	if steps := tenths(c.Points().Float(), c.scale()); steps != 0 {
		text += " (" + c.step(l, steps) + ")"
	}
	return text
}

// Lines writes why, a line for each part and one for a target that was changed. What is written of the parts adds up to what
// Text says of the whole, to the last decimal.
func (c Change) Lines(l Language) []string {
	var lines []string
	steps := c.rounded()
	for i, part := range c.Parts {
		var said []string
		add := func(key string, v float64) {
			if math.Abs(v) >= 1e-6 {
				said = append(said, l.Say(key, l.signed(v, decimalsOf(v))))
			}
		}
		if part.Subjects > 0 {
			said = append(said, l.Say("change_subjects", l.Number(float64(part.Subjects), 0)))
		}
		add("change_numerator", part.Numerator)
		if c.After.Kind != Count {
			add("change_denominator", part.Denominator)
		}
		add("change_unknown", part.Unknown)
		add("change_immature", part.Immature)
		if part.Points.Given() && c.After.Kind != Count && steps[i] != 0 {
			said = append(said, c.step(l, steps[i]))
		}
		line := l.Say("change_" + string(part.Cause))
		if len(said) > 0 {
			line += ": " + strings.Join(said, ", ")
		}
		lines = append(lines, line)
	}
	if c.Before.Target != c.After.Target {
		lines = append(lines, l.Say("change_target", c.Before.goalText(l), c.After.goalText(l)))
	}
	return lines
}

// goalText writes the target, or that there is none.
func (f Figure) goalText(l Language) string {
	if !f.Target.Given() {
		return l.Say("change_no_target")
	}
	return strings.TrimSuffix(Figure{Cell: f.Cell, Kind: f.Kind, Unit: f.Unit, Value: f.Target}.Amount(l), " ")
}

// scale is what the value is written in: hundredths of a share.
func (c Change) scale() float64 {
	if c.After.IsShare() {
		return 100
	}
	return 1
}

// step writes a number of tenths as a change of the value.
func (c Change) step(l Language, tenths float64) string {
	if c.After.IsShare() {
		return l.Say("change_points", l.signed(tenths/10, decimals))
	}
	return l.Say("change_number", l.signed(tenths/10, decimalsOf(tenths/10)))
}

func tenths(v, scale float64) float64 { return math.Round(v * scale * 10) }

// rounded returns the points of the parts in whole tenths that add up to those of the whole: each is rounded down, and the
// tenths that are left go to the largest remainders, as seats do.
func (c Change) rounded() []float64 {
	steps := make([]float64, len(c.Parts))
	total, ok := c.Points().Get()
	if !ok {
		return steps
	}
	left := tenths(total, c.scale())
	order := make([]int, len(c.Parts))
	remainders := make([]float64, len(c.Parts))
	for i, part := range c.Parts {
		exact := part.Points.Float() * c.scale() * 10
		steps[i], order[i] = math.Floor(exact), i
		remainders[i] = exact - steps[i]
		left -= steps[i]
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if remainders[a] > remainders[b] {
			return -1
		}
		return 1
	})
	for i := 0; left > 0 && len(order) > 0; i, left = (i+1)%len(order), left-1 {
		steps[order[i]]++
	}
	return steps
}
