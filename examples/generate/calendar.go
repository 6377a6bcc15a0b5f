package main

import "time"

var (
	firstDay = day(2006, 1, 1)
	// asOf is the date of the published figures. The programme knew nothing later, but had plans.
	asOf = day(2010, 12, 31)
)

func day(year, month, date int) time.Time {
	return time.Date(year, time.Month(month), date, 0, 0, 0, 0, time.UTC)
}

// weekday is the date itself, or the Monday after it.
func weekday(t time.Time) time.Time {
	switch t.Weekday() {
	case time.Saturday:
		return t.AddDate(0, 0, 2)
	case time.Sunday:
		return t.AddDate(0, 0, 1)
	}
	return t
}

// thursday is the first Thursday on or after the date.
func thursday(t time.Time) time.Time {
	return t.AddDate(0, 0, int(time.Thursday+7-t.Weekday())%7)
}

// dateText is a date as people type it.
func dateText(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("02.01.2006")
}
