package metrics

import "strings"

// Sentence says what the series tells: whether the last value is more than ordinary variation, and what may be expected of the
// target. Where nothing can be said yet it says that.
func (p Process) Sentence(l Language) string {
	if p.Variation == VariationTooFew {
		return l.Say("variation_too_few")
	}
	parts := []string{l.Say(string(p.Variation))}
	if p.Changed() {
		parts[0] = p.change(l)
	}
	if p.expects() {
		parts = append(parts, l.Say(string(p.Assurance)))
	}
	part := p.Parts[len(p.Parts)-1]
	if part.Trial {
		parts = append(parts, l.Say("trial_limits", l.Number(float64(part.Known), 0)))
	}
	if reason := part.Reason.In(l); reason != "" {
		parts = append(parts, l.Say("rebased", p.begin(len(p.Parts)-1), strings.TrimSuffix(reason, ".")))
	}
	return strings.Join(parts, " ")
}

// last is the last point with a value.
func (p Process) last() ProcessPoint {
	for i := len(p.Points) - 1; i >= 0; i-- {
		if p.Points[i].Value.Given() {
			return p.Points[i]
		}
	}
	return ProcessPoint{}
}

// begin is the first period of a part.
func (p Process) begin(part int) string {
	for _, point := range p.Points {
		if point.Part == part {
			return point.Period
		}
	}
	return ""
}

// Changed says whether the last value is more than ordinary variation.
func (p Process) Changed() bool { return p.Judged() && p.Variation != CommonCause }

// Judged says whether there are enough values to tell a change from ordinary variation.
func (p Process) Judged() bool { return len(p.Parts) > 0 && p.Variation != VariationTooFew }

// Brief says what is there for a reader who has a minute: a change that is not measured by trial limits, which the next value
// moves, and what may be expected of the target. It is "" when there is nothing.
func (p Process) Brief(l Language) string {
	var parts []string
	if p.Changed() && !p.Parts[len(p.Parts)-1].Trial {
		parts = append(parts, p.change(l))
	}
	if p.expects() {
		parts = append(parts, l.Say(string(p.Assurance)))
	}
	return strings.Join(parts, " ")
}

// change says which change the last value is.
func (p Process) change(l Language) string {
	return l.Say(string(p.Variation), l.Say("signal_"+string(p.last().Signal)))
}

// expects says whether anything may be expected of a target.
func (p Process) expects() bool {
	return p.Assurance == AlwaysHit || p.Assurance == NeverHit || p.Assurance == HitAndMiss
}

// VariationLabel is the sign in a word or two, for a narrow column; "" where there is no series.
func (p Process) VariationLabel(l Language) string {
	if len(p.Parts) == 0 {
		return ""
	}
	label := l.Say("label_" + string(p.Variation))
	if p.Variation != VariationTooFew && p.Parts[len(p.Parts)-1].Trial {
		return l.Say("label_trial", label)
	}
	return label
}

// Label is the sign in a word or two; "" where no target is agreed, or there is no series.
func (a Assurance) Label(l Language) string {
	if a == NoTarget || a == "" {
		return ""
	}
	return l.Say("label_" + string(a))
}

// Text says where a programme lies on a funnel.
func (p Place) Text(l Language) string {
	if p == Nowhere {
		return ""
	}
	return l.Say("place_" + string(p))
}
