package metrics

import (
	"slices"
	"strconv"
)

// Process puts the indicator's figures of one programme (or All), as far as the audience is shown them, on a process chart. A
// figure that is hidden, or not complete yet, is a gap. Without any period, ok is false, and so it is where the periods cannot be
// held against each other.
func (t Table) Process(indicator, programme string) (process Process, ok bool) {
	readings := t.readings(indicator, programme)
	if len(readings) == 0 || !t.Definition(indicator).compares() {
		return Process{}, false
	}
	target, agreed := t.ofEach(indicator, programme)
	var value Number
	if agreed {
		value = Of(target.Value)
	}
	process, err := XmR(readings, t.rebases(indicator, programme, readings), t.direction(indicator, target), value)
	return process, err == nil
}

// readings are the values year by year. A year in between of which there is no figure is a gap too, so that no run goes over it.
func (t Table) readings(indicator, programme string) []Reading {
	var readings []Reading
	for _, f := range t.Series(indicator, programme) {
		if n := len(readings); n > 0 {
			before, errBefore := strconv.Atoi(readings[n-1].Period)
			year, errYear := strconv.Atoi(f.Period)
			for between := before + 1; errBefore == nil && errYear == nil && between < year; between++ {
				readings = append(readings, Reading{Period: strconv.Itoa(between)})
			}
		}
		reading := Reading{Period: f.Period}
		if t.isComplete(f) {
			reading.Value = f.Value
		}
		readings = append(readings, reading)
	}
	return readings
}

// compares says whether the parts of the indicator may be held against each other. Those whose details are for the staff alone
// count people whose time has not come: of the newest cohorts, and of the youngest programmes, few can have the outcome yet.
func (d Definition) compares() bool { return d.Detail != "staff" }

// isComplete says whether nothing more is to come: everybody has had the time that the definition needs, and of what is added
// up over a year the year is over.
func (t Table) isComplete(f Figure) bool {
	sums := f.Kind == Count || f.Kind == Share || f.Kind == Ratio
	isOver := f.Period != strconv.Itoa(t.AsOf.Year()) || t.AsOf.AddDate(0, 0, 1).Year() > t.AsOf.Year()
	return f.Immature.Float() == 0 && (isOver || !sums || t.Definition(f.Indicator).Total == "latest")
}

// ofEach returns the target that single periods are held against: the one for every period, or that of the next year that has
// one, or that of the total where the total is of the same size as its parts.
func (t Table) ofEach(indicator, programme string) (Target, bool) {
	cell := Cell{Indicator: indicator, Programme: programme}
	if target, ok := t.targetFor(cell, Each); ok {
		return target, true
	}
	total := t.Figure(indicator, programme, All)
	if progress, ok := t.Progress(total); ok && (progress.Target.Period != All || total.Kind != Count || t.Definition(indicator).Total == "latest") {
		return progress.Target, true
	}
	return Target{}, false
}

// rebases are those of the indicator and programme within the readings. One of a year that is still to come waits.
func (t Table) rebases(indicator, programme string, readings []Reading) []Rebase {
	var found []Rebase
	for _, r := range t.Rebases {
		isRead := slices.ContainsFunc(readings, func(reading Reading) bool { return reading.Period == r.Period })
		isTwice := slices.ContainsFunc(found, func(earlier Rebase) bool { return earlier.Period == r.Period })
		if r.Indicator == indicator && t.only(indicator, r.Programme) == t.only(indicator, programme) && isRead && !isTwice {
			found = append(found, Rebase{Period: r.Period, Reason: r.Reason})
		}
	}
	return found
}
