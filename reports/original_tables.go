package reports

import (
	"fmt"
	"strconv"
	"strings"
)

func tablePart(i int) string { return fmt.Sprint(ourTables, i, ".xml") }

// joinTable adds a table under a number and a name that no other has, and returns its part.
func (o *original) joinTable(content []byte) (string, error) {
	root, err := parse(content)
	if err != nil {
		return "", err
	}
	taken, highest, err := o.tables()
	if err != nil {
		return "", err
	}
	name := root.attribute("name")
	for i := 1; taken[strings.ToLower(name)]; i++ {
		name = root.attribute("name") + "_" + strconv.Itoa(i)
	}
	var e edits
	e.set(content, root.start, root.inner, "id", strconv.Itoa(highest+1))
	e.set(content, root.start, root.inner, "name", name)
	e.set(content, root.start, root.inner, "displayName", name)
	part := o.free(ourTables + "%d.xml")
	o.change(part, e.apply(content))
	return part, nil
}

// tables are the names that tables and ranges of the workbook have, and the highest number of a table.
func (o *original) tables() (taken map[string]bool, highest int, err error) {
	taken = map[string]bool{}
	_, book, err := o.tree(o.workbook)
	if err != nil {
		return nil, 0, err
	}
	if list := book.child("definedNames"); list != nil {
		for _, n := range list.children {
			taken[strings.ToLower(n.attribute("name"))] = true
		}
	}
	for _, part := range o.partsIn("xl/tables/") {
		_, root, err := o.tree(part)
		if err != nil {
			return nil, 0, err
		}
		for _, attribute := range []string{"name", "displayName"} {
			taken[strings.ToLower(root.attribute(attribute))] = true
		}
		n, _ := strconv.Atoi(root.attribute("id"))
		highest = max(highest, n)
	}
	return taken, highest, nil
}
