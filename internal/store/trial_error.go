package store

import (
	"regexp"
	"strconv"
	"strings"
)

var (
	// engineLine is how the engine points into a statement.
	engineLine = regexp.MustCompile(`(?m)^LINE (\d+):`)
	// unknownColumn is what it says of a column that no table has.
	unknownColumn = regexp.MustCompile(`(?:Referenced column|Table ".*" does not have a column named|Values list ".*" does not have a column named) "(.*?)"`)
	// engineKind is its word for the sort of fault.
	engineKind = regexp.MustCompile(`^\w+ Error: `)
)

// engineFinding is what the engine cannot make sense of: a column that does not exist, or else its own words for it.
func engineFinding(err error) Finding {
	text := err.Error()
	f := Finding{Line: 1, Rule: "engine"}
	if line := engineLine.FindStringSubmatch(text); line != nil {
		f.Line, _ = strconv.Atoi(line[1])
	}
	if column := unknownColumn.FindStringSubmatch(text); column != nil {
		f.Rule, f.Args = "column", []any{column[1]}
		return f
	}
	said, _, _ := strings.Cut(text, "\n")
	f.Args = []any{engineKind.ReplaceAllString(said, "")}
	return f
}

// selection finds where the columns of the whole statement are named: its parts are indented.
var selection = regexp.MustCompile(`(?im)^SELECT\b`)

// named finds where a column gets its name.
func named(column string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)\bAS\s+"?` + regexp.QuoteMeta(column) + `"?(?:\s|,|$)`)
}

// lineOf is the line of the last thing in the statement that is found, or the last line that names columns.
func lineOf(statement string, found *regexp.Regexp) int {
	places := found.FindAllStringIndex(statement, -1)
	if len(places) == 0 {
		if places = selection.FindAllStringIndex(statement, -1); len(places) == 0 {
			return 1
		}
	}
	return 1 + strings.Count(statement[:places[len(places)-1][0]], "\n")
}
