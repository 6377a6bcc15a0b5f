package main

import (
	"regexp"
	"slices"
	"strconv"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// resolve follows an alias to what it stands for, and steps inside an anchor.
func (d *decoder) resolve(node ast.Node, path string) (ast.Node, bool) {
	switch n := node.(type) {
	case *ast.AnchorNode:
		d.anchors[n.Name.GetToken().Value] = n.Value
		return d.resolve(n.Value, path)
	case *ast.AliasNode:
		name := n.Value.GetToken().Value
		if meant, ok := d.anchors[name]; ok {
			return meant, true
		}
		d.wrong(path, Mistake{Code: "config.alias.unknown", Args: []any{name}})
		return nil, false
	case *ast.TagNode:
		d.wrong(path, Mistake{Code: "config.tag", Args: []any{n.GetToken().Value}})
		return nil, false
	}
	return node, true
}

// A pair is one key of a mapping with what stands there.
type pair struct {
	key, path string
	value     ast.Node
}

// pairs are the entries of a mapping in the file's order. A key that stands twice counts the first time.
func (d *decoder) pairs(node ast.Node, path, want string) ([]pair, bool) {
	mapping, ok := node.(*ast.MappingNode)
	if !ok {
		d.wrongKind(node, path, want)
		return nil, false
	}
	var pairs []pair
	for _, entry := range mapping.Values {
		at := position(entry.Key)
		if entry.Key.IsMergeKey() {
			merge := join(path, "<<")
			d.places[merge] = at
			d.wrong(merge, Mistake{Code: "config.merge"})
			continue
		}
		key := keyText(entry.Key)
		p := pair{key: key, path: join(path, key), value: entry.Value}
		if i := slices.IndexFunc(pairs, func(earlier pair) bool { return earlier.key == key }); i >= 0 {
			d.wrongAt(at, p.path, Mistake{Code: "config.key.duplicate", Args: []any{d.places[pairs[i].path].line}})
			continue
		}
		d.places[p.path] = at
		pairs = append(pairs, p)
	}
	return pairs, true
}

// plain is a key that needs no quotes in a path.
var plain = regexp.MustCompile(`^[\pL\pN_-]+$`)

// join is the path of a key inside what stands at path.
func join(path, key string) string {
	if plain.MatchString(key) {
		return path + "." + key
	}
	return path + "[" + strconv.Quote(key) + "]"
}

// keyText is the key as it stands in the file.
func keyText(key ast.MapKeyNode) string {
	if question, ok := key.(*ast.MappingKeyNode); ok { // "? key"
		return question.Value.GetToken().Value
	}
	return key.GetToken().Value
}

// position is where the node begins. The token of a mapping is its first colon, so its first key is asked instead.
func position(node ast.Node) place {
	var at *token.Token
	switch n := node.(type) {
	case *ast.MappingNode:
		if len(n.Values) > 0 && !n.IsFlowStyle {
			return position(n.Values[0].Key)
		}
		at = n.GetToken()
	default:
		at = node.GetToken()
	}
	if at == nil || at.Position == nil {
		return place{1, 1}
	}
	return place{at.Position.Line, at.Position.Column}
}
