package ingest

import (
	"fmt"
	"strings"
	"time"
)

// defaultDates are the accepted forms when a mapping names none.
var defaultDates = []string{"dd.mm.yyyy", "yyyy-mm-dd"}

// Years outside these are slips: a spreadsheet's zero day, or 0201 for 2010.
const firstYear, lastYear = 1900, 2099

// dateForm is a written form of a date, such as dd.mm.yyyy, divided into its
// parts.
type dateForm []datePart

// datePart is a number of a date, or (with unit 0) the text between two.
type datePart struct {
	unit     byte // d, m, y, or h, i, s for an hour, minute or second that is read and left out
	min, max int  // how many digits
	text     string
}

var datePartsByToken = map[string]datePart{
	"d": {unit: 'd', min: 1, max: 2}, "dd": {unit: 'd', min: 2, max: 2},
	"m": {unit: 'm', min: 1, max: 2}, "mm": {unit: 'm', min: 2, max: 2},
	"yy": {unit: 'y', min: 2, max: 2}, "yyyy": {unit: 'y', min: 4, max: 4},
	"h": {unit: 'h', min: 1, max: 2}, "hh": {unit: 'h', min: 2, max: 2},
	"ss": {unit: 's', min: 2, max: 2},
}

// parseDateForm divides a form such as dd.mm.yyyy or d.m.yy. A time of day may
// follow (dd.mm.yyyy hh:mm): mm after hh are minutes, as in a spreadsheet.
func parseDateForm(form string) (dateForm, error) {
	var parts dateForm
	units := map[byte]bool{}
	for rest := strings.ToLower(strings.TrimSpace(form)); rest != ""; {
		n := 1
		for n < len(rest) && rest[n] == rest[0] {
			n++
		}
		part, known := datePartsByToken[rest[:n]]
		switch {
		case known:
			if part.unit == 'm' && units['h'] {
				part.unit = 'i'
			}
			if units[part.unit] {
				return nil, fmt.Errorf("date form %q: %s twice", form, rest[:n])
			}
			if last := len(parts) - 1; last >= 0 && parts[last].unit != 0 {
				if p := parts[last]; p.min != p.max || part.min != part.max {
					return nil, fmt.Errorf("date form %q: nothing between two numbers of open length", form)
				}
			}
			units[part.unit] = true
		case strings.ContainsRune("dmyhs", rune(rest[0])):
			return nil, fmt.Errorf("date form %q: no such part as %s", form, rest[:n])
		default:
			part = datePart{text: rest[:n]}
		}
		parts = append(parts, part)
		rest = rest[n:]
	}
	if !units['d'] || !units['m'] || !units['y'] {
		return nil, fmt.Errorf("date form %q: day, month and year are needed, as in dd.mm.yyyy", form)
	}
	return parts, nil
}

// parse reads a text that has exactly this form. A day that does not exist is
// not a date; nothing is rounded to another day.
func (f dateForm) parse(text string) (time.Time, bool) {
	var number [128]int // by unit
	for _, part := range f {
		if part.unit == 0 {
			if n := len(part.text); len(text) < n || !strings.EqualFold(text[:n], part.text) {
				return time.Time{}, false
			}
			text = text[len(part.text):]
			continue
		}
		n, value := 0, 0
		for n < part.max && n < len(text) && isDigit(text[n]) {
			value = 10*value + int(text[n]-'0')
			n++
		}
		if n < part.min {
			return time.Time{}, false
		}
		if part.unit == 'y' && part.max == 2 {
			value = fullYear(value)
		}
		number[part.unit] = value
		text = text[n:]
	}
	if text != "" || number['h'] > 24 || number['i'] > 59 || number['s'] > 60 {
		return time.Time{}, false
	}
	return civilDate(number['y'], number['m'], number['d'])
}

// fullYear reads a year of two digits as 1950 to 2049. The border is fixed, so
// that the same file means the same whenever it is read.
func fullYear(twoDigits int) int {
	if twoDigits < 50 {
		return 2000 + twoDigits
	}
	return 1900 + twoDigits
}

// civilDate is the day at midnight UTC, if there is such a day.
func civilDate(year, month, day int) (time.Time, bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return t, t.Year() == year && int(t.Month()) == month && t.Day() == day
}

// serialDate is the day of a spreadsheet's serial number. The time of day is
// left out, not rounded. The 29 February 1900 that spreadsheets count did not
// exist.
func serialDate(serial float64, date1904 bool) (time.Time, bool) {
	if !(serial >= 0 && serial <= 2958465) { // until the end of the year 9999; NaN is neither
		return time.Time{}, false
	}
	day := int(serial)
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case date1904:
		epoch = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case day == 0 || day == 60:
		return time.Time{}, false
	case day < 60:
		epoch = time.Date(1899, 12, 31, 0, 0, 0, 0, time.UTC)
	}
	return epoch.AddDate(0, 0, day), true
}
