package reports

import (
	"bytes"
	"fmt"
	"slices"
)

// addNotes adds the sheet's remarks to those that it has: to the part that holds their texts, and to the drawing of their boxes.
func (m *marker) addNotes(part string, s *markedSheet) error {
	if len(s.notes) == 0 {
		return nil
	}
	m.drawings++
	_, relations, err := m.original.relations(part)
	if err != nil {
		return err
	}
	comments, drawing := "", ""
	for _, r := range relations {
		if r.is("comments") {
			comments = r.target
		}
		if r.id == s.drawing && s.drawing != "" {
			drawing = r.target
		}
	}
	kept, err := m.writeTexts(part, comments, s.notes)
	if err != nil {
		return err
	}
	shapes := ""
	for i, n := range s.notes {
		if !kept[i] {
			shapes += s.box(n, m.drawings*shapesOfSheet+i)
		}
	}
	if shapes == "" {
		return nil
	}
	if drawing == "" {
		drawing = m.original.free("xl/drawings/vmlDrawing%d.vml")
		id, err := m.original.relate(part, "vmlDrawing", drawing)
		if err != nil {
			return err
		}
		s.edits.add(s.drawAt, fmt.Sprintf(`<%s xmlns:r="%s" r:id="%s"/>`, s.root.of("legacyDrawing"), nsRelations, id))
		m.original.change(drawing, []byte(fmt.Sprintf(boxes, m.drawings+firstBlock, boxType, shapes)))
		return m.original.typed(nil, nil, true)
	}
	content, err := m.original.read(drawing)
	if err != nil {
		return err
	}
	end := bytes.LastIndex(content, []byte("</xml>"))
	if end < 0 || !bytes.Contains(content, []byte(`xmlns:v="urn:schemas-microsoft-com:vml"`)) {
		return cannotMark("a drawing of remarks in another form")
	}
	if !bytes.Contains(content, []byte(`id="_x0000_t202"`)) {
		shapes = boxType + shapes
	}
	m.original.change(drawing, slices.Concat(content[:end], []byte(shapes), content[end:]))
	return nil
}

// writeTexts adds the texts. A cell that has a remark keeps it, with ours before it; kept says of which notes that is so.
func (m *marker) writeTexts(part, comments string, notes []note) (kept []bool, err error) {
	kept = make([]bool, len(notes))
	if comments == "" {
		comments = m.original.free("xl/comments%d.xml")
		if _, err := m.original.relate(part, "comments", comments); err != nil {
			return nil, err
		}
		if err := m.original.typed(map[string]string{comments: kindComments}, []string{comments}, false); err != nil {
			return nil, err
		}
		m.original.change(comments, []byte(xmlHeader+`<comments xmlns="`+nsMain+`"><authors></authors><commentList></commentList></comments>`))
	}
	content, root, err := m.original.tree(comments)
	if err != nil {
		return nil, err
	}
	authors, list := root.child("authors"), root.child("commentList")
	if authors == nil || list == nil {
		return nil, cannotMark("remarks in another form")
	}
	there := map[string]*node{}
	for _, c := range list.children {
		there[c.attribute("ref")] = c
	}
	var e edits
	ns, added := root.declare(nsMain), ""
	for i, n := range notes {
		at := place(n.column, n.row)
		said := escaped(cellText(cut(n.text, longestNote)))
		if text := there[at].child("text"); text != nil {
			kept[i] = true
			e.add(text.inner, `<r`+ns+`>`+noteFont+`<t xml:space="preserve">`+said+"\n\n"+`</t></r>`)
			if plain := text.child("t"); plain != nil { // beside runs there can be no bare text
				e.add(plain.start, "<"+text.of("r")+">")
				e.add(plain.end, "</"+text.of("r")+">")
			}
			continue
		}
		added += fmt.Sprintf(`<comment%s ref="%s" authorId="%d"><text><r>%s<t xml:space="preserve">%s</t></r></text></comment>`,
			ns, at, len(authors.children), noteFont, said)
	}
	e.inside(content, authors, `<author`+ns+`>`+escaped(plain(m.author))+`</author>`)
	e.inside(content, list, added)
	m.original.change(comments, e.apply(content))
	return kept, nil
}

const (
	longestNote = 4000 // more than a box can show
	noteFont    = `<rPr><sz val="9"/><color rgb="FF1F2E2B"/><rFont val="Arial"/><family val="2"/></rPr>`

	// Every sheet has numbers of its own for its boxes, in blocks of 1024 that are far from those of office programs.
	firstBlock    = 500
	shapesOfSheet = 1024
	boxWidth      = 320 // in pixels
)

// boxes is a drawing of remarks: the block of numbers, the type of the boxes and the boxes.
const boxes = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">` +
	`<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="%d"/></o:shapelayout>%s%s</xml>`

const boxType = `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">` +
	`<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`

// box is the drawing of a remark: hidden until somebody points at its cell, to the right of it, large enough for its text.
func (s *markedSheet) box(n note, number int) string {
	const rowPixels, linePixels = 20, 15
	from, left := n.column, 15 // the next column, counted from 0
	to, room := from, boxWidth+left
	for s.pixels(to+1) < room && to < lastSheetColumn-1 {
		room -= s.pixels(to + 1)
		to++
	}
	top := max(n.row-2, 0)
	height := 12 + linePixels*linesOf(n.text, boxWidth/6.5)
	return fmt.Sprintf(`<v:shape id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;width:%dpx;height:%dpx;z-index:1;visibility:hidden" fillcolor="#fff8e6" strokecolor="#55625f" o:insetmode="auto">`+
		`<v:fill color2="#fff8e6"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>`+
		`<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%d, %d, %d, 4, %d, %d, %d, %d</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>`,
		(firstBlock*shapesOfSheet)+number, boxWidth, height,
		min(from, lastSheetColumn-1), left, top, to, max(room, 1), top+height/rowPixels, 4+height%rowPixels, n.row-1, n.column-1)
}

// pixels is the width of a column, counted from 1, in the usual font.
func (s *markedSheet) pixels(column int) int {
	width := s.usual
	for _, w := range s.widths {
		if w.from <= column && column <= w.to {
			width = w.width
		}
	}
	if width == 0 {
		return 64
	}
	return int(width*7) + 5
}
