package metrics

import "slices"

// kin are indicators of the same persons, of which one may tell what another hides.
//
// Three things are said in the front matter, since no data show whether two numbers are the same by their meaning or by
// chance: same_outcome, the persons with the outcome are the same ones; among, those who count are the ones with the other's
// outcome; and holds, whoever has the other's outcome has this one too. The last holds between regions as well, where one lies
// within another. The first two are one number under two names, and the last leaves a remainder that cannot be negative.
// To a reader the sums of all of them are one system (Hundepool et al. (2012), Statistical Disclosure Control, section 4.3).
type kin struct {
	tellings []*telling
	nests    []nest
}

// Nesting says that one region lies wholly within another; "" is the programmes' own.
type Nesting struct{ Inner, Outer string }

// kinOf sorts what is told into kin. What is alone is a kin of its own.
func kinOf(tellings []*telling, nestings []Nesting) []*kin {
	kins := map[*telling]*kin{}
	for _, t := range tellings {
		kins[t] = &kin{tellings: []*telling{t}}
	}
	join := func(a, b *telling) *kin {
		into, from := kins[a], kins[b]
		if into != from {
			into.tellings, into.nests = append(into.tellings, from.tellings...), append(into.nests, from.nests...)
			for _, t := range from.tellings {
				kins[t] = into
			}
		}
		return into
	}
	for _, a := range tellings {
		for _, b := range tellings {
			if a.tells(b) {
				join(a, b)
			}
			if a.holds(b, nestings) {
				k := join(a, b)
				k.nests = append(k.nests, nest{inner: b, outer: a})
			}
		}
	}
	var all []*kin
	for _, t := range tellings {
		if !slices.Contains(all, kins[t]) {
			all = append(all, kins[t])
		}
	}
	return all
}

// close hides in each of the kin what must be hidden there, and what would tell of another, until nothing more need be.
func (k *kin) close() {
	for again := true; again; {
		again = false
		for _, t := range k.tellings {
			if !t.follows(k) {
				again = t.close() || again
			}
		}
		for _, a := range k.tellings {
			for _, b := range k.tellings {
				if a.tells(b) {
					a.match(b)
				}
			}
		}
		for i := range k.nests {
			again = k.nests[i].close() || again
		}
		for _, t := range k.tellings {
			again = again || t.stale && !t.follows(k)
		}
	}
}

// tells says whether a figure of this indicator is, by what it means, the number of persons with the other's outcome.
func (t *telling) tells(other *telling) bool {
	id := other.definition.ID
	return other.definition.Kind == Rate && t.figures[0].Region == other.figures[0].Region && t != other &&
		(t.definition.SameOutcome == id || t.definition.Among == id)
}

// isOfThose says whether the other counts, of the programme or of all, the same programmes.
func (t *telling) isOfThose(other *telling, programme string) bool {
	return programme != All || slices.EqualFunc(t.definition.NotFor, other.definition.NotFor, func(a, b NotFor) bool { return a.Programme == b.Programme })
}

// outcomes is the number of persons with the other's outcome that the figure tells.
func (t *telling) outcomes(f Figure) float64 {
	if t.definition.Among != "" {
		return f.Denominator.Float() + f.Unknown.Float()
	}
	return f.Numerator.Float()
}

// follows says whether it has no secret of its own, and what it follows is told too.
func (t *telling) follows(k *kin) bool {
	return t.definition.follows() && slices.ContainsFunc(k.tellings, t.tells)
}

// match hides here what the other hides. Of a rate of the same persons it is so the other way too: what is hidden here must not
// be told there.
func (t *telling) match(other *telling) {
	for i, f := range t.figures {
		at, ok := other.at[f.place()]
		if !ok || !t.isOfThose(other, f.Programme) {
			if t.definition.follows() {
				t.hide(i)
			}
			continue
		}
		switch {
		case t.definition.follows():
			t.hidden[i] = other.hidden[at]
		case other.hidden[at]:
			t.hide(i)
		case t.hidden[i] && t.definition.SameOutcome != "":
			other.hide(at)
		}
	}
}
