package metrics

import (
	"encoding/json"
	"math"
)

// Number is a number that may be absent: not known, not possible, or hidden. The zero value is absent, so a figure that
// nobody filled in shows nothing rather than a 0.
type Number struct {
	value float64
	given bool
}

// Of returns the number v. A NaN or an infinity is no number, and is absent.
func Of(v float64) Number {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return Number{}
	}
	return Number{value: v, given: true}
}

// Get returns the number and whether there is one.
func (n Number) Get() (value float64, given bool) { return n.value, n.given }

// Given says whether there is a number.
func (n Number) Given() bool { return n.given }

// Float returns the number, and 0 where it is absent: for sums and comparisons whose caller has asked Given.
func (n Number) Float() float64 { return n.value }

// MarshalJSON writes null for an absent number.
func (n Number) MarshalJSON() ([]byte, error) {
	if !n.given {
		return []byte("null"), nil
	}
	return json.Marshal(n.value)
}

// UnmarshalJSON reads null as an absent number.
func (n *Number) UnmarshalJSON(text []byte) error {
	if string(text) == "null" {
		*n = Number{}
		return nil
	}
	n.given = true
	return json.Unmarshal(text, &n.value)
}
