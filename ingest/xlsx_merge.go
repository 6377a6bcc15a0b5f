package ingest

import (
	"bytes"
	"errors"
)

// merge is a block of cells that are shown as one. Its text is in the first.
type merge struct{ top, left, bottom, right int } // rows from 1, columns from 0

// merges are the merged cells of a sheet, by their first row.
type merges map[int][]merge

const (
	maxMerges  = 100_000
	manyMerges = "100 000"
)

// merges reads the merged cells of the sheet that is open. They stand behind
// the rows, so the sheet is passed over once to find them.
func (s *sheetSource) merges() (merges, error) {
	part, ok := s.book.part(s.sheets[0].part)
	if !ok {
		return nil, partMissing(s.sheets[0].part)
	}
	defer part.Close()
	x := newXMLScanner(part)
	found, count := merges{}, 0
	for {
		token, err := x.next()
		if err != nil {
			return nil, asRefused(err, Problem{})
		}
		if token == xmlEnd {
			return found, nil
		}
		if token != xmlOpen || string(x.name) != "mergeCell" {
			continue
		}
		if count++; count > maxMerges {
			return nil, Refused{Problem{Rule: RuleFileParts, Allowed: manyMerges}}
		}
		ref, err := x.attr("ref")
		m, ok := parseMerge(ref)
		if err != nil || !ok {
			return nil, asRefused(errors.Join(errXML, err), Problem{})
		}
		found[m.top] = append(found[m.top], m)
	}
}

// parseMerge reads a block such as B2:D3.
func parseMerge(ref []byte) (merge, bool) {
	first, last, ok := bytes.Cut(ref, []byte(":"))
	if !ok {
		last = first
	}
	left, top, ok1 := divideReference(first)
	right, bottom, ok2 := divideReference(last)
	m := merge{left: left, right: right}
	var ok3, ok4 bool
	m.top, ok3 = digitsOf(top)
	m.bottom, ok4 = digitsOf(bottom)
	return m, ok1 && ok2 && ok3 && ok4 && m.left <= m.right && m.top <= m.bottom
}

// text is what a cell shows that is merged with one of the rows' cells.
func (m merges) text(rows []*row, number, column int) string {
	for _, r := range rows {
		for _, block := range m[r.number] {
			if block.bottom >= number && r.number <= number && block.left <= column && column <= block.right {
				return headerText(r, block.left)
			}
		}
	}
	return ""
}

// width is how many columns the blocks that begin in a row reach over.
func (m merges) width(number int) int {
	width := 0
	for _, block := range m[number] {
		width = max(width, min(block.right+1, maxColumns))
	}
	return width
}

// reach says whether a block that begins in one of the rows ends in this one.
func (m merges) reach(rows []*row, number int) bool {
	for _, r := range rows {
		for _, block := range m[r.number] {
			if block.bottom == number {
				return true
			}
		}
	}
	return false
}
