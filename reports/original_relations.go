package reports

import (
	"path"
	"strconv"
	"strings"
)

// relation is what leads from one part to another.
type relation struct{ id, kind, target string }

// is compares the kind by its last word, which both variants of the format share.
func (r relation) is(kind string) bool { return strings.HasSuffix(r.kind, "/"+kind) }

// Namespaces and kinds of relations.
const (
	nsMain      = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	nsRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	nsPackage   = "http://schemas.openxmlformats.org/package/2006/relationships"
	xmlHeader   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

// relationsOf is the name of the part with the relations of a part; "" is the package itself.
func relationsOf(part string) string {
	return strings.TrimPrefix(path.Join(path.Dir("/"+part), "_rels", path.Base(part)+".rels"), "/")
}

// relations are the relations of the part to others of the package.
func (o *original) relations(part string) (*node, []relation, error) {
	name := relationsOf(part)
	if part == "" {
		name = "_rels/.rels"
	}
	if !o.has(name) {
		return nil, nil, nil
	}
	_, root, err := o.tree(name)
	if err != nil {
		return nil, nil, err
	}
	var all []relation
	for _, n := range root.children {
		r := relation{n.attribute("Id"), n.attribute("Type"), n.attribute("Target")}
		if n.attribute("TargetMode") != "External" {
			if !strings.HasPrefix(r.target, "/") {
				r.target = path.Join(path.Dir("/"+part), r.target)
			}
			r.target = partName(r.target)
		}
		all = append(all, r)
	}
	return root, all, nil
}

// relate adds a relation from the part and returns its id.
func (o *original) relate(part, kind, target string) (string, error) {
	root, all, err := o.relations(part)
	if err != nil {
		return "", err
	}
	taken := map[string]bool{}
	for _, r := range all {
		taken[r.id] = true
	}
	id := ""
	for i := len(all) + 1; id == "" || taken[id]; i++ {
		id = "rId" + strconv.Itoa(i)
	}
	element := `<Relationship` + root.declare(nsPackage) + ` Id="` + id + `" Type="` + nsRelations + "/" + kind + `" Target="/` + escaped(target) + `"/>`
	name := relationsOf(part)
	if root == nil {
		o.change(name, []byte(xmlHeader+`<Relationships xmlns="`+nsPackage+`">`+element+`</Relationships>`))
		return id, nil
	}
	content, err := o.read(name)
	if err != nil {
		return "", err
	}
	var e edits
	e.inside(content, root, element)
	o.change(name, e.apply(content))
	return id, nil
}

// typed says of new parts what they are: by name, and of drawings of remarks by their ending.
func (o *original) typed(kinds map[string]string, names []string, drawings bool) error {
	content, root, err := o.tree(contentTypes)
	if err != nil {
		return err
	}
	ns, with := root.declare("http://schemas.openxmlformats.org/package/2006/content-types"), ""
	if drawings {
		known := false
		for _, n := range root.children {
			known = known || n.name == "Default" && strings.EqualFold(n.attribute("Extension"), "vml")
		}
		if !known {
			with += `<Default` + ns + ` Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>`
		}
	}
	for _, name := range names {
		with += `<Override` + ns + ` PartName="/` + escaped(name) + `" ContentType="` + kinds[name] + `"/>`
	}
	var e edits
	e.inside(content, root, with)
	o.change(contentTypes, e.apply(content))
	return nil
}
