package store

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
)

// node is one part of the tree.
type node map[string]any

func (n node) text(key string) string { s, _ := n[key].(string); return s }

func (n node) list(key string) []any { all, _ := n[key].([]any); return all }

func (n node) node(key string) node { m, _ := n[key].(map[string]any); return m }

// castTo is the type that a cast makes, "" where the part is no cast.
func (n node) castTo() string {
	kind := n.node("cast_type")
	if name := kind.node("type_info").node("expr").text("type_name"); name != "" { // as it was written
		return strings.ToUpper(name)
	}
	return kind.text("id")
}

// place is where the part stands, or where its parent stands if it does not say.
func (n node) place(parent int) int {
	number, _ := n["query_location"].(json.Number)
	at, err := strconv.Atoi(number.String())
	if err != nil {
		return parent
	}
	return at
}

// nameSteps lets the statement ask its own steps, WITH name AS (…).
func (l *linter) nameSteps(value any) {
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			l.nameSteps(item)
		}
	case map[string]any:
		for _, step := range node(v).node("cte_map").list("map") {
			if s, ok := step.(map[string]any); ok {
				l.tables[strings.ToLower(node(s).text("key"))] = true
			}
		}
		for _, item := range v {
			l.nameSteps(item)
		}
	}
}

func (l *linter) walk(value any, parent node, at int) {
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			l.walk(item, parent, at)
		}
	case map[string]any:
		n := node(v)
		at = n.place(at)
		if n.text("class") != "" {
			if l.expression(n, parent, at) {
				return // what is inside was looked at with it
			}
		} else if l.part(n, at); n.text("type") == "TABLE_FUNCTION" {
			return
		}
		for key, item := range v {
			if key != "cast_type" {
				l.walk(item, n, at)
			}
		}
	}
}

// part looks at what is no expression: a SELECT, a table, a join, an order.
func (l *linter) part(n node, at int) {
	switch kind := n.text("type"); kind {
	case "SELECT_NODE":
		if n["qualify"] != nil {
			l.add(n.node("qualify").place(at), "qualify")
		}
		if n.text("aggregate_handling") != "STANDARD_HANDLING" {
			l.add(at, "columns", "GROUP BY ALL")
		}
	case "SET_OPERATION_NODE":
		if !slices.Contains([]string{"UNION", "EXCEPT", "INTERSECT"}, n.text("setop_type")) {
			l.add(at, "columns", "UNION BY NAME")
		}
	case "BASE_TABLE":
		name := strings.Trim(strings.Join([]string{n.text("catalog_name"), n.text("schema_name"), n.text("table_name")}, "."), ".")
		if !l.tables[strings.ToLower(name)] {
			l.addOf(at, l.given, "table", name)
		}
		if n["at_clause"] != nil {
			l.add(at, "word", "AT")
		}
	case "TABLE_FUNCTION":
		l.addOf(at, l.given, "table", n.node("function").text("function_name"))
	case "JOIN":
		l.join(n, at)
	case "ORDER_DEFAULT", "ASCENDING", "DESCENDING":
		if n.text("null_order") != "NULLS LAST" {
			l.add(n.node("expression").place(at), "nulls")
		}
	case "DISTINCT_MODIFIER":
		if len(n.list("distinct_on_targets")) > 0 {
			l.add(at, "word", "DISTINCT ON")
		}
	default:
		if _, isPart := n["null_order"]; kind != "" && !isPart && !slices.Contains(parts, kind) && n["id"] == nil {
			l.add(at, "word", strings.ReplaceAll(strings.TrimSuffix(kind, "_NODE"), "_", " "))
		}
	}
	l.limit(n, at)
	if n["sample"] != nil {
		l.add(at, "word", "TABLESAMPLE")
	}
	if hint := n.text("materialized"); hint != "" && hint != "CTE_MATERIALIZE_DEFAULT" {
		l.add(at, "word", "MATERIALIZED")
	}
}

// parts are the other parts of a statement that need no look.
var parts = []string{"SUBQUERY", "EMPTY", "EXPRESSION_LIST", "ORDER_MODIFIER", "LIMIT_MODIFIER", "DECIMAL_TYPE_INFO"}

// limit looks for a LIMIT of rows in no order: which they are would be up to the engine.
func (l *linter) limit(n node, at int) {
	var limit node
	for _, item := range n.list("modifiers") {
		modifier, _ := item.(map[string]any)
		switch node(modifier).text("type") {
		case "ORDER_MODIFIER":
			return
		case "LIMIT_MODIFIER":
			limit = modifier
		}
	}
	if limit != nil {
		l.add(limit.node("limit").place(limit.node("offset").place(at)), "limit")
	}
}

func (l *linter) join(n node, at int) {
	if kind := n.text("ref_type"); kind != "REGULAR" && kind != "CROSS" {
		l.add(at, "word", kind+" JOIN")
	}
	if kind := n.text("join_type"); !slices.Contains([]string{"INNER", "LEFT", "RIGHT", "OUTER"}, kind) {
		l.add(at, "instead", kind+" JOIN", "EXISTS")
	}
}
