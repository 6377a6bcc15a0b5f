package metrics

import "slices"

// Funnel is the programmes of one indicator side by side, with what chance alone would do about their common rate. It is no
// league table: the programmes stand in the order of the configuration.
type Funnel struct {
	Indicator string         `json:"indicator"`
	Centre    Number         `json:"centre"` // the rate of those on the plot together
	Points    []FunnelDot    `json:"points"`
	Curve     []FunnelLimits `json:"curve"` // the lines to draw
	Spread    Spread         `json:"spread"`
	Left      []FunnelLeft   `json:"left"` // programmes that are not on the plot
}

// FunnelDot is one programme on the plot, with the limits for as many persons as it has.
type FunnelDot struct {
	FunnelPoint
	Limits FunnelLimits `json:"limits"`
	Place  Place        `json:"place"`
}

// FunnelLeft is a programme that is not on the plot, and why: the key of a few words.
type FunnelLeft struct {
	Programme string `json:"programme"`
	Why       string `json:"why"`
}

// Why a programme is left off.
const (
	LeftHidden = "funnel_left_hidden" // its counts are withheld from the audience
	LeftNobody = "funnel_left_nobody" // nobody counts yet, or nothing is known
	LeftOther  = "funnel_left_other"  // it counts by another definition
)

// fewestOnFunnel is how many programmes make a comparison: of two, each is half of what it is compared with.
const fewestOnFunnel = 3

// Funnel compares the programmes by their totals of a rate, from the counts that the audience is shown. Only those that count
// in the same way, and of the same people, are compared. Of fewer than three there is no comparison, and ok is false.
func (t Table) Funnel(indicator string) (funnel Funnel, ok bool) {
	definition := t.Definition(indicator)
	if definition.Kind != Rate || !definition.compares() {
		return Funnel{}, false
	}
	funnel.Indicator = indicator
	var points []FunnelPoint
	most := 0
	for _, programme := range t.Programmes {
		if !definition.Counts(programme.ID) {
			funnel.Left = append(funnel.Left, FunnelLeft{programme.ID, LeftOther})
			continue
		}
		f := t.Figure(indicator, programme.ID, All)
		if why := leftOff(f); why != "" {
			funnel.Left = append(funnel.Left, FunnelLeft{programme.ID, why})
			continue
		}
		point := FunnelPoint{programme.ID, int(f.Numerator.Float()), int(f.Denominator.Float())}
		points, most = append(points, point), max(most, point.N)
	}
	if len(points) < fewestOnFunnel {
		return Funnel{}, false
	}
	funnel.Centre = FunnelCentre(points)
	theta := funnel.Centre.Float()
	for _, point := range points {
		funnel.Points = append(funnel.Points, FunnelDot{point, FunnelAt(theta, point.N), FunnelPlace(theta, point.K, point.N)})
	}
	funnel.Curve, funnel.Spread = FunnelCurve(theta, 1, most), SpreadOf(points, theta)
	outside := func(dot FunnelDot) bool { return dot.Place == Above998 || dot.Place == Below998 }
	if funnel.Spread.Note == SpreadChance && slices.ContainsFunc(funnel.Points, outside) { // the ends are drawn in, and seen on the plot
		funnel.Spread.Note = SpreadEnds
	}
	return funnel, true
}

// leftOff says why a programme's figure is not on the plot, and "" when it is.
func leftOff(f Figure) string {
	switch {
	case f.withheld():
		return LeftHidden
	case f.Denominator.Float() < 1:
		return LeftNobody
	}
	return ""
}

// PlaceOf returns where the figure lies on the funnel of its indicator; Nowhere for anything but a programme's total.
func (f Funnel) PlaceOf(figure Figure) Place {
	for _, dot := range f.Points {
		if dot.Programme == figure.Programme && figure.Period == All && figure.IsPlain() && figure.Indicator == f.Indicator {
			return dot.Place
		}
	}
	return Nowhere
}
