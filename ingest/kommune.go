package ingest

import "time"

// Kommune is a municipality on the day of its list.
type Kommune struct {
	Code   string // four digits
	Name   string // official, such as Trondheim - Tråante
	County string
}

// String is code, name and county: what a reader needs to choose between two.
func (k Kommune) String() string { return k.Code + " " + k.Name + " (" + k.County + ")" }

// Kommuner are the municipalities of 2024 that a code or name can mean, by
// code. A code or name may be of any year since 2002: 1503 and Frei are
// Kristiansund. One answer is certain, none is unknown; several must be left
// to a person, as for Herøy (there are two) or 1507 (it was split).
func Kommuner(text string) []Kommune { return ShippedKommuner().Find(text, "", time.Time{}) }

// Find are the municipalities of the list's day that a code or name can mean,
// by code.
//
// A county, by name or by its two digits, leaves those that lie in it or once
// did: Herøy in Nordland, Våler in Hedmark. A text that names no county leaves
// all. Of what is left a date leaves what bore the code or name on it: in 2024
// Haram is only the new one. Another municipality that bore the name before is
// left too: in 2021 Bø may still be the one in Telemark. A date on which nothing bore it leaves all
// since 2002, because people write the names of before for many years, and
// registers the codes of today for what is long past.
func (l *KommuneList) Find(text, county string, on time.Time) []Kommune {
	m := l.meanings(text).in(l.countyCodes(county))
	codes := m.on(isoDay(on))
	found := make([]Kommune, len(codes))
	for i, code := range codes {
		found[i] = l.current[code]
	}
	return found
}

// meanings are the periods of municipalities that a text can mean. within, if
// not nil, are the only codes they may have become.
type meanings struct {
	periods []*kommunePeriod
	within  []string
}

// in leaves the periods of municipalities in one of these counties, and all
// when there is no county.
func (m meanings) in(counties []string) meanings {
	if len(counties) == 0 {
		return m
	}
	left := meanings{within: m.within}
	for _, p := range m.periods {
		if len(common(p.counties, counties)) > 0 {
			left.periods = append(left.periods, p)
		}
	}
	return left
}

// on are the codes of the list's day, if the text was written on that date; ""
// is an unknown one.
func (m meanings) on(date string) []string {
	var then, since []string
	for _, p := range m.periods {
		if date != "" && p.from <= date && (p.to == "" || date < p.to) {
			then = union(then, p.became)
		}
		if p.to == "" || p.to >= kommuneHistory {
			since = union(since, p.became)
		}
	}
	codes := union(then, m.others(date, then))
	if len(then) == 0 {
		codes = since
	}
	if m.within != nil {
		codes = common(codes, m.within)
	}
	return codes
}

// others are what became of other municipalities that bore the name until a day
// before the date: names of before are written for years, so in 2021 Bø may
// still be the one in Telemark. One that became what is meant anyway is no
// other, and a code is of its day.
func (m meanings) others(date string, then []string) (codes []string) {
	alive := ""
	for _, p := range m.periods {
		if p.from <= date && (p.to == "" || date < p.to) {
			alive = p.code
		}
	}
	for _, p := range m.periods {
		ended := p.to >= kommuneHistory && p.to <= date
		if ended && p.code != alive && len(common(p.became, then)) == 0 {
			codes = union(codes, p.became)
		}
	}
	return codes
}

// always is the code that the text means on any date, if there is just one.
func (m meanings) always() (string, bool) {
	var all []string
	for _, p := range m.periods {
		all = union(all, p.became)
	}
	if m.within != nil {
		all = common(all, m.within)
	}
	if len(all) != 1 {
		return "", false
	}
	return all[0], true
}

// kommuneHistory is the first day of the history that a text without a date is
// looked up in. Before it codes were used that mean others today: until 1964
// 1806 was Svolvær, and since 2020 it is Narvik.
const kommuneHistory = "2002-01-01"

// isoDay is the date as text, which compares as dates do; "" of the zero time.
func isoDay(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}
