package store

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
)

// misfit says which columns hold what cannot be counted, whatever the facts are: a weight where each counts as one, or one
// subject for all. It is a step of its own, since the statements of the program itself may have such columns on the way.
func (t *Trial) misfit(ctx context.Context, statement string, columns []Column) ([]Finding, error) {
	tree, err := t.store.parse(ctx, statement)
	if err != nil {
		return nil, err
	}
	l := &linter{sql: statement}
	l.columns(tree.Statements, columns)
	return l.sorted(), nil
}

// columns looks at each place where one of the columns gets its name: in a step, a branch of a UNION or the whole.
func (l *linter) columns(value any, columns []Column) {
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			l.columns(item, columns)
		}
	case map[string]any:
		for _, item := range node(v).list("select_list") {
			named, _ := item.(map[string]any)
			for _, c := range columns {
				if !strings.EqualFold(node(named).text("alias"), c.Name) {
					continue
				}
				if c.One && !isOne(named) && !isColumn(named, c.Name) {
					l.add(node(named).place(0), "weight")
				}
				if c.Tells && isSame(named) {
					l.add(node(named).place(0), "subject")
				}
			}
		}
		for _, item := range v {
			l.columns(item, columns)
		}
	}
}

// isOne says whether the part is the number 1.
func isOne(n node) bool {
	if n.text("class") == "CAST" {
		return isOne(n.node("child"))
	}
	value, _ := n.node("value")["value"].(json.Number)
	return n.text("class") == "CONSTANT" && value == "1"
}

// isColumn says whether the part is a column of that name, which is looked at where it gets it.
func isColumn(n node, name string) bool {
	names := n.list("column_names")
	if len(names) == 0 {
		return false
	}
	last, _ := names[len(names)-1].(string)
	return strings.EqualFold(last, name)
}

// isSame says whether the part is the same in every row: nothing in it comes from a row.
func isSame(value any) bool {
	switch v := value.(type) {
	case []any:
		return !slices.ContainsFunc(v, func(item any) bool { return !isSame(item) })
	case map[string]any:
		n := node(v)
		if slices.Contains([]string{"COLUMN_REF", "WINDOW", "SUBQUERY", "STAR"}, n.text("class")) || n.text("function_name") == "count_star" {
			return false
		}
		for _, item := range v {
			if !isSame(item) {
				return false
			}
		}
	}
	return true
}
