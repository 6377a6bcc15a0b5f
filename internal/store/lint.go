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

// Finding is something in the statement of an indicator that is not allowed: where it stands, which rule it breaks, what the
// rule's sentence needs, and what may stand there instead where that is a list. The sentences are the program's.
type Finding struct {
	Line    int
	Rule    string
	Args    []any
	Allowed []string
}

// asked are the tables that the statement of an indicator may ask.
var asked = slices.Concat(queries.Known, []string{"moment", "region", "year_end", "centrality"})

// Lint says what in the statement of an indicator is not allowed, in the order of the lines; nothing when all is well. Allowed
// is what gives the same answer on every engine that the statements may run on, and what can neither read nor write anything
// but the known facts: one SELECT over the tables of queries/known and those that the moment fills.
func (s *Store) Lint(ctx context.Context, sql string) ([]Finding, error) {
	return s.lint(ctx, sql, asked)
}

// lint does so with other tables.
func (s *Store) lint(ctx context.Context, sql string, tables []string) ([]Finding, error) {
	l := &linter{sql: sql, given: tables, tables: map[string]bool{}}
	for _, name := range tables {
		l.tables[name] = true
	}
	l.words()
	tree, err := s.parse(ctx, sql)
	if err != nil {
		return nil, err
	}
	switch {
	case tree.Error && tree.Kind == "parser":
		at, _ := strconv.Atoi(tree.Position)
		l.add(at, "syntax", tree.Message)
	case tree.Error:
		l.add(0, "select")
	case len(tree.Statements) != 1:
		l.add(0, "select_one", len(tree.Statements))
	default:
		l.nameSteps(tree.Statements[0])
		l.walk(tree.Statements[0], nil, 0)
	}
	return l.sorted(), nil
}

// tree is what the engine makes of a text, or why it can make nothing of it.
type tree struct {
	Error      bool   `json:"error"`
	Kind       string `json:"error_type"`
	Message    string `json:"error_message"`
	Position   string `json:"position"`
	Statements []any  `json:"statements"`
}

func (s *Store) parse(ctx context.Context, sql string) (t tree, err error) {
	var text string
	if err := s.conn.QueryRowContext(ctx, "SELECT CAST(json_serialize_sql(CAST(? AS VARCHAR)) AS VARCHAR)", sql).Scan(&text); err != nil {
		return t, err
	}
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	return t, decoder.Decode(&t)
}

// linter walks the engine's own tree of a statement and gathers what is not allowed.
type linter struct {
	sql    string
	given  []string        // the tables that may be asked
	tables map[string]bool // and with them the statement's own steps (WITH)
	found  []placed
}

// placed is a finding by the letter at which it stands.
type placed struct {
	at int
	Finding
}

func (l *linter) add(at int, rule string, args ...any) { l.addOf(at, nil, rule, args...) }

// addOf adds a finding where something of a list may stand.
func (l *linter) addOf(at int, allowed []string, rule string, args ...any) {
	line := 1 + strings.Count(l.sql[:min(at, len(l.sql))], "\n")
	l.found = append(l.found, placed{at, Finding{Line: line, Rule: rule, Args: args, Allowed: allowed}})
}

func (l *linter) sorted() []Finding {
	slices.SortStableFunc(l.found, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.Rule, b.Rule), cmp.Compare(fmt.Sprint(a.Args), fmt.Sprint(b.Args)))
	})
	var found []Finding
	for _, p := range slices.CompactFunc(l.found, func(a, b placed) bool { return fmt.Sprint(a) == fmt.Sprint(b) }) {
		found = append(found, p.Finding)
	}
	return found
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
			l.add(i, "cast")
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
