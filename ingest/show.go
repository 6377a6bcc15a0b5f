package ingest

import (
	"strconv"
	"strings"
	"time"
	"unicode"
)

// show is what stood in a cell as a problem may repeat it: in one line, cut
// when long, and not at all when it points at a person.
func show(text string) (shown string, masked bool) {
	const longest = 60
	text = printable(strings.Join(strings.Fields(trim(text)), " "))
	if strings.Contains(text, "@") || looksLikeIdentityNumber(text) {
		return "", true
	}
	if runes := []rune(text); len(runes) > longest {
		return string(runes[:longest]) + "…", false
	}
	return text, false
}

// shown is the cell's text as it stands in a Norwegian spreadsheet. What it is
// read as is another text, in the form that a program expects.
func (c cell) shown() string {
	switch c.kind {
	case numberCell:
		if text := c.text; len(text) > generalDigits && strings.Contains(text, ".") { // 0.30000000000000004
			return strings.Replace(strconv.FormatFloat(c.number, 'g', generalDigits-1, 64), ".", ",", 1)
		}
		return strings.Replace(c.text, ".", ",", 1)
	case dateCell:
		if day, err := time.Parse(time.DateOnly, c.text); err == nil {
			return day.Format("02.01.2006")
		}
	case boolCell:
		if c.text == "0" {
			return "USANN"
		}
		return "SANN"
	}
	return c.text
}

// generalDigits is how many digits a spreadsheet shows of a number without a
// format.
const generalDigits = 11

// printable replaces what would command a terminal instead of being shown.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return unicode.ReplacementChar
		}
		return r
	}, text)
}
