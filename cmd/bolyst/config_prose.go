package main

import (
	"reflect"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// Prose is a text that somebody has written, by language. One that stands alone is said in every language as it is: a
// programme need not translate its minutes.
type Prose map[string]string

// prose fills a Prose from a text that stands alone; ok is false for anything else.
func prose(node ast.Node, value reflect.Value) (ok bool) {
	text, written := scalarText(node)
	if !written {
		return false
	}
	said := Prose{}
	for _, l := range Languages() {
		said[string(l)] = text
	}
	value.Set(reflect.ValueOf(said))
	return true
}

// Everywhere is the text in every language: where one is not translated, as it stands in another.
func (p Prose) Everywhere() Text {
	all := Text{}
	for _, l := range Languages() {
		all[string(l)] = strings.TrimSpace(Text(p).In(l))
	}
	return all
}

// checkProse checks that something is said, in languages that the program knows, and that it names nobody by a number or an
// address.
func (c *Config) checkProse(found *findings, at string, said Prose) {
	for key, text := range said {
		found.oneOf(join(at, key), key, "config.unknown.language", languageNames())
		checkPersonal(found, at, text)
	}
	if said != nil && !found.mistakenIn(at) && said.Everywhere().In(c.Language) == "" {
		found.wrong(at, Mistake{Code: "config.key.missing"})
	}
}

// checkPersonal notes what looks like an identity number or an e-mail address. It is not repeated.
func checkPersonal(found *findings, at, text string) {
	if identityNumber.MatchString(text) || strings.Contains(text, "@") {
		found.wrong(at, Mistake{Code: "config.personal"})
	}
}
