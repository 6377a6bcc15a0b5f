package store

import (
	"context"
	"database/sql"
	"errors"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/duckdb/duckdb-go/v2"

	"bolyst/queries"
)

// Trial is a warehouse in memory without any facts, on which the statement of an indicator is tried before it is asked.
type Trial struct{ *Question }

// NewTrial opens one. Close it after use.
func NewTrial(ctx context.Context) (*Trial, error) {
	connector, err := duckdb.NewConnector("", nil)
	if err != nil {
		return nil, err
	}
	s := &Store{db: sql.OpenDB(connector)}
	if s.conn, err = s.db.Conn(ctx); err != nil {
		return nil, errors.Join(err, s.db.Close())
	}
	t := &Trial{}
	_, err = s.conn.ExecContext(ctx, queries.Text("schema.sql")+"; SET enable_external_access = false; SET allowed_configs = ['memory_limit', 'threads']; SET lock_configuration = true")
	if err == nil {
		day := time.Date(2010, time.December, 31, 0, 0, 0, 0, time.UTC) // any will do
		t.Question, err = s.Ask(ctx, Moment{AsOf: day, KnownAt: 1, FirstYear: day.Year() - poolSize})
	}
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return t, nil
}

// Close lets go of the memory.
func (t *Trial) Close() error { return t.store.Close() }

// Column is one that the statement of an indicator must return, and the types that it may have.
type Column struct {
	Name  string
	Types []string
	One   bool // it is 1 in every row
	Tells bool // it tells the rows apart, and so is not the same in all of them
}

// Columns are what the statement of an indicator returns, the outcome being of one of the types. Where nothing is weighed, each
// counts as one.
func Columns(outcome []string, weighs bool) []Column {
	text := []string{"VARCHAR"}
	return []Column{{Name: "programme", Types: text}, {Name: "period", Types: text}, {Name: "subject", Types: text, Tells: true},
		{Name: "outcome", Types: outcome}, {Name: "weight", Types: Numbers, One: !weighs}, {Name: "mature", Types: []string{"BOOLEAN"}}}
}

// Numbers are the types of numbers.
var Numbers = []string{"INTEGER", "BIGINT", "DECIMAL", "DOUBLE"}

// Try says what is wrong with the statement: first what is not allowed, then what the engine cannot make sense of, such as a
// column that does not exist, then which columns it should return and does not.
func (t *Trial) Try(ctx context.Context, statement string, columns []Column) ([]Finding, error) {
	if found, err := t.store.Lint(ctx, statement); err != nil || len(found) > 0 {
		return found, err
	}
	if _, err := t.store.conn.ExecContext(ctx, "CREATE OR REPLACE TEMP VIEW indicator AS "+statement); err != nil {
		f := engineFinding(err)
		if f.Rule == "column" {
			f.Allowed, err = t.columnsIn(ctx, statement)
			return []Finding{f}, err
		}
		return []Finding{f}, ctx.Err()
	}
	returned, err := t.returned(ctx)
	if err != nil {
		return []Finding{engineFinding(err)}, ctx.Err()
	}
	var names, missing []string
	var found []Finding
	for _, c := range columns {
		names = append(names, c.Name)
		switch kind, ok := returned[c.Name]; {
		case !ok:
			missing = append(missing, c.Name)
		case !slices.Contains(c.Types, kind):
			found = append(found, Finding{Line: lineOf(statement, named(c.Name)), Rule: "column_type", Args: []any{c.Name, kind}, Allowed: c.Types})
		}
		delete(returned, c.Name)
	}
	if len(missing) > 0 {
		found = append(found, Finding{Line: lineOf(statement, selection), Rule: "columns_missing", Args: []any{missing, names}})
	}
	if extra := slices.Sorted(maps.Keys(returned)); len(extra) > 0 {
		found = append(found, Finding{Line: lineOf(statement, named(extra[0])), Rule: "columns_extra", Args: []any{extra, names}})
	}
	if len(found) > 0 {
		return found, nil
	}
	return t.misfit(ctx, statement, columns)
}

// returned are the columns of the statement, and their types.
func (t *Trial) returned(ctx context.Context) (map[string]string, error) {
	rows, err := t.store.conn.QueryContext(ctx, "SELECT column_name, column_type FROM (DESCRIBE indicator)")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	columns := map[string]string{}
	for rows.Next() {
		var name, kind string
		if err := rows.Scan(&name, &kind); err != nil {
			return nil, err
		}
		kind, _, _ = strings.Cut(kind, "(") // DECIMAL(18,6)
		if kind == "HUGEINT" {              // what a sum of whole numbers is
			kind = "BIGINT"
		}
		columns[name] = kind
	}
	return columns, rows.Err()
}

// columnsIn are the columns of the tables that the statement names.
func (t *Trial) columnsIn(ctx context.Context, statement string) ([]string, error) {
	names := map[string]bool{}
	for _, table := range asked {
		if !regexp.MustCompile(`(?i)\b` + table + `\b`).MatchString(statement) {
			continue
		}
		columns, err := t.store.list(ctx, "SELECT column_name FROM duckdb_columns() WHERE table_name = ?", table)
		if err != nil {
			return nil, err
		}
		for _, name := range columns {
			names[name] = true
		}
	}
	return slices.Sorted(maps.Keys(names)), nil
}
