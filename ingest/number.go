package ingest

import (
	"math"
	"strconv"
	"strings"
)

// parseInteger reads a whole number: digits, a sign, and spaces between groups
// of three. A decimal part is refused, also when it is zero.
func parseInteger(text string) (int64, bool) {
	plain, ok := plainNumber(text)
	if !ok {
		return 0, false
	}
	n, err := strconv.ParseInt(plain, 10, 64)
	return n, err == nil
}

// parseNumber reads a number with a decimal comma or point. A point before
// exactly three digits (69.500) is refused, because it may as well divide
// thousands; 0.500 can only be a half.
func parseNumber(text string) (float64, bool) {
	plain, ok := plainNumber(text)
	if !ok {
		return 0, false
	}
	if whole, part, hasPoint := strings.Cut(plain, "."); hasPoint && len(part) == 3 && strings.TrimLeft(whole, "+-0") != "" && len(strings.TrimLeft(whole, "+-")) <= 3 {
		return 0, false
	}
	plain = strings.Replace(plain, ",", ".", 1)
	for _, c := range []byte(plain) { // ParseFloat also takes 1e3, 0x1p-2, 1_000 and Inf
		if !isDigit(c) && c != '.' && c != '-' && c != '+' {
			return 0, false
		}
	}
	x, err := strconv.ParseFloat(plain, 64)
	return x, err == nil
}

// wholeNumber is the integer that a number of a spreadsheet is, if it is one.
func wholeNumber(x float64) (int64, bool) {
	const exact = 1 << 53 // beyond it a float64 skips whole numbers
	if x != math.Trunc(x) || math.Abs(x) > exact {
		return 0, false
	}
	return int64(x), true
}

// plainNumber removes the spaces between thousands and writes the minus signs
// of typesetters as a hyphen. Spaces anywhere else are refused: 12 34 is two
// numbers.
func plainNumber(text string) (string, bool) {
	ascii := true
	for i := range len(text) {
		if c := text[i]; c == ' ' || c >= 0x80 {
			ascii = false
			break
		}
	}
	if ascii { // by far the most
		return text, text != ""
	}
	text = spacesAndSigns.Replace(text)
	whole, part, hasComma := strings.Cut(text, ",")
	if strings.Contains(part, " ") {
		return "", false
	}
	groups := strings.Split(whole, " ")
	for i, group := range groups {
		if digits := strings.TrimLeft(group, "+-"); i > 0 && len(group) != 3 || i == 0 && len(groups) > 1 && (len(digits) < 1 || len(digits) > 3) {
			return "", false
		}
	}
	plain := strings.Join(groups, "")
	if hasComma {
		plain += "," + part
	}
	return plain, true
}

var spacesAndSigns = strings.NewReplacer(
	"\u00a0", " ", "\u202f", " ", "\u2009", " ", // no-break, narrow no-break and thin space
	"\u2212", "-", "–", "-", // minus sign and en dash
)

// validOrgNo is the organisation number in nine digits, if its check digit is
// right. Spaces, a country code before it and MVA after it are left out.
func validOrgNo(text string) (string, bool) {
	s := strings.ToUpper(spacesAndSigns.Replace(text))
	s = strings.ReplaceAll(strings.ReplaceAll(s, " ", ""), ".", "")
	s = strings.TrimSuffix(strings.TrimPrefix(s, "NO"), "MVA")
	if len(s) != 9 {
		return "", false
	}
	sum := 0
	for i, weight := range [9]int{3, 2, 7, 6, 5, 4, 3, 2, 1} { // with the check digit itself the sum is 0
		if !isDigit(s[i]) {
			return "", false
		}
		sum += weight * int(s[i]-'0')
	}
	return s, sum%11 == 0
}

// yesOrNo is what a word answers.
func yesOrNo(text string) (yes, ok bool) {
	switch strings.ToLower(text) {
	case "ja", "j", "yes", "y", "x", "1", "sant", "true":
		return true, true
	case "nei", "n", "no", "0", "usant", "false":
		return false, true
	}
	return false, false
}
