package metrics

import "slices"

// Change is how a figure differs from one edition to another, and why: person by person, without naming anyone.
type Change struct {
	Before Figure `json:"before"`
	After  Figure `json:"after"`
	Parts  []Part `json:"parts"` // their counts add up to the change of the counts, and their points to the change of the value
}

// Part is what one cause has done to a figure.
type Part struct {
	Cause       Cause   `json:"cause"`
	Subjects    int     `json:"subjects"`  // how many came, left or count otherwise; 0 for a change of definition
	Numerator   float64 `json:"numerator"` // by how much each of the counts has grown
	Denominator float64 `json:"denominator"`
	Unknown     float64 `json:"unknown"`
	Immature    float64 `json:"immature"`
	Points      Number  `json:"points"` // how much of the change of the value, in its unit; absent where it is no sum of parts
}

// Explain sorts the moves of the subjects by their cause. What the counts of the two figures differ by and no subject
// explains is put down to the rest: a change of definition, or facts that have been erased since.
//
// The points divide the change of a value k/n exactly, whatever the order of the causes. With the mean value r and the mean
// denominator m of the two figures,
//
//	k₂/n₂ − k₁/n₁ = (Δk − r·Δn) / m,
//
// which follows from Δk = Δ(rn) = m·Δr + r·Δn, and is a sum over the causes as Δk and Δn are. A part moves the rate by how
// much those who came into it differ from the rate, as in Kitagawa (1955), "Components of a difference between two rates",
// Journal of the American Statistical Association 50; a part whose share is that of the others moves nothing.
func Explain(before, after Figure, moves []Move, rest Cause) Change {
	c := Change{Before: before, After: after}
	parts := map[Cause]Part{}
	left := Part{Cause: rest,
		Numerator:   after.Numerator.Float() - before.Numerator.Float(),
		Denominator: after.Denominator.Float() - before.Denominator.Float(),
		Unknown:     after.Unknown.Float() - before.Unknown.Float(),
		Immature:    after.Immature.Float() - before.Immature.Float(),
	}
	for _, m := range moves {
		part := parts[m.Cause].with(m.Part)
		part.Cause = m.Cause
		parts[m.Cause] = part
		left = left.with(m.Part.less())
	}
	left.Subjects = 0
	if !left.empty() {
		of := parts[rest].with(left)
		of.Cause = rest
		parts[rest] = of
	}
	for _, cause := range causes {
		if part, ok := parts[cause]; ok {
			c.Parts = append(c.Parts, part)
		}
	}
	c.divide()
	return c
}

// Points returns the change of the value, where both figures have one.
func (c Change) Points() Number {
	before, ok := c.Before.Value.Get()
	if after, given := c.After.Value.Get(); ok && given {
		return Of(after - before)
	}
	return Number{}
}

// divide gives every part its points.
func (c Change) divide() {
	total, ok := c.Points().Get()
	n := (c.Before.Denominator.Float() + c.After.Denominator.Float()) / 2
	r := (c.Before.Value.Float() + c.After.Value.Float()) / 2
	for i := range c.Parts {
		part := &c.Parts[i]
		switch {
		case !ok:
		case c.After.Kind == Count:
			part.Points = Of(part.Numerator)
		case c.After.Kind.addsUp() || c.After.Kind == Score:
			part.Points = Of((part.Numerator - r*part.Denominator) / n)
		case len(c.Parts) == 1:
			part.Points = Of(total)
		}
	}
}

// Differs says whether anything that a reader sees of the figure has changed.
func (c Change) Differs() bool {
	return c.Before.Value != c.After.Value || c.Before.Target != c.After.Target || c.Before.Sign != c.After.Sign ||
		slices.ContainsFunc(c.Parts, func(p Part) bool { return !p.empty() || p.Subjects > 0 })
}

func (p Part) with(other Part) Part {
	p.Subjects += other.Subjects
	p.Numerator += other.Numerator
	p.Denominator += other.Denominator
	p.Unknown += other.Unknown
	p.Immature += other.Immature
	return p
}

func (p Part) less() Part {
	return Part{Numerator: -p.Numerator, Denominator: -p.Denominator, Unknown: -p.Unknown, Immature: -p.Immature}
}

// empty says whether the part changes no count. Amounts are whole to a millionth.
func (p Part) empty() bool {
	const least = 1e-6
	for _, v := range []float64{p.Numerator, p.Denominator, p.Unknown, p.Immature} {
		if v > least || v < -least {
			return false
		}
	}
	return true
}
