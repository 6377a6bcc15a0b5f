package ingest

import (
	"math"
	"strconv"
	"strings"
)

// parseInteger reads a whole number: digits, a sign, and spaces between groups
// of three. A decimal part must be zero, as in 1995,0.
func parseInteger(text string) (int64, bool) {
	plain, ok := plainNumber(text)
	if !ok {
		return 0, false
	}
	if i := strings.IndexAny(plain, ",."); i > 0 && isDigit(plain[i-1]) && onlyZeros(plain[i+1:]) {
		plain = plain[:i]
	}
	n, err := strconv.ParseInt(plain, 10, 64)
	return n, err == nil
}

// onlyZeros is true of decimals that say nothing. Three of them may be a
// thousand.
func onlyZeros(decimals string) bool {
	return decimals != "" && len(decimals) != 3 && strings.Trim(decimals, "0") == ""
}

// parseNumber reads a number with a decimal comma or point. A point before
// exactly three digits (69.500) is refused, because it may as well divide
// thousands; 0.500 can only be a half.
func parseNumber(text string) (float64, bool) {
	plain, ok := plainNumber(text)
	if !ok {
		return 0, false
	}
	if pointMayDivide(plain) {
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

// pointMayDivide says whether the one point of a number stands before exactly
// three digits.
func pointMayDivide(text string) bool {
	whole, part, hasPoint := strings.Cut(text, ".")
	return hasPoint && len(part) == 3 && !strings.Contains(part, ",") && strings.TrimLeft(whole, "+-0") != "" && len(strings.TrimLeft(whole, "+-")) <= 3
}

// isAmbiguousNumber is true of 1.234, which is a thousand to one reader and one
// and a bit to another.
func isAmbiguousNumber(text string) bool {
	plain, ok := plainNumber(text)
	return ok && pointMayDivide(plain) && strings.Trim(plain, "+-.0123456789") == ""
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
	ascii, points := true, 0
	for i := range len(text) {
		switch c := text[i]; {
		case c == '.':
			points++
		case c == ' ' || c >= 0x80 || c == 'k' || c == 'K' || c == 'n' || c == 'N':
			ascii = false
		case c == ',' && (points > 0 || i == len(text)-2):
			ascii = false
		}
	}
	if ascii && points < 2 { // by far the most
		return text, text != ""
	}
	text = withoutPoints(withoutKroner(spacesAndSigns.Replace(text)))
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

// withoutKroner leaves out the name of the currency, and the ,- that stands for
// no øre.
func withoutKroner(text string) string {
	lower := strings.ToLower(text)
	for _, name := range []string{"kr.", "kr", "nok"} {
		if strings.HasPrefix(lower, name) {
			text = strings.TrimLeft(text[len(name):], " ")
			break
		}
		if strings.HasSuffix(lower, name) {
			text = strings.TrimRight(text[:len(text)-len(name)], " ")
			break
		}
	}
	return strings.TrimSuffix(text, ",-")
}

// withoutPoints leaves out points between thousands where they can be nothing
// else: there are several, or a comma comes after.
func withoutPoints(text string) string {
	whole, part, hasComma := strings.Cut(text, ",")
	groups := strings.Split(whole, ".")
	if len(groups) < 2 || len(groups) == 2 && !hasComma {
		return text
	}
	for i, group := range groups {
		digits := strings.TrimLeft(group, "+-")
		if i > 0 && len(group) != 3 || i == 0 && (len(digits) < 1 || len(digits) > 3) || strings.Trim(digits, "0123456789") != "" {
			return text
		}
	}
	if hasComma {
		return strings.Join(groups, "") + "," + part
	}
	return strings.Join(groups, "")
}

var spacesAndSigns = strings.NewReplacer(
	"\u00a0", " ", "\u202f", " ", "\u2009", " ", // no-break, narrow no-break and thin space
	"\u2212", "-", "–", "-", // minus sign and en dash
)

// ValidOrgNo is the organisation number in nine digits, if its check digit is
// right. Spaces, a country code before it and MVA after it are left out.
func ValidOrgNo(text string) (string, bool) {
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
