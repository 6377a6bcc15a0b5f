package metrics

import "slices"

// told is what figures must share to be parts of each other: an indicator, in one region.
type told struct{ indicator, region string }

func (c Cell) told() told { return told{c.Indicator, c.Region} }

// telling is all that an audience is told by one indicator, in one region.
type telling struct {
	definition Definition
	figures    []Figure
	places     []int // of the figures, among those of all indicators
	hidden     []bool
	floor      int
	known      [][]counted // by earlier editions
	stale      bool        // something was hidden since it was last closed
	at         map[Cell]int
}

// tellingsOf splits the protected figures by what tells them, in their order, and hides in each what must be hidden at first hand.
func tellingsOf(figures []Figure, protected map[string]Definition, floor int, earlier []Earlier) []*telling {
	var tellings []*telling
	of := map[told]*telling{}
	for i, f := range figures {
		definition, ok := protected[f.Indicator]
		if !ok {
			continue
		}
		t := of[f.told()]
		if t == nil {
			t = &telling{definition: definition, floor: floor, stale: true, at: map[Cell]int{}}
			of[f.told()], tellings = t, append(tellings, t)
		}
		t.at[f.place()] = len(t.figures)
		t.figures, t.places = append(t.figures, f), append(t.places, i)
		t.hidden = append(t.hidden, revealing(definition.Kind, f.Numerator.Float(), f.Denominator.Float(), floor) || f.Kind == Duration && f.isCertain())
	}
	for _, t := range tellings {
		for _, e := range earlier {
			now := e.of(t.definition, t.figures)
			t.keep(e, now)
			for _, other := range tellings {
				if other.tells(t) {
					other.betray(e, t, now)
				}
			}
			if len(now) > 0 && !slices.ContainsFunc(t.known, func(then []counted) bool { return slices.Equal(then, now) }) {
				t.known = append(t.known, now) // of editions that say the same, one is enough
			}
		}
	}
	return tellings
}

// place is the cell without the indicator: whom the figure is of.
func (c Cell) place() Cell { c.Indicator, c.Version = "", 0; return c }

// close hides what tells more of its own kind, and returns whether that had not been done.
func (t *telling) close() bool {
	if !t.stale {
		return false
	}
	t.stale = false
	newRelease(t.definition, t.figures, t.hidden, t.floor, t.known...).close()
	return true
}

// hide hides a figure that would tell another's secret.
func (t *telling) hide(i int) {
	if !t.hidden[i] {
		t.hidden[i], t.stale = true, true
	}
}

// betray notes where an earlier edition told by this indicator what it hid of the other.
func (t *telling) betray(e Earlier, other *telling, then []counted) {
	for _, f := range e.Shown {
		if f.told() != t.figures[0].told() || f.Version != t.figures[0].Version || f.withheld() || !f.Denominator.Given() {
			continue
		}
		for i, c := range then {
			if c.Cell.place() == f.place() && !c.shown && t.isOfThose(other, c.Programme) {
				then[i].k, then[i].shown = t.outcomes(f), true
			}
		}
	}
}
