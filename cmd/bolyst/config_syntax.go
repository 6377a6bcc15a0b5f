package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// largest is the size of a configuration beyond which the file named is surely another one.
const largest = 1 << 20

// byteOrderMark is what Notepad puts before a text.
const byteOrderMark = "\ufeff"

// lineEnds are the ends of lines of Windows and of old Macs.
var lineEnds = regexp.MustCompile(`\r\n?`)

// readConfig is the file's bytes, or the mistake that stands in the way.
func readConfig(file string) ([]byte, *Mistake) {
	wrong := func(code string, args ...any) *Mistake {
		return &Mistake{File: file, Path: "$", Code: code, Args: args}
	}
	info, err := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, wrong("config.file.missing")
	case err != nil:
		return nil, wrong("config.file.unreadable", reason(err))
	case info.IsDir():
		return nil, wrong("config.file.folder", filepath.Join(file, "bolyst.yaml"))
	case info.Size() > largest:
		return nil, wrong("config.file.large", largest>>20)
	}
	content, err := os.ReadFile(file)
	if err != nil {
		return nil, wrong("config.file.unreadable", reason(err))
	}
	return content, nil
}

// parseConfig is the one mapping that the file consists of. A file that is no YAML has one mistake, since what follows it
// cannot be understood.
func parseConfig(file string, content []byte) (*ast.MappingNode, *Mistake) {
	wrong := func(line, column int, code string, args ...any) *Mistake {
		return &Mistake{File: file, Line: line, Column: column, Path: "$", Code: code, Args: args}
	}
	content = lineEnds.ReplaceAll(bytes.TrimPrefix(content, []byte(byteOrderMark)), []byte("\n"))
	if line := lineNotUTF8(content); line > 0 {
		return nil, wrong(line, 1, "config.file.encoding")
	}
	if line := lineTooDeep(content); line > 0 {
		return nil, wrong(line, 1, "config.syntax.depth", deepest)
	}
	tree, err := parseYAML(content)
	if err != nil {
		syntax, ok := err.(yaml.Error)
		if !ok || syntax.GetToken() == nil {
			return nil, wrong(1, 1, "config.syntax.other", err.Error())
		}
		at := syntax.GetToken().Position
		if line := lineWithOpenQuote(content, at.Line); line > 0 {
			return nil, wrong(line, 1, "config.syntax.quote")
		}
		code, args := explainSyntax(syntax.GetMessage(), lineOf(content, at.Line))
		return nil, wrong(at.Line, at.Column, code, args...)
	}
	var documents []ast.Node
	for _, d := range tree.Docs {
		if _, comment := d.Body.(*ast.CommentGroupNode); d.Body != nil && !comment {
			documents = append(documents, d.Body)
		}
	}
	if len(documents) == 0 {
		return nil, wrong(1, 1, "config.file.empty")
	}
	if len(documents) > 1 {
		at := position(documents[1])
		return nil, wrong(at.line, at.column, "config.file.documents")
	}
	top, ok := documents[0].(*ast.MappingNode)
	if !ok {
		at := position(documents[0])
		return nil, wrong(at.line, at.column, "config.file.mapping")
	}
	return top, nil
}

// parseYAML parses with the library and turns a panic of it into an error. A key that stands twice is let through here and
// found later, so that it does not hide the other mistakes.
func parseYAML(content []byte) (tree *ast.File, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("yaml parser: %v", fault)
		}
	}()
	return parser.ParseBytes(content, 0, parser.AllowDuplicateMapKey())
}

// explainSyntax finds the sentence for what the parser says about the line. The parser says it in English and for those who
// know YAML's grammar; what people do wrong are a few things.
func explainSyntax(message, line string) (code string, args []any) {
	indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
	switch {
	case strings.Contains(indent, "\t") || strings.Contains(message, "tab character"):
		return "config.syntax.tab", nil
	case strings.Contains(message, "could not find end character"):
		return "config.syntax.quote", nil
	case strings.Contains(message, "mapping value is not allowed"):
		return "config.syntax.colon", nil
	case strings.Contains(message, "end token"), strings.Contains(message, "must be specified"), strings.Contains(message, "corresponding to"):
		return "config.syntax.bracket", nil
	case strings.Contains(message, "reserved character"), strings.Contains(message, "unexpected directive value"):
		return "config.syntax.reserved", nil
	case strings.Contains(message, "non-map value"):
		return "config.syntax.pair", nil
	case strings.Contains(message, "not allowed in this context"):
		return "config.syntax.indent", nil
	}
	return "config.syntax.other", []any{message}
}

// lineWithOpenQuote is the first line, up to the one that cannot be understood, with a quotation mark that is not closed on
// it; 0 when there is none. What the parser stumbles on is only the next mark, which may be far below.
func lineWithOpenQuote(content []byte, last int) int {
	for number := 1; number <= last; number++ {
		line, _, _ := strings.Cut(strings.ReplaceAll(lineOf(content, number), `\"`, ""), " #")
		if strings.Count(line, `"`)%2 == 1 {
			return number
		}
	}
	return 0
}

// lineNotUTF8 is the first line with bytes that are not UTF-8, or with a zero byte as UTF-16 has; 0 when there is none.
func lineNotUTF8(content []byte) int {
	for i, line := range bytes.Split(content, []byte("\n")) {
		if !utf8.Valid(line) || bytes.IndexByte(line, 0) >= 0 {
			return i + 1
		}
	}
	return 0
}

// lineOf is the text of that line, counted from 1.
func lineOf(content []byte, number int) string {
	lines := strings.Split(string(content), "\n")
	if number < 1 || number > len(lines) {
		return ""
	}
	return lines[number-1]
}
