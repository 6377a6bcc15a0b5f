package metrics

import (
	"cmp"
	"slices"
	"strconv"
)

// Progress is how a figure stands against a target: what an audience may be told of both, and nothing more.
type Progress struct {
	Target    Target
	Direction string // where better lies, for this target
	Now       Figure // of the target's own period, or else the newest before it
	Gap       Number // the value less the target, in the unit of the value
	Reached   bool   // the value is at the target or better
	Years     int    // from Now until the target's year; 0 when Now is of its own period
	Pace      Number // how much the value must change each year to be there in time; 0 when it is there
	Chance    Number // 0 to 1, that the level behind k of n is at the target or better; only of a rate whose counts are shown
}

// AllProgress tells how the indicators of the audience stand against every target agreed for them: by the order of the
// indicators, programmes and periods.
func (t Table) AllProgress() []Progress {
	var all []Progress
	for _, definition := range t.Definitions {
		var found []Progress
		for _, target := range t.Targets {
			if target.Indicator == definition.ID {
				found = append(found, t.stand(target, t.newest(target)))
			}
		}
		slices.SortStableFunc(found, func(a, b Progress) int {
			return cmp.Or(totalFirst(a.Target.Programme, b.Target.Programme), totalFirst(a.Target.Period, b.Target.Period))
		})
		all = append(all, found...)
	}
	return all
}

// Progress tells how the figure stands against its target: the one of its own period, or the one for every period. A total
// without a target of its own stands for its series, and is told how the newest figure of that stands against the target of
// the next year that has one, or against the one for every period. Without any, ok is false.
func (t Table) Progress(f Figure) (progress Progress, ok bool) {
	if target, ok := t.targetOf(f.Cell); ok {
		return t.stand(target, f), true
	}
	if f.Period != All || !f.IsPlain() {
		return Progress{}, false
	}
	var next Target
	for _, target := range t.Targets {
		if target.Indicator != f.Indicator || t.only(f.Indicator, target.Programme) != t.only(f.Indicator, f.Programme) || target.Period == All {
			continue
		}
		isNext := target.Period != Each && target.Period >= strconv.Itoa(t.AsOf.Year()) && (next.Period == "" || target.Period < next.Period)
		if isNext || target.Period == Each && next.Period == "" { // years come before the word
			next = target
		}
	}
	if next.Period == "" {
		return Progress{}, false
	}
	return t.stand(next, t.newest(next)), true
}

// newest returns the figure that is held against the target: that of its period, or the newest complete one before.
func (t Table) newest(target Target) Figure {
	if target.Period == All {
		return t.Figure(target.Indicator, target.Programme, All)
	}
	definition := t.Definition(target.Indicator)
	newest := Figure{Cell: Cell{Indicator: target.Indicator, Programme: target.Programme, Period: target.Period}, Kind: definition.Kind, Unit: definition.Unit}
	for _, f := range t.Series(target.Indicator, target.Programme) {
		if (target.Period == Each || f.Period <= target.Period) && t.isComplete(f) && (f.Value.Given() || f.Denominator.Float() > 0) {
			newest = f
		}
	}
	return newest
}

// stand holds the figure against the target.
func (t Table) stand(target Target, now Figure) Progress {
	s := Progress{Target: target, Direction: t.direction(target.Indicator, target), Now: now}
	value, given := now.Value.Get()
	if given {
		s.Gap = Of(value - target.Value)
		s.Reached = s.Direction == "up" && value >= target.Value-rounding || s.Direction == "down" && value <= target.Value+rounding
	}
	from, errFrom := strconv.Atoi(now.Period)
	until, errUntil := strconv.Atoi(target.Period)
	if errFrom == nil && errUntil == nil && until > from {
		s.Years = until - from
		s.Pace = PaceNeeded(now.Value, Of(target.Value), float64(s.Years))
		if s.Reached {
			s.Pace = Of(0)
		}
	}
	if now.Kind == Rate && now.Numerator.Given() && now.Denominator.Given() {
		chance := ChanceAtLeast(now.Numerator.Float(), now.Denominator.Float(), target.Value)
		switch {
		case !chance.Given(), s.Direction == "none":
		case s.Direction == "down":
			s.Chance = Of(1 - chance.Float())
		default:
			s.Chance = chance
		}
	}
	return s
}

// direction is where better lies: the indicator says it, or else the target.
func (t Table) direction(indicator string, target Target) string {
	direction := t.Definition(indicator).Direction
	if direction != "up" && direction != "down" && target.Direction != "" {
		return target.Direction
	}
	return cmp.Or(direction, "none")
}
