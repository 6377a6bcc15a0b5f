package metrics

import "slices"

// MostKeyIndicators is how many a board can look at before it decides.
const MostKeyIndicators = 7

// KeyDefinitions returns the few indicators that are looked at first, as far as the audience is shown them, in the order that
// was agreed on; the first ones of all where nothing was.
func (t Table) KeyDefinitions() []Definition {
	if len(t.KeyIndicators) == 0 {
		return t.Definitions[:min(len(t.Definitions), MostKeyIndicators)]
	}
	var key []Definition
	for _, id := range t.KeyIndicators {
		if definition, ok := t.definition(id); ok {
			key = append(key, definition)
		}
	}
	return key
}

// IsKey says whether the indicator is one of those that are looked at first.
func (t Table) IsKey(indicator string) bool {
	return slices.ContainsFunc(t.KeyDefinitions(), func(d Definition) bool { return d.ID == indicator })
}
