package metrics

import "fmt"

// Reading is the value of one period: a share, a count or an amount. It is absent where the period has none.
type Reading struct {
	Period string `json:"period"`
	Value  Number `json:"value"`
}

// Rebase says that the process is another from this period on, and why: limits are then made anew. It is decided by
// people, who know what was changed, and never found in the figures.
type Rebase struct {
	Period string
	Reason Words
}

// Process is a series of readings with what is ordinary for it, and what is not.
type Process struct {
	Points    []ProcessPoint `json:"points"`    // in the order of the readings
	Parts     []ProcessPart  `json:"parts"`     // at least one where there are points; more after a rebase
	Variation Variation      `json:"variation"` // what the last point with a value says
	Assurance Assurance      `json:"assurance"` // what the last limits say of the target
}

// ProcessPoint is one reading on the chart.
type ProcessPoint struct {
	Reading
	Part     int    `json:"part"`     // which of the Parts it belongs to
	Baseline bool   `json:"baseline"` // it is among the readings that set the limits
	Signal   Signal `json:"signal"`   // the first rule that it broke; Ordinary for none
	High     bool   `json:"high"`     // the signal is upwards: above the mean, or a rising trend
}

// ProcessPart is the stretch of a series that has the same limits.
type ProcessPart struct {
	Reason Words         `json:"reason"` // of the rebase that it begins with; none for the first
	Known  int           `json:"known"`  // readings with a value
	Trial  bool          `json:"trial"`  // fewer than twelve readings: limits that the next reading moves
	Limits ProcessLimits `json:"limits"` // absent inside while there are too few readings
}

// baselineLength is the number of readings after which limits are locked.
const baselineLength = 12

// XmR puts the readings, oldest first, on a process chart: limits, signals and the two signs. Direction is where better
// lies, as in Definition: up, down or none. The target is in the unit of the readings and may be absent.
//
// The limits of a part are those of its first twelve readings with a value, and stay so: were they made anew each year, a
// slow change would carry its limits along and never show. Until there are twelve they are trial limits, from all there
// are. The rules are those of the NHS programme Making Data Count and of its package NHSRplotthedots (without screening).
// A period without a value is a gap: no moving range is taken across it and no run of points goes over it, since the missing
// value might have ended the run. Nor does a run go over a rebase.
//
// An error names the rebase that cannot be: of an unknown period, without a reason, or twice; or a period that stands twice;
// or a direction that is none.
func XmR(readings []Reading, rebases []Rebase, direction string, target Number) (Process, error) {
	var process Process
	if direction != "up" && direction != "down" && direction != "none" {
		return process, fmt.Errorf("direction: %q is not one of up, down, none", direction)
	}
	begins, err := partsBegin(readings, rebases)
	if err != nil {
		return process, err
	}
	for from := 0; from < len(readings); {
		to := from + 1
		for to < len(readings) && begins[to] == nil {
			to++
		}
		process.addPart(readings[from:to], begins[from])
		from = to
	}
	process.Variation = process.variation(direction)
	process.Assurance = process.assurance(direction, target)
	return process, nil
}

// partsBegin returns the reason of a rebase at the index of its reading.
func partsBegin(readings []Reading, rebases []Rebase) (map[int]Words, error) {
	index := map[string]int{}
	for i, r := range readings {
		if _, twice := index[r.Period]; twice {
			return nil, fmt.Errorf("period %s stands twice", r.Period)
		}
		index[r.Period] = i
	}
	begins := map[int]Words{}
	for _, r := range rebases {
		i, known := index[r.Period]
		switch {
		case !known:
			return nil, fmt.Errorf("rebase at %s: no such period", r.Period)
		case len(r.Reason) == 0:
			return nil, fmt.Errorf("rebase at %s: no reason is given", r.Period)
		case begins[i] != nil:
			return nil, fmt.Errorf("rebase at %s: stands twice", r.Period)
		}
		begins[i] = r.Reason
	}
	return begins, nil
}

// addPart makes the limits of one stretch of readings and marks its signals.
func (p *Process) addPart(readings []Reading, reason Words) {
	part := ProcessPart{Reason: reason}
	points := make([]ProcessPoint, len(readings))
	baseline := 0
	for i, r := range readings {
		points[i] = ProcessPoint{Reading: r, Part: len(p.Parts)}
		if !r.Value.Given() {
			continue
		}
		part.Known++
		if part.Known <= baselineLength {
			points[i].Baseline, baseline = true, i+1
		}
	}
	part.Trial = part.Known < baselineLength
	part.Limits = LimitsOf(readings[:baseline])
	if part.Limits.Mean.Given() {
		markSignals(points, part.Limits)
	}
	p.Parts, p.Points = append(p.Parts, part), append(p.Points, points...)
}
