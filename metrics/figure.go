package metrics

// All is the programme or the period of a total.
const All = "all"

// Sign stands where a number cannot, as Statistics Norway uses the signs (standard since 2021).
type Sign string

const (
	NoSign      Sign = ""   // there is a number
	NotPossible Sign = "."  // nobody counts in this cell, so there is nothing to divide by
	Missing     Sign = ".." // somebody counts, but nothing is known of them
	Hidden      Sign = ":"  // the number exists and is withheld for confidentiality
)

// Figure is one number of an edition, with everything that a reader needs to judge it. A hidden figure has no number
// inside: numerator, denominator, unknown, immature, value and interval are all absent, so that no writer can leak them.
type Figure struct {
	Cell
	Kind        Kind   `json:"-"`           // how numerator and denominator make the value
	Unit        string `json:"unit"`        // what is counted: applicant, trainee, company, NOK
	Numerator   Number `json:"numerator"`   // how many, or how much, have the outcome
	Denominator Number `json:"denominator"` // of how many whose outcome is known
	Unknown     Number `json:"unknown"`     // who count, but whose outcome is not known
	Immature    Number `json:"immature"`    // who have not had the time that the definition needs
	Value       Number `json:"value"`       // a share 0 to 1, a count, or an amount per unit
	Low         Number `json:"low"`         // 95 % interval, in the unit of Value
	High        Number `json:"high"`
	Sign        Sign   `json:"sign"`
	Target      Number `json:"target"` // in the unit of Value; absent: no target agreed
}

// hide takes every number out of the figure. The target stays: it is a decision, not an observation.
func (f Figure) hide() Figure {
	return Figure{Cell: f.Cell, Kind: f.Kind, Unit: f.Unit, Sign: Hidden, Target: f.Target}
}

// Bounds returns what the rate would be if every unknown had not had the outcome, and if every unknown had had it. They
// are absent when the figure is hidden or nobody counts.
func (f Figure) Bounds() (lowest, highest Number) {
	n := f.Denominator.Float() + f.Unknown.Float()
	if !f.Denominator.Given() || n == 0 {
		return Number{}, Number{}
	}
	return Of(f.Numerator.Float() / n), Of((f.Numerator.Float() + f.Unknown.Float()) / n)
}

// Coverage returns the share, 0 to 1, of those who count whose outcome is known.
func (f Figure) Coverage() Number {
	n := f.Denominator.Float() + f.Unknown.Float()
	if !f.Denominator.Given() || n == 0 {
		return Number{}
	}
	return Of(f.Denominator.Float() / n)
}
