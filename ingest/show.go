package ingest

import (
	"strings"
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

// printable replaces what would command a terminal instead of being shown.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return unicode.ReplacementChar
		}
		return r
	}, text)
}
