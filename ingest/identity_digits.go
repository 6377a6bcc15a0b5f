package ingest

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// The first bytes of the characters beyond ASCII: of all of them, and of the
// Latin letters, of which Norwegian text is full.
const (
	firstLead = 0xc2
	latinLead = 0xc3
)

// plainDigits is the text with its digits, of whatever script and width, as 0
// to 9, and without the characters that nobody sees: between two digits they
// come from the web page or the letter that the number was copied from.
func plainDigits(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r <= unicode.MaxLatin1 && r != softHyphen:
			return r
		case unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Mn, r):
			return -1
		case unicode.Is(unicode.Nd, r):
			return '0' + digitOf(r)
		}
		return r
	}, norm.NFKC.String(text))
}

const softHyphen = '\u00ad'

// digitOf is the value of a decimal digit. The ten of a script follow each
// other.
func digitOf(r rune) rune {
	zero := r
	for unicode.Is(unicode.Nd, zero-1) && r-zero < 9 {
		zero--
	}
	return r - zero
}

// withoutExponent writes out a number that a spreadsheet saved as text in
// scientific form, 1.0190100460E+09.
func withoutExponent(text string) string {
	if !strings.ContainsAny(text, "eE") {
		return text
	}
	number, err := strconv.ParseFloat(strings.Replace(trim(text), ",", ".", 1), 64)
	if err != nil || number < 1e8 || number >= 1e12 {
		return text
	}
	return strconv.FormatFloat(number, 'f', 0, 64)
}
