package store

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"bolyst/queries"
)

// Lint says what in the statement of an indicator is not allowed, each with its line, in the order of the lines; nothing when
// all is well. Allowed is what gives the same answer on every engine that the statements may run on, and what can neither
// read nor write anything but the known facts: one SELECT over the tables of queries/known and those that the moment fills.
func (s *Store) Lint(ctx context.Context, sql string) []string {
	return s.lint(ctx, sql, slices.Concat(queries.Known, []string{"moment", "region", "year_end", "centrality"}))
}

// lint does so with other tables.
func (s *Store) lint(ctx context.Context, sql string, tables []string) []string {
	l := &linter{sql: sql, tables: map[string]bool{}}
	for _, name := range tables {
		l.tables[name] = true
	}
	l.words()
	var text string
	if err := s.conn.QueryRowContext(ctx, "SELECT CAST(json_serialize_sql(CAST(? AS VARCHAR)) AS VARCHAR)", sql).Scan(&text); err != nil {
		return []string{err.Error()}
	}
	var tree struct {
		Error      bool   `json:"error"`
		Kind       string `json:"error_type"`
		Message    string `json:"error_message"`
		Position   string `json:"position"`
		Statements []any  `json:"statements"`
	}
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	if err := decoder.Decode(&tree); err != nil {
		return []string{err.Error()}
	}
	switch {
	case tree.Error && tree.Kind == "parser":
		at, _ := strconv.Atoi(tree.Position)
		l.add(at, "%s", tree.Message)
	case tree.Error:
		l.add(0, "only a SELECT is allowed")
	case len(tree.Statements) != 1:
		l.add(0, "one SELECT is allowed, here are %d", len(tree.Statements))
	default:
		l.nameSteps(tree.Statements[0])
		l.walk(tree.Statements[0], nil, 0)
	}
	return l.sorted()
}

// linter walks the engine's own tree of a statement and gathers what is not allowed.
type linter struct {
	sql    string
	tables map[string]bool // that may be asked; the statement's own steps (WITH) among them
	found  []finding
}

// finding is something that is not allowed at a place in the statement.
type finding struct {
	at   int
	text string
}

func (l *linter) add(at int, text string, args ...any) {
	l.found = append(l.found, finding{at, fmt.Sprintf(text, args...)})
}

func (l *linter) sorted() []string {
	slices.SortStableFunc(l.found, func(a, b finding) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.text, b.text)) })
	var lines []string
	for _, f := range slices.Compact(l.found) {
		lines = append(lines, fmt.Sprintf("line %d: %s", 1+strings.Count(l.sql[:min(f.at, len(l.sql))], "\n"), f.text))
	}
	return lines
}

// words finds what the tree no longer tells: x::INTEGER is a cast there like any other.
func (l *linter) words() {
	for i := 0; i < len(l.sql); i++ {
		rest := l.sql[i:]
		switch {
		case strings.HasPrefix(rest, "--"):
			i += skip(rest, "\n")
		case strings.HasPrefix(rest, "/*"):
			i += skip(rest, "*/")
		case rest[0] == '\'' || rest[0] == '"':
			i += 1 + skip(rest[1:], rest[:1]) // a doubled quote is two strings in a row, which comes to the same
		case strings.HasPrefix(rest, "::"):
			l.add(i, "a cast is written CAST(x AS type), not x::type")
			i++
		}
	}
}

// skip is how far it is to the last letter of the end, or of the text.
func skip(text, end string) int {
	if at := strings.Index(text, end); at >= 0 {
		return at + len(end) - 1
	}
	return len(text) - 1
}
