package metrics

import (
	"math"
	"strings"
)

// Text writes a figure published elsewhere in the way of a figure of this kind and unit, with what the source gave and
// nothing more: no percentage is worked out from its counts, and no decimals are added. 17 av 30, 86 %, kr 69 500.
func (r Reported) Text(l Language, kind Kind, unit string) string {
	share := kind == Rate || kind == Share
	var parts []string
	k, counted := r.Numerator.Get()
	n, given := r.Denominator.Get()
	switch {
	case counted && given && kind != Count:
		parts = append(parts, l.Say("k_of_n", l.plain(k), l.plain(n)))
	case counted && !r.Value.Given():
		parts = append(parts, l.plain(k))
	}
	if value, ok := r.Value.Get(); ok {
		switch {
		case share:
			parts = append(parts, l.Percent(value, decimalsOf(100*value)))
		case unit == "NOK":
			parts = append(parts, l.Say("kroner", l.plain(value)))
		default:
			parts = append(parts, l.plain(value))
		}
	}
	if len(parts) == 0 {
		return string(Missing)
	}
	return strings.Join(parts, " = ")
}

// plain writes the number with the decimals that it has.
func (l Language) plain(v float64) string { return l.Number(v, decimalsOf(v)) }

// decimalsOf is the fewest decimals, three at most, that write the number as it is.
func decimalsOf(v float64) int {
	for n := range 3 {
		if scaled := v * math.Pow10(n); math.Abs(scaled-math.Round(scaled)) < 1e-6 {
			return n
		}
	}
	return 3
}
