package main

import (
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/goccy/go-yaml/ast"

	"bolyst/metrics"
)

// scalar fills a string or a number. What a string takes is the text as it stands in the file: a header that is the year
// 2010 needs no quotes.
func (d *decoder) scalar(node ast.Node, value reflect.Value, path string) {
	text, written := scalarText(node)
	want := kindOf(value.Type())
	if !written {
		d.wrongKind(node, path, want)
		return
	}
	_, quoted := node.(*ast.StringNode)
	switch value.Kind() {
	case reflect.String:
		if value.Type() == reflect.TypeFor[Code]() && !quoted {
			d.wrong(path, Mistake{Code: "config.code.unquoted", Args: []any{text}})
			return
		}
		value.SetString(text)
	case reflect.Int:
		n, err := strconv.Atoi(text)
		if _, number := node.(*ast.IntegerNode); !number || err != nil {
			d.wrongKind(node, path, want)
			return
		}
		value.SetInt(int64(n))
	case reflect.Float64:
		d.number(node, text, value, path)
	case reflect.Bool:
		yes, ok := node.(*ast.BoolNode)
		if !ok {
			d.wrongKind(node, path, want)
			return
		}
		value.SetBool(yes.Value)
	default:
		panic(fmt.Sprintf("config: no way to read a %s", value.Type())) // a Config field of a new kind
	}
}

// decimalComma is a number as Norwegians write it.
var decimalComma = regexp.MustCompile(`^-?\d+,\d+$`)

func (d *decoder) number(node ast.Node, text string, value reflect.Value, path string) {
	if decimalComma.MatchString(text) {
		d.wrong(path, Mistake{Code: "config.number.comma", Args: []any{text, strings.Replace(text, ",", ".", 1)}})
		return
	}
	n, err := strconv.ParseFloat(text, 64)
	if _, quoted := node.(*ast.StringNode); quoted || err != nil || n-n != 0 { // n-n is 0 unless n is infinite or no number
		d.wrongKind(node, path, "config.kind.number")
		return
	}
	value.SetFloat(n)
}

func (d *decoder) date(node ast.Node, value reflect.Value, path string) {
	text, written := scalarText(node)
	day, err := time.Parse(time.DateOnly, text)
	if !written || err != nil {
		d.wrongKind(node, path, "config.kind.date")
		return
	}
	value.Set(reflect.ValueOf(day))
}

// wrongKind notes that something else should stand there than what does.
func (d *decoder) wrongKind(node ast.Node, path, want string) {
	switch text, written := scalarText(node); {
	case written:
		d.wrong(path, Mistake{Code: "config.kind.wrong_text", Args: []any{term(want), text}})
	case !says(node):
		d.wrong(path, Mistake{Code: "config.kind.nothing", Args: []any{term(want)}})
	default:
		found := "config.kind.mapping"
		if _, list := node.(*ast.SequenceNode); list {
			found = "config.kind.list"
		}
		d.wrong(path, Mistake{Code: "config.kind.wrong", Args: []any{term(want), term(found)}})
	}
}

// kindOf is the key of the words for what a value of that type looks like in the file.
func kindOf(t reflect.Type) string {
	switch {
	case t == reflect.TypeFor[Text](), t == reflect.TypeFor[metrics.Words](), t == reflect.TypeFor[Prose]():
		return "config.kind.texts"
	case t == reflect.TypeFor[Code]():
		return "config.kind.code"
	case t.Kind() == reflect.Map:
		return "config.kind.mapping"
	case t.Kind() == reflect.Int:
		return "config.kind.integer"
	case t.Kind() == reflect.Float64:
		return "config.kind.number"
	case t.Kind() == reflect.Bool:
		return "config.kind.bool"
	}
	return "config.kind.text"
}

// scalarText is the text of a single value as it stands in the file; ok is false for anything else, and for nothing.
func scalarText(node ast.Node) (text string, ok bool) {
	switch n := node.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.LiteralNode:
		return strings.TrimRight(n.Value.Value, "\n"), true
	}
	if isScalar(node) && says(node) {
		return node.GetToken().Value, true
	}
	return "", false
}

func isScalar(node ast.Node) bool {
	_, ok := node.(ast.ScalarNode)
	return ok
}

// says tells whether anything stands there: "name:" alone is as if the key were not written.
func says(node ast.Node) bool {
	_, null := node.(*ast.NullNode)
	return node != nil && !null
}
