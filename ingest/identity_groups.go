package ingest

import "strings"

// identityGroups are the ways in which people divide an identity number, by how
// many digits stand together: as one, after the date of birth, with the date as
// a date, with blanks where they say it aloud, and digit by digit as in a form.
var identityGroups = []string{
	"11", "6 5", "6 3 2", "6 2 3", "3 3 3 2", "4 2 5", "4 2 3 2", "2 4 5", "2 2 2 5", "2 2 2 3 2", "2 2 2 2 3", "2 2 7",
	"6 1 1 1 1 1", "1 1 1 1 1 1 5", digitByDigit,
	"8 5", "8 3 2", "2 2 4 5", "2 2 4 3 2", // the year of birth in full
}

const (
	digitByDigit = "1 1 1 1 1 1 1 1 1 1 1"
	mostGroups   = (len(digitByDigit) + 1) / 2
)

// identityEnd is where the identity number ends that begins with the digits at
// i, or 0 when there is none.
func identityEnd(text string, i int, accept func([11]byte) bool) int {
	var groups []string
	var room [mostGroups]string
	groups = room[:0]
	marked := true // a mark of dates stands between the groups of the date
	for len(groups) < len(room) {
		end := digitsEnd(text, i)
		groups = append(groups, text[i:end])
		if digits, ok := identityDigits(groups, marked); ok && accept(digits) {
			return end
		}
		next, mark := betweenGroups(text, end)
		if next == 0 {
			return 0
		}
		if len(groups) < 3 {
			marked = marked && mark
		}
		i = next
	}
	return 0
}

// identityDigits are the eleven digits of the groups, if they are divided as
// one of identityGroups is. With the marks of a date the day and the month may
// have lost their zero.
func identityDigits(groups []string, marked bool) (digits [11]byte, ok bool) {
	const zero = "0"
	all := strings.Join(groups, "")
	if len(groups) > 3 && len(groups) < 6 && marked && len(groups[0]) <= 2 && len(groups[1]) <= 2 { // 5.3.85
		day, month := groups[0], groups[1]
		if len(day) == 1 {
			day = zero + day
		}
		if len(month) == 1 {
			month = zero + month
		}
		all = day + month + strings.Join(groups[2:], "")
		groups = append([]string{day, month}, groups[2:]...)
	}
	if len(all) != 11 && len(all) != 13 || !isDivided(groups) {
		return digits, false
	}
	if len(all) == 13 { // without the century
		if century := all[4:6]; century != "18" && century != "19" && century != "20" {
			return digits, false
		}
		all = all[:4] + all[6:]
	}
	return [11]byte([]byte(all)), true
}

// isDivided says whether the groups are as long as those of one of
// identityGroups.
func isDivided(groups []string) bool {
	var as [len(digitByDigit)]byte
	n := 0
	for _, g := range groups {
		switch {
		case n > 0 && len(g) > 9:
			return false
		case n > 0:
			as[n] = ' '
			n++
		case len(g) == 11:
			return len(groups) == 1
		}
		if len(g) > 9 {
			return false
		}
		as[n] = byte('0' + len(g))
		n++
	}
	for _, way := range identityGroups {
		if string(as[:n]) == way {
			return true
		}
	}
	return false
}

// betweenGroups is where the digits go on after those that end at i, or 0: after
// up to three blanks and marks. Mark says whether one of them stands in dates.
func betweenGroups(text string, i int) (next int, mark bool) {
	for many := 0; i < len(text); many++ {
		if isDigit(text[i]) {
			return i, mark
		}
		length := separatorLength(text[i:])
		if length == 0 || many == 3 {
			return 0, false
		}
		mark = mark || text[i] == '.' || text[i] == '/' || text[i] == '-'
		i += length
	}
	return 0, false
}

// separatorLength is the length of the separator that the text begins with.
func separatorLength(text string) int {
	switch text[0] {
	case ' ', '.', '-', '/', '\n', '\t', '_', ':', '|', '\\', '*', '\'':
		return 1
	}
	for _, separator := range [...]string{"\u00a0", "\u202f", "\u2009", "\u2011", "\u2212", "–"} {
		if strings.HasPrefix(text, separator) {
			return len(separator)
		}
	}
	return 0
}
