package reports

import (
	"math"
	"strings"
)

// Row heights are written, not left to the reader's program: not every one of them makes room for a text of several lines.
const (
	rowHeight  = 15.0  // a row of usual height, in points
	lineHeight = 12.75 // a line of the usual font
	tallest    = 409.0 // that the format allows
	boldness   = 1.08  // how much wider a bold text is
)

// heightOf is the height of a row in which the text takes so many lines.
func heightOf(lines int) float64 { return min(max(rowHeight, float64(lines)*lineHeight+3), tallest) }

// linesOf is how many lines the text takes in a column of the width, broken between words.
func linesOf(text string, width float64) int {
	width -= 1.5 // margins and indent
	lines := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines++
		at := 0.0
		for _, word := range strings.Fields(paragraph) {
			w := widthOf(word)
			if at > 0 && at+w > width {
				lines, at = lines+1, 0
			}
			lines += int(w / width) // a word that is longer than the line
			at += math.Mod(w, width) + widthOf(" ")
		}
	}
	return lines
}

// widthOf is the width of the text in digits of the usual font, in round figures from its table of widths.
func widthOf(text string) float64 {
	var width float64
	for _, r := range text {
		switch {
		case strings.ContainsRune("ijl.,:;|!'", r):
			width += 0.45
		case strings.ContainsRune(" ftrI()[]/-\u00a0", r):
			width += 0.6
		case strings.ContainsRune("mwMWæÆ%@—", r):
			width += 1.6
		case r >= 'A' && r <= 'Z' || r == 'Ø' || r == 'Å':
			width += 1.3
		default:
			width++
		}
	}
	return width
}
