package ingest

import "strings"

// parseCohort reads the year in which a cohort began, as people write it:
// 2019, 2019/2021, 2019-2021, 2019/21, Kull 2019. The end of a range must come
// after its beginning, and within ten years of it; 2009-12 may as well be a
// month and is refused.
func parseCohort(text string) (int64, bool) {
	word, rest := text, ""
	if i := strings.IndexFunc(text, func(r rune) bool { return r >= '0' && r <= '9' }); i >= 0 {
		word, rest = text[:i], text[i:]
	}
	switch strings.ToLower(strings.TrimRight(word, " \u00a0:-")) {
	case "", "kull", "kullet", "årskull", "opptak", "cohort", "intake", "class of":
	default:
		return 0, false
	}
	rest = strings.Join(strings.Fields(spacesAndSigns.Replace(rest)), "")
	begin, end, isRange := strings.Cut(strings.ReplaceAll(rest, "/", "-"), "-")
	first, ok := year(begin)
	if !ok || !isRange {
		return first, ok
	}
	last, ok := year(end)
	if len(end) == 2 && isDigit(end[0]) && isDigit(end[1]) {
		last = first/100*100 + 10*int64(end[0]-'0') + int64(end[1]-'0')
		ok = last%100 > 12
	}
	return first, ok && last > first && last <= first+10
}

// year reads four digits.
func year(text string) (int64, bool) {
	if !isKommuneCode(text) { // four digits, as well
		return 0, false
	}
	return parseInteger(text)
}
