package reports

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// longestName is the most that a sheet's name may hold, in UTF-16 units.
const longestName = 31

// sheetName is the wanted name as the format allows it: without the characters that mean something in a reference, cut at a
// word, and different from the others whatever the case.
func sheetName(wanted string, others []*sheet) string {
	wanted = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) {
			return ' '
		}
		return r
	}, plain(wanted))
	wanted = strings.Trim(strings.Join(strings.Fields(wanted), " "), "'")
	name := cut(wanted, longestName)
	for i := 2; taken(name, others); i++ {
		number := fmt.Sprintf(" (%d)", i)
		name = cut(wanted, longestName-len(number)) + number
	}
	return name
}

func taken(name string, others []*sheet) bool {
	for _, other := range others {
		if strings.EqualFold(name, other.name) {
			return true
		}
	}
	// The format keeps this name for itself, and a sheet needs one.
	return name == "" || strings.EqualFold(name, "History")
}

// cut shortens the text to the number of UTF-16 units, at the end of a word where there is one, and marks that it did.
func cut(text string, most int) string {
	if units(text) <= most {
		return text
	}
	runes := []rune(text)
	for units(string(runes)) > most-1 {
		runes = runes[:len(runes)-1]
	}
	short := string(runes)
	if space := strings.LastIndexByte(short, ' '); space > len(short)/2 {
		short = short[:space]
	}
	return strings.TrimRight(short, " ,.'") + "…"
}

func units(text string) int { return len(utf16.Encode([]rune(text))) }

// quoted is the sheet's name as a reference holds it.
func quoted(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }
