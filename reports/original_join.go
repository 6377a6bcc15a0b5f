package reports

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
)

// The parts of our own book that are taken over. It has one sheet.
const (
	ourSheet    = "xl/worksheets/sheet1.xml"
	ourStyles   = "xl/styles.xml"
	ourStrings  = "xl/sharedStrings.xml"
	ourWorkbook = "xl/workbook.xml"
	ourTables   = "xl/tables/table"
)

// Kinds of parts.
const (
	kindSheet    = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
	kindTable    = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"
	kindStyles   = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
	kindComments = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
)

// join puts the sheet of our own book before those of the workbook, and shows it first. It returns the styles of both, to which
// more can be added.
func (o *original) join(ours map[string][]byte, name string) (*styles, error) {
	s, err := o.joinStyles(ours)
	if err != nil {
		return nil, err
	}
	part := o.free("xl/worksheets/sheet%d.xml")
	content, err := standalone(ours[ourSheet], ours[ourStrings], s)
	if err != nil {
		return nil, err
	}
	o.change(part, content)
	kinds, names := map[string]string{part: kindSheet}, []string{part}
	for i := 1; ours[tablePart(i)] != nil; i++ {
		table, err := o.joinTable(ours[tablePart(i)])
		if err != nil {
			return nil, err
		}
		kinds[table], names = kindTable, append(names, table)
		// The sheet's own relations are made anew in the order that the library gave them numbers in.
		if id, err := o.relate(part, "table", table); err != nil || id != "rId"+strconv.Itoa(i) {
			return nil, fmt.Errorf("relation of table %d: got %s: %w", i, id, err)
		}
	}
	if err := o.typed(kinds, names, false); err != nil {
		return nil, err
	}
	id, err := o.relate(o.workbook, "worksheet", part)
	if err != nil {
		return nil, err
	}
	if err := o.listFirst(name, id, ours[ourWorkbook]); err != nil {
		return nil, err
	}
	return s, o.unselect()
}

// joinStyles adds our styles to those of the workbook, or gives it ours when it has none.
func (o *original) joinStyles(ours map[string][]byte) (*styles, error) {
	content := ours[ourStyles]
	if o.styles == "" {
		o.styles = ourStyles
		if o.has(o.styles) { // and nothing leads to it
			o.styles = o.free("xl/styles%d.xml")
		}
		if _, err := o.relate(o.workbook, "styles", o.styles); err != nil {
			return nil, err
		}
		if err := o.typed(map[string]string{o.styles: kindStyles}, []string{o.styles}, false); err != nil {
			return nil, err
		}
	} else {
		var err error
		if content, err = o.read(o.styles); err != nil {
			return nil, err
		}
	}
	return newStyles(content, ours[ourStyles])
}

// standalone is our sheet with its texts in its cells and its styles as they are numbered now.
func standalone(sheet, shared []byte, s *styles) ([]byte, error) {
	list, err := parse(shared)
	if err != nil {
		return nil, err
	}
	scanned, err := scan(sheet, func(int) bool { return true })
	if err != nil {
		return nil, err
	}
	var e edits
	for _, row := range scanned.rows {
		for _, c := range row.cells {
			e.set(sheet, c.start, c.inner, "s", strconv.Itoa(s.ours(c.style)))
			if c.kind != "s" {
				continue
			}
			i, err := strconv.Atoi(c.value)
			if err != nil || i < 0 || i >= len(list.children) {
				return nil, errNotXML
			}
			text := list.children[i]
			e.set(sheet, c.start, c.inner, "t", "inlineStr")
			e = append(e, edit{c.inner, c.close, "<is>" + string(shared[text.inner:text.close]) + "</is>"})
		}
	}
	return e.apply(sheet), nil
}

// listFirst has the workbook list the sheet first, with its print area, and open with it. What counts sheets by their place is
// moved by one.
func (o *original) listFirst(name, id string, ours []byte) error {
	content, root, err := o.tree(o.workbook)
	if err != nil {
		return err
	}
	list, highest := root.child("sheets"), 0
	for _, sheet := range list.children {
		n, _ := strconv.Atoi(sheet.attribute("sheetId"))
		highest = max(highest, n)
	}
	ns := root.declare(nsMain)
	var e edits
	e.add(list.inner, fmt.Sprintf(`<sheet%s xmlns:r="%s" name="%s" sheetId="%d" r:id="%s"/>`, ns, nsRelations, escaped(name), highest+1, id))
	if views := root.child("bookViews"); views != nil {
		for _, view := range views.children {
			e.set(content, view.start, view.inner, "firstSheet", "0")
			e.set(content, view.start, view.inner, "activeTab", "0")
		}
	}
	own, err := parse(ours)
	if err != nil {
		return err
	}
	mine := "" // the print area and the like of our sheet, which is the first in either workbook
	for _, n := range own.child("definedNames").children {
		mine += fmt.Sprintf(`<definedName%s name="%s" localSheetId="0">%s</definedName>`, ns, escaped(n.attribute("name")), ours[n.inner:n.close])
	}
	if names := root.child("definedNames"); names != nil {
		for _, n := range names.children {
			if i, err := strconv.Atoi(n.attribute("localSheetId")); err == nil {
				e.set(content, n.start, n.inner, "localSheetId", strconv.Itoa(i+1))
			}
		}
		e.inside(content, names, mine)
	} else {
		after := list.end
		for _, before := range []string{"functionGroups", "externalReferences"} {
			if n := root.child(before); n != nil {
				after = n.end
			}
		}
		e.add(after, "<"+root.of("definedNames")+">"+mine+"</"+root.of("definedNames")+">")
	}
	o.change(o.workbook, e.apply(content))
	return nil
}

var selected = regexp.MustCompile(`(<(?:\w+:)?sheetView(?:\s[^>]*?)?)\s+tabSelected\s*=\s*(?:"[^"]*"|'[^']*')`)

// unselect leaves our sheet as the only one that is selected: what is typed into one of several goes into all.
func (o *original) unselect() error {
	const headOfSheet = 1 << 16
	for _, sheet := range o.sheets {
		head, err := o.head(sheet.part, headOfSheet)
		if err != nil {
			return err
		}
		if !selected.Match(head) {
			continue
		}
		content, err := o.read(sheet.part)
		if err != nil {
			return err
		}
		n := min(len(content), headOfSheet)
		o.change(sheet.part, bytes.Join([][]byte{selected.ReplaceAll(content[:n], []byte("$1")), content[n:]}, nil))
	}
	return nil
}
