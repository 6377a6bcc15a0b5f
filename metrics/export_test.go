package metrics

// Shared shows the words that every writer shares to the tests.
var Shared = catalogue

// Tenths adds up what is written of the parts of a change.
func Tenths(c Change) (sum float64) {
	for _, step := range c.rounded() {
		sum += step
	}
	return sum
}
