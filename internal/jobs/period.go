package jobs

import "time"

// A Period names what a job is done for: a minute of the wall clock, as 2026-10-25T02:30. It has no offset, so in the night
// when the clocks go back both halves past two are the same period. Periods sort as text.
type Period string

const periodForm = "2006-01-02T15:04"

// ParsePeriod reads the name of a period.
func ParsePeriod(text string) (Period, error) {
	_, err := time.Parse(periodForm, text)
	return Period(text), err
}

// PeriodAt is the period that the wall clock of the zone shows at the moment.
func PeriodAt(moment time.Time, zone *time.Location) Period {
	return Period(moment.In(zone).Format(periodForm))
}

// At is the moment at which the wall clock of the zone shows the period: the first one where it is shown twice, and where it
// is never shown the moment at which the clocks jump over it.
func (p Period) At(zone *time.Location) time.Time {
	wall := p.wall()
	year, month, day := wall.Date()
	t := time.Date(year, month, day, wall.Hour(), wall.Minute(), 0, 0, zone)
	began, ends := t.ZoneBounds()
	switch shown := PeriodAt(t, zone); {
	case shown < p: // an hour that is left out, told by the offset before it
		return ends
	case shown > p:
		return began
	}
	if !began.IsZero() {
		_, before := began.Add(-time.Second).Zone()
		_, now := t.Zone()
		if earlier := t.Add(-time.Duration(before-now) * time.Second); before > now && earlier.Before(began) {
			return earlier
		}
	}
	return t
}

// Day is the day of the period, as midnight UTC.
func (p Period) Day() time.Time { return p.wall().Truncate(24 * time.Hour) }

// wall is the period on a clock that is never changed.
func (p Period) wall() time.Time {
	wall, err := time.Parse(periodForm, string(p))
	if err != nil {
		panic(err) // periods come from ParsePeriod and PeriodAt
	}
	return wall
}
