package metrics

// Estimate is a value worked out from a sample, with how sure it is. All four are in the same unit, and what the sample
// cannot say is absent: a mean of one value has no interval.
type Estimate struct {
	Value Number `json:"value"`
	Error Number `json:"error"` // standard error
	Low   Number `json:"low"`   // 95 % interval
	High  Number `json:"high"`
}
