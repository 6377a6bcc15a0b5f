package ingest

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
)

// Years outside these are slips: a spreadsheet's zero day, or 0201 for 2010.
const firstYear, lastYear = 1900, 2099

// dateForm is a written form of a date, such as dd.mm.yyyy, divided into its
// parts. A form may stop at the month (mmm yyyy) or the season (season yyyy);
// the date is then the first day of it.
type dateForm []datePart

// datePart is a number or a word of a date, or (with unit 0) the text between
// two.
type datePart struct {
	unit     byte // d, m, y, or h, i, s, p, z, o for what of a time of day is read and left out
	min, max int  // how many digits
	words    []dateWord
	text     string
}

// dateParts are the parts a form can have, longest first: where mmmm can
// stand, no mm is looked for.
var dateParts = []struct {
	token string
	datePart
}{
	{"semester", datePart{unit: 'm', words: semesters}},
	{"season", datePart{unit: 'm', words: seasons}},
	{"am/pm", datePart{unit: 'p', words: halfDays}},
	{"zone", datePart{unit: 'z', words: zones}},
	{"offset", datePart{unit: 'o'}},
	{"mmmm", datePart{unit: 'm', words: monthNames}},
	{"mmm", datePart{unit: 'm', words: shortMonths}},
	{"yyyy", datePart{unit: 'y', min: 4, max: 4}},
	{"yy", datePart{unit: 'y', min: 2, max: 2}},
	{"mm", datePart{unit: 'm', min: 2, max: 2}},
	{"m", datePart{unit: 'm', min: 1, max: 2}},
	{"dd", datePart{unit: 'd', min: 2, max: 2}},
	{"d", datePart{unit: 'd', min: 1, max: 2}},
	{"hh", datePart{unit: 'h', min: 2, max: 2}},
	{"h", datePart{unit: 'h', min: 1, max: 2}},
	{"ss", datePart{unit: 's', min: 2, max: 2}},
}

// parseDateForm divides a form such as dd.mm.yyyy, d. mmmm yyyy or season yyyy.
// A time of day may follow (dd.mm.yyyy hh:mm, h:mm am/pm zone): mm after hh are
// minutes, as in a spreadsheet. An offset is the end of a time as ISO 8601
// writes it (yyyy-mm-ddThh:mm:ssoffset).
func parseDateForm(form string) (dateForm, error) {
	var parts dateForm
	units := map[byte]bool{}
	for rest := strings.ToLower(strings.TrimSpace(form)); rest != ""; {
		token, part := datePartAt(rest)
		if part.unit == 0 {
			if strings.ContainsRune("dmyhs", rune(rest[0])) {
				return nil, fmt.Errorf("date form %q: no such part as %s", form, token)
			}
			parts, rest = append(parts, part), rest[len(token):]
			continue
		}
		if part.unit == 'm' && units['h'] {
			part.unit = 'i'
		}
		if units[part.unit] {
			return nil, fmt.Errorf("date form %q: %s twice", form, token)
		}
		if last := len(parts) - 1; last >= 0 && parts[last].unit != 0 && parts[last].words == nil && part.words == nil {
			if p := parts[last]; p.min != p.max || part.min != part.max {
				return nil, fmt.Errorf("date form %q: nothing between two numbers of open length", form)
			}
		}
		units[part.unit] = true
		parts, rest = append(parts, part), rest[len(token):]
	}
	if !units['m'] || !units['y'] {
		return nil, fmt.Errorf("date form %q: a month and a year are needed, as in dd.mm.yyyy or mmm yyyy", form)
	}
	return parts, nil
}

// datePartAt is the part at the beginning of a form: one that is known, if all
// of a run of the same letter is it, or the text up to something else.
func datePartAt(form string) (token string, part datePart) {
	n := 1
	for n < len(form) && form[n] == form[0] {
		n++
	}
	for _, p := range dateParts {
		if strings.HasPrefix(form, p.token) && len(p.token) >= n {
			return p.token, p.datePart
		}
	}
	return form[:n], datePart{text: form[:n]}
}

// parse reads a text that has exactly this form. A day that does not exist is
// not a date; nothing is rounded to another day.
func (f dateForm) parse(text string) (time.Time, bool) {
	var number [128]int // by unit
	number['d'] = 1     // the first of the month
	for _, part := range f {
		value, rest, ok := part.read(text)
		if !ok {
			return time.Time{}, false
		}
		if part.unit != 0 {
			number[part.unit] = value
		}
		text = rest
	}
	if text != "" || number['h'] > 24 || number['i'] > 59 || number['s'] > 60 {
		return time.Time{}, false
	}
	day, ok := civilDate(number['y'], number['m'], number['d'])
	if minutes := number['o']; ok && minutes != 0 {
		there := day.Add(time.Duration(number['h'])*time.Hour + time.Duration(number['i']-(minutes-offsetZero))*time.Minute)
		return civilDate(dateOf(there.In(norway())))
	}
	return day, ok
}

// norway is where the days are those of the programmes: 23:30 in UTC is the day
// after.
var norway = sync.OnceValue(func() *time.Location {
	if zone, err := time.LoadLocation("Europe/Oslo"); err == nil {
		return zone
	}
	return time.FixedZone("CET", 3600) // a machine that knows no time zones
})

func dateOf(t time.Time) (year, month, day int) { return t.Year(), int(t.Month()), t.Day() }

// read takes the part from the beginning of a text.
func (p datePart) read(text string) (value int, rest string, ok bool) {
	switch {
	case p.words != nil:
		return readDateWord(p.words, text)
	case p.unit == 'o':
		found := isoOffset.FindStringSubmatch(text)
		if found == nil {
			return 0, "", false
		}
		return offsetZero + offsetMinutes(found[2]), text[len(found[0]):], true
	case p.text != "" && strings.TrimSpace(p.text) == "": // a space is any white space
		rest = strings.TrimLeftFunc(text, unicode.IsSpace)
		return 0, rest, len(rest) < len(text)
	case p.unit == 0:
		if n := len(p.text); len(text) < n || !strings.EqualFold(text[:n], p.text) {
			return 0, "", false
		}
		return 0, text[len(p.text):], true
	}
	n := 0
	for n < p.max && n < len(text) && isDigit(text[n]) {
		value = 10*value + int(text[n]-'0')
		n++
	}
	if n < p.min {
		return 0, "", false
	}
	if p.unit == 'y' && p.max == 2 {
		value = fullYear(value)
	}
	return value, text[n:], true
}

// isoOffset is what ISO 8601 writes after a time of day: part of a second, and
// how far from UTC its clock is.
var isoOffset = regexp.MustCompile(`^(\.[0-9]+)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)`)

// offsetZero is what is added to an offset in minutes, so that 0 is none.
const offsetZero = 100 * 60

// offsetMinutes is how far from UTC the clock is: Z, +02, +02:00, -0130.
func offsetMinutes(text string) int {
	if text == "Z" {
		return 0
	}
	digits := strings.ReplaceAll(text[1:], ":", "")
	hours, _ := strconv.Atoi(digits[:2])
	minutes, _ := strconv.Atoi(digits[2:]) // none: 0
	if minutes += 60 * hours; text[0] == '-' {
		return -minutes
	}
	return minutes
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
