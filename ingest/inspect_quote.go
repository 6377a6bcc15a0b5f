package ingest

import (
	"regexp"
	"strings"
)

// yamlText is a text as YAML: bare when nobody can take it for something else.
func yamlText(text string) string {
	if bareYAML.MatchString(text) && !wordsOfYAML[strings.ToLower(text)] {
		return text
	}
	return yamlQuoted(text)
}

var bareYAML = regexp.MustCompile(`^[\p{L}](?:[\p{L}\p{N} _./()-]*[\p{L}\p{N}_./)])?$`)

var wordsOfYAML = map[string]bool{"true": true, "false": true, "null": true, "yes": true, "no": true, "on": true, "off": true, "y": true, "n": true, "inf": true, "nan": true}

// yamlQuoted is a text in quotation marks. Signs that command a terminal do
// not get into a file that people open.
func yamlQuoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\t", `\t`).Replace(strings.Map(func(r rune) rune {
		if r != '\t' && !isPrintable(r) {
			return '\ufffd'
		}
		return r
	}, text)) + `"`
}

func isPrintable(r rune) bool { return printable(string(r)) == string(r) }
