package metrics

import "math"

// Verdict says whether a figure published elsewhere agrees with the computed one.
type Verdict string

const (
	Agrees       Verdict = "agrees"       // every number that the source gives, rounded as the source printed it
	Disagrees    Verdict = "disagrees"    // at least one number does not
	Incomparable Verdict = "incomparable" // nothing is computed here, or it is hidden, or the source's total is of another date
)

// Agreement is a figure published elsewhere beside the one computed here.
type Agreement struct {
	Reported Reported
	Figure   Figure
	Verdict  Verdict
}

// Agreements puts every figure published elsewhere beside the computed one, in the order of the figures. A source that
// prints 86 % agrees with 18 of 21 = 85,7 %: what it printed is all that it said. Nothing is worked out from its numbers.
func (t Table) Agreements() []Agreement {
	var all []Agreement
	for _, f := range t.Figures {
		if f.Programme != All && t.only(f.Indicator, All) == f.Programme {
			continue // one programme and all are the same
		}
		for _, r := range t.ReportedFor(f) {
			all = append(all, Agreement{r, f, t.verdict(f, r)})
		}
	}
	return all
}

// Disagreements are those in which a number that was published is not the one computed.
func (t Table) Disagreements() []Agreement {
	var found []Agreement
	for _, c := range t.Agreements() {
		if c.Verdict == Disagrees {
			found = append(found, c)
		}
	}
	return found
}

func (t Table) verdict(f Figure, r Reported) Verdict {
	if f.Period == All && !r.AsOf.IsZero() && !r.AsOf.Equal(t.AsOf) {
		return Incomparable
	}
	scale := 1.0
	if f.IsShare() {
		scale = 100
	}
	counts := f.Kind != Count && f.Kind != Duration // of these the value is the count, or there is none
	verdict := Incomparable
	for _, n := range []struct {
		computed, printed Number
		scale             float64
		asked             bool
	}{
		{f.Value, r.Value, scale, true},
		{f.Value, r.Numerator, 1, f.Kind == Count},
		{f.Numerator, r.Numerator, 1, counts},
		{f.Denominator, r.Denominator, 1, counts},
	} {
		computed, ok := n.computed.Get()
		printed, given := n.printed.Get()
		if !ok || !given || !n.asked {
			continue
		}
		if !printsAs(computed*n.scale, printed*n.scale) {
			return Disagrees
		}
		verdict = Agrees
	}
	return verdict
}

// printsAs says whether the number, rounded to the decimals of the printed one, is that. A half may be rounded either way.
func printsAs(v, printed float64) bool {
	const slack = 1e-9
	return math.Abs(v-printed) <= 0.5*math.Pow10(-decimalsOf(printed))+slack
}
