package reports

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strconv"
)

// node is an element of a part that is changed in places and otherwise stays as it was, byte for byte. It knows where it stands.
type node struct {
	name, prefix string
	attributes   []xml.Attr
	start, inner int // where its start tag begins, and where the tag ends
	close, end   int // where its end tag begins and ends; of an empty tag both are inner
	children     []*node
}

var errNotXML = errors.New("not the XML of a workbook")

// parse reads a part as a tree. Only small parts are read so.
func parse(content []byte) (*node, error) {
	d := xml.NewDecoder(bytes.NewReader(content))
	root := &node{}
	open := []*node{root}
	for {
		at := int(d.InputOffset())
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, errNotXML
		}
		top := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			n := &node{name: t.Name.Local, prefix: t.Name.Space, attributes: t.Copy().Attr, start: at, inner: int(d.InputOffset())}
			top.children = append(top.children, n)
			open = append(open, n)
		case xml.EndElement:
			if top == root || top.name != t.Name.Local || top.prefix != t.Name.Space {
				return nil, errNotXML
			}
			top.close, top.end = at, int(d.InputOffset())
			open = open[:len(open)-1]
		}
	}
	if len(open) != 1 || len(root.children) != 1 {
		return nil, errNotXML
	}
	return root.children[0], nil
}

// child is the first child of the name, or nil.
func (n *node) child(name string) *node {
	if n == nil {
		return nil
	}
	for _, c := range n.children {
		if c.name == name {
			return c
		}
	}
	return nil
}

// attribute is the value of the attribute, without regard to its prefix; "" when it is not there.
func (n *node) attribute(name string) string { return attributeOf(n.attributes, name) }

func attributeOf(attributes []xml.Attr, name string) string {
	for _, a := range attributes {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// of is the name of an element beside or in the node.
func (n *node) of(name string) string {
	if n.prefix == "" {
		return name
	}
	return n.prefix + ":" + name
}

// declare is the attribute that an unprefixed element within the node needs to be of the namespace that the node has.
func (n *node) declare(namespace string) string {
	if n == nil || n.prefix == "" {
		return ""
	}
	return ` xmlns="` + namespace + `"`
}

// edit replaces the bytes from..to.
type edit struct {
	from, to int
	with     string
}

// edits are the changes of one part.
type edits []edit

// add puts text in at the place.
func (e *edits) add(at int, with string) { *e = append(*e, edit{at, at, with}) }

// inside puts text in at the end of the node's content.
func (e *edits) inside(content []byte, n *node, with string) {
	if n.close < n.end { // it has an end tag
		e.add(n.close, with)
		return
	}
	open := bytes.TrimRight(content[n.start:n.inner-2], " \t\r\n") // without />
	*e = append(*e, edit{n.start + len(open), n.end, ">" + with + "</" + n.of(n.name) + ">"})
}

// set gives an attribute without prefix a value in the start tag from..to.
func (e *edits) set(content []byte, from, to int, name, value string) {
	tag := content[from:to]
	quoted := name + `="` + escaped(value) + `"`
	if m := attributePlace(name).FindSubmatchIndex(tag); m != nil {
		*e = append(*e, edit{from + m[2], from + m[3], quoted})
		return
	}
	end := bytes.TrimRight(bytes.TrimSuffix(bytes.TrimSuffix(tag, []byte(">")), []byte("/")), " \t\r\n")
	e.add(from+len(end), " "+quoted)
}

// setCount corrects how many children a list says it has.
func (e *edits) setCount(content []byte, n *node, count int) {
	e.set(content, n.start, n.inner, "count", strconv.Itoa(count))
}

func attributePlace(name string) *regexp.Regexp {
	return regexp.MustCompile(`\s(` + name + `\s*=\s*(?:"[^"]*"|'[^']*'))`)
}

// apply returns the content with the changes made. What is put in at the same place keeps its order.
func (e edits) apply(content []byte) []byte {
	slices.SortStableFunc(e, func(a, b edit) int { return cmp.Or(a.from-b.from, a.to-b.to) })
	var out bytes.Buffer
	size, at := len(content), 0
	for _, change := range e {
		size += len(change.with)
	}
	out.Grow(size)
	for _, change := range e {
		out.Write(content[at:change.from])
		out.WriteString(change.with)
		at = change.to
	}
	out.Write(content[at:])
	return out.Bytes()
}
