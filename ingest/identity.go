package ingest

import (
	"strings"
	"unicode"
)

// holdsIdentityNumber says whether a valid national identity number or
// D-number stands anywhere in the text: eleven digits, or eleven in groups as
// identityGroups says, and no further digit beside them. A text of exactly ten
// digits counts too when a zero before them makes a valid number, because a
// spreadsheet drops that zero. Digits count in any script, and what is not seen
// between them is not there.
func holdsIdentityNumber(text string) bool { return countIdentityNumbers(text) > 0 }

// countIdentityNumbers is how many there are.
func countIdentityNumbers(text string) int { return countDigits(text, validIdentityNumber) }

// looksLikeIdentityNumber is true as well when the check digits are wrong: a
// mistyped number still points at a person, and no problem repeats it.
func looksLikeIdentityNumber(text string) bool {
	return countDigits(text, func([11]byte) bool { return true }) > 0
}

const (
	// shortestIdentity is the length of a number that lost its zero.
	shortestIdentity = 10
	// fewestIdentity is the number of digits of 5.3.85-15672.
	fewestIdentity = 9
)

// countDigits counts the places in the text where digits stand as an identity
// number is written and accept is true of them.
func countDigits(text string, accept func([11]byte) bool) (found int) {
	if len(text) < shortestIdentity {
		return 0
	}
	if many, strange := manyDigits(text); strange {
		text = plainDigits(text)
		if many, _ = manyDigits(text); !many {
			return 0
		}
	} else if !many { // most cells end here
		return 0
	}
	text = withoutExponent(text)
	for i := 0; i < len(text); {
		if !isDigit(text[i]) {
			i++
			continue
		}
		end := digitsEnd(text, i)
		if end-i == 10 && strings.TrimSpace(text) == text[i:end] && zeroMayBeLost(text[i:end]) &&
			accept([11]byte([]byte("0"+text[i:end]))) {
			return 1
		}
		if last := identityEnd(text, i, accept); last > 0 {
			found++
			end = last
		}
		i = end
	}
	return found
}

// manyDigits says whether there are digits enough, and whether characters stand
// among them that may be digits or be invisible. Letters such as æ are none.
func manyDigits(text string) (many, strange bool) {
	digits := 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case isDigit(c):
			digits++
		case c >= firstLead && c != latinLead:
			strange = true
		}
	}
	return digits >= fewestIdentity, strange
}

// zeroMayBeLost leaves out the months that are raised by 65, a series of test
// numbers: with them every tenth telephone number written 47… without a plus
// would count.
func zeroMayBeLost(tenDigits string) bool {
	month := 10*int(tenDigits[1]-'0') + int(tenDigits[2]-'0')
	return month < 66 || month > 77
}

// validIdentityNumber checks the date and the check digits by the rule of
// 2032, under which every number of today is valid too
// (Skatteetaten, "Nytt fødselsnummer fra 2032").
func validIdentityNumber(digits [11]byte) bool {
	var d [11]int
	for i, c := range digits {
		d[i] = int(c - '0')
	}
	day, month := 10*d[0]+d[1], 10*d[2]+d[3]
	if day > 40 { // D-number
		day -= 40
	}
	switch { // numbers of test persons
	case month > 80:
		month -= 80
	case month > 65:
		month -= 65
	case month > 40:
		month -= 40
	}
	if day < 1 || day > 31 || month < 1 || month > 12 {
		return false
	}
	first, second := d[9], d[10]
	for i, weight := range [9]int{3, 7, 6, 1, 8, 9, 4, 5, 2} {
		first += weight * d[i]
	}
	for i, weight := range [10]int{5, 4, 3, 2, 7, 6, 5, 4, 3, 2} {
		second += weight * d[i]
	}
	return first%11 <= 3 && second%11 == 0 // until 2032 the first is always 0
}

func isDigit(c byte) bool { return c-'0' <= 9 }

func digitsEnd(text string, i int) int {
	for i < len(text) && isDigit(text[i]) {
		i++
	}
	return i
}

// ShownName is the name of a file as it may be repeated: without its digits if
// they hold an identity number.
func ShownName(name string) string {
	if holdsIdentityNumber(name) {
		return hideDigits(name)
	}
	return name
}

// hideDigits replaces the digits of a name that must not be repeated.
func hideDigits(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsNumber(r) {
			return '•'
		}
		return r
	}, name)
}
