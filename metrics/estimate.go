package metrics

// Estimate is a value worked out from a sample, with how sure it is. All four are in the same unit, and what the sample
// cannot say is absent: a mean of one value has no interval.
type Estimate struct {
	Value Number
	Error Number // standard error
	Low   Number // 95 % interval
	High  Number
}
