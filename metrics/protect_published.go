package metrics

import "slices"

// besidePublished hides the parts of a whole that is hidden and that somebody else has published: the reader has the whole from
// there, and would have the hidden part as what is left of it. The whole itself stays hidden, since a reader may not believe
// that the two are the same.
//
// Not guarded against: a sum over programmes of which all others are shown, whose one hidden term somebody else has published.
func (d Draft) besidePublished(figures []Figure) []Figure {
	known := map[Cell]bool{}
	for _, r := range d.Reported {
		if definition, ok := d.definition(r.Indicator); ok && definition.Protected && (r.Value.Given() || r.Numerator.Given()) {
			known[Cell{Indicator: r.Indicator, Programme: r.Programme, Period: r.Period}] = true
		}
	}
	hidden := slices.Clone(figures)
	for _, whole := range figures {
		at := whole.Cell
		at.Version = 0
		if !whole.withheld() || !known[at] {
			continue
		}
		for i, f := range hidden {
			part := f.Indicator == whole.Indicator && f.Programme == whole.Programme && (f.Period == whole.Period || whole.Period == All)
			if part && f.Denominator.Given() {
				hidden[i] = f.hide()
			}
		}
	}
	return hidden
}
