package main

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"bolyst/metrics"
)

// ownFolder is the folder beside the configuration with the programmes' own indicators, one .sql file each.
const ownFolder = "indicators"

// ownIndicator is a programme's own indicator: its file, what the file says, and what is wrong with it.
type ownIndicator struct {
	*findings
	content    []byte
	definition metrics.Definition
}

// fileID is the id that the file's name gives.
func (o *ownIndicator) fileID() string { return strings.TrimSuffix(filepath.Base(o.file), ".sql") }

// readOwn reads the programmes' own indicators, in the order of their names. What is wrong with them is noted in each.
func (c *Config) readOwn() {
	names, err := fs.Glob(os.DirFS(c.folder), ownFolder+"/*.sql")
	if err != nil {
		panic(err) // the pattern is ours
	}
	for _, name := range names {
		if strings.HasPrefix(path.Base(name), ".") { // what a system leaves beside a file, and nobody sees
			continue
		}
		file := filepath.Join(filepath.Dir(c.file), filepath.FromSlash(name)) // as the person would name it
		o := &ownIndicator{findings: &findings{file: file, places: places{}}}
		c.own = append(c.own, o)
		content, mistake := readConfig(file)
		if mistake != nil {
			o.mistakes = append(o.mistakes, *mistake)
			continue
		}
		o.content = unixBytes(content)
		o.read()
	}
}

// read fills the definition from the front matter.
func (o *ownIndicator) read() {
	// Safe until it says otherwise: of persons, and so with floors.
	o.definition = metrics.Definition{Statement: string(o.content), Protected: true}
	text, ok := metrics.FrontMatter(o.definition.Statement)
	if !ok || strings.TrimSpace(text) == "" {
		o.wrongAt(place{1, 1}, "$", Mistake{Code: "config.own.front_matter"})
		return
	}
	if line := lineNotUTF8(o.content); line > 0 {
		o.wrongAt(place{line, 1}, "$", Mistake{Code: "config.file.encoding"})
		return
	}
	top, mistake := parseConfig(o.file, []byte(text))
	if mistake != nil {
		if mistake.Code == "config.file.mapping" || mistake.Code == "config.file.empty" {
			mistake.Code = "config.own.front_matter"
		}
		o.mistakes = append(o.mistakes, *mistake)
		return
	}
	d := &decoder{findings: o.findings, anchors: map[string]ast.Node{}}
	d.places["$"] = position(top)
	d.decode(top, reflect.ValueOf(&o.definition).Elem(), "$")
}
