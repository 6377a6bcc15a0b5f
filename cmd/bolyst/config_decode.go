package main

import (
	"cmp"
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/goccy/go-yaml/ast"
)

// A decoder walks the file's tree along the Config's fields and fills them. The library's own strict decoding stops at the
// first mistake; this one notes each and goes on.
type decoder struct {
	*findings
	anchors map[string]ast.Node
}

// decode fills the value from the node. A node that says nothing leaves the value as it was, with its default.
func (d *decoder) decode(node ast.Node, value reflect.Value, path string) {
	if holdsSecret(value.Type()) {
		d.silent(node, value, path)
		return
	}
	d.decodeOpen(node, value, path)
}

func (d *decoder) decodeOpen(node ast.Node, value reflect.Value, path string) {
	node, ok := d.resolve(node, path)
	if !ok {
		return
	}
	switch kind := value.Type(); {
	case kind == reflect.TypeFor[time.Time]():
		d.date(node, value, path)
	case kind == reflect.TypeFor[Prose]() && prose(node, value): // a text that stands alone
	case kind.Kind() == reflect.Pointer:
		pointed := reflect.New(kind.Elem())
		d.decode(node, pointed.Elem(), path)
		value.Set(pointed)
	case kind.Kind() == reflect.Struct:
		d.fields(node, value, path)
	case kind.Kind() == reflect.Map:
		d.entries(node, value, path)
	case kind.Kind() == reflect.Slice:
		d.items(node, value, path)
	default:
		d.scalar(node, value, path)
	}
}

// fields fills a struct and holds the file's keys against the struct's.
func (d *decoder) fields(node ast.Node, value reflect.Value, path string) {
	pairs, ok := d.pairs(node, path, "config.kind.mapping")
	if !ok {
		return
	}
	var known []string
	fields := map[string]reflect.Value{}
	required := map[string]bool{}
	for i := range value.NumField() {
		tag := value.Type().Field(i).Tag
		key, option, tagged := strings.Cut(cmp.Or(tag.Get("key"), tag.Get("yaml")), ",") // the front matter of indicators has the latter
		if key == "" || key == "-" {
			continue
		}
		known = append(known, key)
		fields[key] = value.Field(i)
		required[key] = tagged && option == "required"
	}
	for _, pair := range pairs {
		field, ok := fields[pair.key]
		if !ok {
			meant := closest(pair.key, known)
			d.wrong(pair.path, Mistake{Code: "config.key.unknown", Args: []any{known}, Suggestion: meant})
			delete(required, meant) // misspelt, not missing
			continue
		}
		if !says(pair.value) {
			continue
		}
		d.decode(pair.value, field, pair.path)
		if !isEmpty(field) || d.mistakenIn(pair.path) {
			delete(required, pair.key)
		}
	}
	for _, key := range known {
		if required[key] {
			d.wrong(join(path, key), Mistake{Code: "config.key.missing"})
		}
	}
}

// isEmpty tells whether what was read is as good as nothing: a text without letters, a list without items.
func isEmpty(value reflect.Value) bool {
	switch value.Kind() {
	case reflect.String:
		return strings.TrimSpace(value.String()) == ""
	case reflect.Slice, reflect.Map:
		return value.Len() == 0
	}
	return false
}

// entries fills a map, whose keys are the person's own.
func (d *decoder) entries(node ast.Node, value reflect.Value, path string) {
	pairs, ok := d.pairs(node, path, kindOf(value.Type()))
	if !ok {
		return
	}
	value.Set(reflect.MakeMap(value.Type()))
	for _, pair := range pairs {
		entry := reflect.New(value.Type().Elem()).Elem()
		d.decode(pair.value, entry, pair.path)
		value.SetMapIndex(reflect.ValueOf(pair.key).Convert(value.Type().Key()), entry)
	}
}

// items fills a slice. One item may stand alone, without a list around it.
func (d *decoder) items(node ast.Node, value reflect.Value, path string) {
	list, ok := node.(*ast.SequenceNode)
	if !ok && value.Type().Elem().Kind() == reflect.String && isScalar(node) && says(node) {
		item := reflect.New(value.Type().Elem()).Elem()
		d.scalar(node, item, path)
		value.Set(reflect.Append(value.Slice(0, 0), item))
		return
	}
	if !ok {
		d.wrongKind(node, path, "config.kind.list")
		return
	}
	value.Set(reflect.MakeSlice(value.Type(), len(list.Values), len(list.Values)))
	for i, node := range list.Values {
		itemPath := fmt.Sprintf("%s[%d]", path, i)
		d.places[itemPath] = position(node)
		d.decode(node, value.Index(i), itemPath)
	}
}
