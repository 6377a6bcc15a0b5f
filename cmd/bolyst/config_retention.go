package main

import (
	"maps"
	"slices"
	"strconv"
	"time"

	"bolyst/queries"
)

// maxRetention is the longest time that can be meant, in years or months.
const maxRetention = 999

// checkRetention checks for how long a source keeps persons, and that its feed has a date to count from.
func checkRetention(found *findings, at string, s Source) {
	if s.Retention == "" {
		return
	}
	if _, _, ok := span(s.Retention); !ok {
		found.wrong(at, Mistake{Code: "config.retention.form", Args: []any{s.Retention}})
	}
	if _, ages := queries.Aging[s.Feed]; !ages && slices.Contains(feedNames(), s.Feed) {
		found.wrong(at, Mistake{Code: "config.retention.feed", Args: []any{s.Feed}, Allowed: slices.Sorted(maps.Keys(queries.Aging))})
	}
}

// span reads 5y or 18m.
func span(text string) (years, months int, ok bool) {
	if len(text) < 2 {
		return 0, 0, false
	}
	digits, unit := text[:len(text)-1], text[len(text)-1]
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 || n > maxRetention || digits[0] < '1' || digits[0] > '9' {
		return 0, 0, false
	}
	switch unit {
	case 'y':
		return n, 0, true
	case 'm':
		return 0, n, true
	}
	return 0, 0, false
}

// keptFrom is the first day that the source still keeps, as of a day. It is never a later one than what the calendar says: a
// month before 31 March is the end of February.
func (s Source) keptFrom(asOf time.Time) time.Time {
	years, months, _ := span(s.Retention)
	from := asOf.AddDate(-years, -months, 0)
	if from.Day() != asOf.Day() {
		from = from.AddDate(0, 0, -from.Day())
	}
	return from
}
