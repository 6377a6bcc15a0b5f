package dashboards

import (
	"bolyst/metrics"
)

// field is one column of numbers in a table of figures: what it is called, and what stands in it.
type field struct {
	head string
	of   func(metrics.Figure) cell
}

// fields are the numbers that a kind of indicator has, left to right. The sign of a figure that has no value stands where its
// value would; what is not known besides is left open, so that no sign stands twice in a row.
func (i indicator) fields() []field {
	l := i.language()
	count := func(of func(metrics.Figure) metrics.Number) func(metrics.Figure) cell {
		return func(f metrics.Figure) cell {
			if n, given := of(f).Get(); given {
				return cell{Text: l.Number(n, 0)}
			}
			return cell{}
		}
	}
	unit := metrics.Capital(i.unit())
	value := func(head string) field { return field{head, i.value} }
	behind := field{unit, func(f metrics.Figure) cell { return cell{Text: f.OfHowMany(l)} }}
	answers := field{unit, count(func(f metrics.Figure) metrics.Number { return f.Denominator })}
	interval := field{i.Say("interval"), func(f metrics.Figure) cell { return cell{Text: f.Interval(l)} }}
	without := func(of func(metrics.Figure) cell) func(metrics.Figure) cell {
		return func(f metrics.Figure) cell {
			c := of(f)
			c.None = c.Text == "0"
			return c
		}
	}
	unknown := field{i.Say("unknown"), without(count(func(f metrics.Figure) metrics.Number { return f.Unknown }))}
	immature := field{i.Say("immature"), without(count(func(f metrics.Figure) metrics.Number { return f.Immature }))}
	share := value(metrics.Capital(i.Say("kind_rate")))
	switch i.definition.Kind {
	case metrics.Count:
		return []field{value(unit)}
	case metrics.Rate:
		return []field{behind, share, interval, unknown, immature}
	case metrics.Share:
		return []field{behind, share}
	case metrics.Score:
		return []field{answers, value(metrics.Capital(i.Say("kind_mean"))), interval, unknown, immature}
	case metrics.Breadth:
		return []field{answers, value(i.Say("effective_number")), unknown}
	case metrics.Duration:
		return []field{share, interval, {i.Say("followed"), answers.of}}
	}
	return []field{
		{i.Say("numerator"), count(func(f metrics.Figure) metrics.Number { return f.Numerator })},
		{i.Say("denominator"), count(func(f metrics.Figure) metrics.Number { return f.Denominator })},
		value(i.Say("value")),
	}
}

// value is the value, or what stands in its place: "too few" where the counts are shown and only the percentage is not, and
// otherwise the sign.
func (i indicator) value(f metrics.Figure) cell {
	switch {
	case f.Value.Given():
		return cell{Text: f.Amount(i.language()), Strong: true}
	case tooFew(f):
		return cell{Text: i.Say("few"), Quiet: true}
	}
	return cell{Text: string(f.Sign)}
}

// tooFew says that the counts are shown, and that there are too few of them for a percentage.
func tooFew(f metrics.Figure) bool {
	return f.Sign == metrics.Hidden && f.Numerator.Given()
}

// explained lists what stands in the place of values among the figures, each with what it means there.
func (i indicator) explained(figures []metrics.Figure) []sign {
	found := map[string]bool{}
	for _, f := range figures {
		if tooFew(f) {
			found["few"] = true
		} else if f.Sign != metrics.NoSign {
			found[string(f.Sign)] = true
		}
	}
	var signs []sign
	for _, key := range []string{"few", string(metrics.Hidden), string(metrics.Missing), string(metrics.NotPossible)} {
		if !found[key] {
			continue
		}
		s := sign{key, i.Say("meaning_" + key)}
		if key == "few" {
			s.Sign = metrics.Capital(i.Say("few"))
		}
		if key == string(metrics.NotPossible) && i.definition.Kind == metrics.Duration {
			s.Text = i.Say("nobody_followed")
		}
		signs = append(signs, s)
	}
	return signs
}
