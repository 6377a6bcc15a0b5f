package reports

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// A faulty cell is hatched, on a ground that leaves its text readable, and framed: some programs fill evenly where the file says
// lines, and the frame shows in print without colour.
const (
	hatched = `<patternFill patternType="lightUp"><fgColor rgb="FFF0C060"/><bgColor rgb="FFFFF3D6"/></patternFill>`
	side    = ` style="medium"><color rgb="FF8A4B00"/></`
	framed  = `<left` + side + `left><right` + side + `right><top` + side + `top><bottom` + side + `bottom><diagonal/>`
)

// styles are the styles of a workbook, to which ours and those of faulty cells are added behind its own.
type styles struct {
	content []byte
	root    *node
	edits   edits
	first   int // what our first style has become
	formats []*node
	fonts   []*node
	filled  int         // the number of the fill of faulty cells
	framed  int         // the number of their border
	redone  map[int]int // fonts in dark ink, by what they were
	marked  map[int]int // styles of faulty cells, by what they were
	added   map[string]string
	count   map[string]int
}

// lists of the styles that are added to.
var styleLists = []string{"numFmts", "fonts", "fills", "borders", "cellXfs"}

// newStyles joins our styles to those of the workbook.
func newStyles(content, ours []byte) (*styles, error) {
	root, err := parse(content)
	if err != nil {
		return nil, cannotMark(err.Error())
	}
	own, err := parse(ours)
	if err != nil {
		return nil, err
	}
	s := &styles{content: content, root: root, redone: map[int]int{}, marked: map[int]int{}, added: map[string]string{}, count: map[string]int{}}
	for _, name := range styleLists {
		list := root.child(name)
		if list == nil && name != "numFmts" {
			return nil, cannotMark("styles without " + name)
		}
		if list != nil {
			s.count[name] = len(list.children)
		}
	}
	if s.count["cellXfs"] == 0 || s.count["fonts"] == 0 {
		return nil, cannotMark("empty styles")
	}
	s.formats, s.fonts, s.first = root.child("cellXfs").children, root.child("fonts").children, s.count["cellXfs"]
	s.takeOver(own, ours)
	s.filled = s.count["fills"]
	s.add("fills", `<fill`+root.declare(nsMain)+`>`+hatched+`</fill>`)
	s.framed = s.count["borders"]
	s.add("borders", `<border`+root.declare(nsMain)+`>`+framed+`</border>`)
	return s, nil
}

// add puts an element behind the others of the list and returns its number.
func (s *styles) add(list, element string) int {
	s.added[list] += element
	s.count[list]++
	return s.count[list] - 1
}

// takeOver adds all our styles, with the numbers that their parts have from now on.
func (s *styles) takeOver(own *node, ours []byte) {
	offsets := []struct {
		attribute string
		by        int
	}{{"fontId", s.count["fonts"]}, {"fillId", s.count["fills"]}, {"borderId", s.count["borders"]}}
	numbers := map[string]int{}
	next := 1000 // beyond what the format and the usual programs use
	if list := s.root.child("numFmts"); list != nil {
		for _, f := range list.children {
			n, _ := strconv.Atoi(f.attribute("numFmtId"))
			next = max(next, n+1)
		}
	}
	if list := own.child("numFmts"); list != nil {
		for _, f := range list.children {
			numbers[f.attribute("numFmtId")] = next
			s.add("numFmts", fmt.Sprintf(`<numFmt%s numFmtId="%d" formatCode="%s"/>`, s.root.declare(nsMain), next, escaped(f.attribute("formatCode"))))
			next++
		}
	}
	for _, name := range []string{"fonts", "fills", "borders"} {
		for _, n := range own.child(name).children {
			s.add(name, s.declared(string(ours[n.start:n.end]), n.name))
		}
	}
	for _, n := range own.child("cellXfs").children {
		var e edits
		for _, offset := range offsets {
			id, _ := strconv.Atoi(n.attribute(offset.attribute))
			e.set(ours, n.start, n.inner, offset.attribute, strconv.Itoa(id+offset.by))
		}
		if number, ok := numbers[n.attribute("numFmtId")]; ok {
			e.set(ours, n.start, n.inner, "numFmtId", strconv.Itoa(number))
		}
		e.set(ours, n.start, n.inner, "xfId", "0")
		s.add("cellXfs", s.declared(within(ours, n, e), n.name))
	}
}

// declared is the element in the namespace of the styles, whatever prefix these use.
func (s *styles) declared(element, name string) string {
	return strings.Replace(element, "<"+name, "<"+name+s.root.declare(nsMain), 1)
}

// within is the element with the changes made.
func within(content []byte, n *node, e edits) string {
	for i := range e {
		e[i].from, e[i].to = e[i].from-n.start, e[i].to-n.start
	}
	return string(e.apply(content[n.start:n.end]))
}

// ours is the number that a style of ours has in the workbook.
func (s *styles) ours(style int) int { return s.first + style }

// faulty is the style of a faulty cell that had the style: the same with a hatched ground, a frame and dark ink.
func (s *styles) faulty(style int) int {
	if style < 0 || style >= len(s.formats) {
		style = 0
	}
	if id, ok := s.marked[style]; ok {
		return id
	}
	n := s.formats[style]
	var e edits
	e.set(s.content, n.start, n.inner, "fillId", strconv.Itoa(s.filled))
	e.set(s.content, n.start, n.inner, "applyFill", "1")
	e.set(s.content, n.start, n.inner, "borderId", strconv.Itoa(s.framed))
	e.set(s.content, n.start, n.inner, "applyBorder", "1")
	e.set(s.content, n.start, n.inner, "fontId", strconv.Itoa(s.inked(n.attribute("fontId"))))
	e.set(s.content, n.start, n.inner, "applyFont", "1")
	s.marked[style] = s.add("cellXfs", within(s.content, n, e))
	return s.marked[style]
}

// inked is the font in dark ink, since what was light on a dark ground could not be read on a light one.
func (s *styles) inked(id string) int {
	font, _ := strconv.Atoi(id)
	if font < 0 || font >= len(s.fonts) {
		return 0
	}
	if redone, ok := s.redone[font]; ok {
		return redone
	}
	n := s.fonts[font]
	s.redone[font] = font
	if colour := n.child("color"); colour != nil {
		dark := edits{{colour.start, colour.end, `<` + n.of("color") + ` rgb="FF` + ink[1:] + `"/>`}}
		s.redone[font] = s.add("fonts", within(s.content, n, dark))
	}
	return s.redone[font]
}

// bytes are the styles with what was added.
func (s *styles) bytes() []byte {
	for _, name := range styleLists {
		list := s.root.child(name)
		switch {
		case s.added[name] == "":
		case list == nil: // of number formats: they come first
			s.edits.add(s.root.inner, fmt.Sprintf(`<%s count="%d">%s</%s>`, s.root.of(name), s.count[name], s.added[name], s.root.of(name)))
		default:
			s.edits.setCount(s.content, list, s.count[name])
			s.edits.inside(s.content, list, s.added[name])
		}
	}
	return bytes.Clone(s.edits.apply(s.content))
}
