package store

import (
	"slices"
	"strings"
)

// functions are those that every engine has, with the same meaning.
var functions = []string{
	"count", "count_star", "sum", "min", "max", "avg",
	"row_number", "rank", "dense_rank", "lag", "lead", "first_value", "last_value",
	"abs", "round", "floor", "ln", "exp", "sqrt", "lower", "upper", "trim", "length", "date_part", // extract(year FROM x)
	"+", "-", "*", "/", "%", "||", "~~", "!~~", // LIKE
}

// instead tells what is written in the place of a function that is not allowed.
var instead = map[string]string{
	"//":        "CAST(floor(CAST(a AS DOUBLE PRECISION) / b) AS BIGINT)",
	"~~*":       "lower(a) LIKE lower(b)",
	"!~~*":      "lower(a) NOT LIKE lower(b)",
	"date_diff": "b >= CAST(a + INTERVAL '36' MONTH AS DATE)",
	"datediff":  "b >= CAST(a + INTERVAL '36' MONTH AS DATE)",
	"concat":    "a || b",
	"ifnull":    "COALESCE(a, b)",
}

var (
	classes   = []string{"BETWEEN", "CASE", "COMPARISON", "CONJUNCTION", "CONSTANT", "SUBQUERY"}
	operators = []string{"COMPARE_IN", "COMPARE_NOT_IN", "GROUPING_FUNCTION", "OPERATOR_COALESCE", "OPERATOR_IS_NOT_NULL", "OPERATOR_IS_NULL", "OPERATOR_NOT"}
	types     = []string{"BIGINT", "BOOLEAN", "DATE", "DECIMAL", "DOUBLE", "INTEGER", "VARCHAR"}
	intervals = []string{"to_days", "to_months", "to_years"}
)

// surroundings look like columns, and tell of the machine and the hour.
var surroundings = []string{"current_catalog", "current_date", "current_role", "current_schema", "current_time", "current_timestamp", "current_user", "localtime", "localtimestamp", "session_user", "user"}

// expression looks at an expression, and says whether what is inside it has been looked at too.
func (l *linter) expression(n, parent node, at int) bool {
	switch class := n.text("class"); class {
	case "FUNCTION":
		return l.function(n, parent, at)
	case "WINDOW":
		l.window(n, at)
	case "CAST":
		if kind := n.castTo(); !slices.Contains(types, kind) {
			l.addOf(at, types, "type", kind)
		}
		if n["try_cast"] == true {
			l.add(at, "instead", "TRY_CAST", "CAST")
		}
	case "OPERATOR":
		if kind := n.text("type"); !slices.Contains(operators, kind) {
			l.add(at, "word", strings.ReplaceAll(strings.TrimPrefix(kind, "OPERATOR_"), "_", " "))
		}
	case "STAR":
		for key, word := range map[string]string{"exclude_list": "EXCLUDE", "qualified_exclude_list": "EXCLUDE", "replace_list": "REPLACE", "rename_list": "RENAME"} {
			if len(n.list(key)) > 0 {
				l.add(at, "columns", "* "+word)
			}
		}
		if n["columns"] == true || n["expr"] != nil {
			l.add(at, "columns", "COLUMNS")
		}
	case "COLUMN_REF":
		if names := n.list("column_names"); len(names) == 1 {
			if name, _ := names[0].(string); slices.Contains(surroundings, strings.ToLower(name)) {
				l.add(at, "surroundings", strings.ToLower(name))
			}
		}
	case "PARAMETER":
		l.add(at, "parameter")
	default:
		if !slices.Contains(classes, class) {
			l.add(at, "word", strings.ReplaceAll(class, "_", " "))
		}
	}
	return false
}

func (l *linter) function(n, parent node, at int) (done bool) {
	name := strings.ToLower(n.text("function_name"))
	if slices.Contains(intervals, name) {
		l.interval(n, parent, at)
		return true
	}
	switch hint := instead[name]; {
	case slices.Contains(functions, name):
	case hint != "":
		l.add(at, "instead", name, hint)
	default:
		l.addOf(at, namedFunctions(), "function", name)
	}
	if orders := n.node("order_bys").list("orders"); len(orders) > 0 {
		l.add(at, "order_inside", name)
	}
	children := n.list("children")
	if name == "/" && len(children) == 2 {
		left, _ := children[0].(map[string]any)
		if node(left).castTo() != "DOUBLE" {
			l.add(at, "divide")
		}
	}
	if (name == "+" || name == "-") && slices.ContainsFunc(children, isInterval) {
		if parent.castTo() != "DATE" {
			l.add(at, "date")
		}
	}
	return false
}

func isInterval(child any) bool {
	n, _ := child.(map[string]any)
	return slices.Contains(intervals, node(n).text("function_name"))
}

// interval looks at INTERVAL '36' MONTH, which the engine turns into to_months('36'), cast a few times.
func (l *linter) interval(n, parent node, at int) {
	if name := parent.text("function_name"); name != "+" && name != "-" {
		l.add(at, "interval")
	}
	value := n
	for value.text("class") == "FUNCTION" || value.text("class") == "CAST" {
		inner := value.node("child")
		if inner == nil && len(value.list("children")) > 0 {
			child, _ := value.list("children")[0].(map[string]any)
			inner = child
		}
		value = inner
	}
	if value.text("class") != "CONSTANT" || value.node("value").node("type").text("id") != "VARCHAR" {
		l.add(at, "interval_form")
	}
}

func (l *linter) window(n node, at int) {
	if name := strings.ToLower(n.text("function_name")); !slices.Contains(functions, name) {
		l.addOf(at, namedFunctions(), "function", name)
	}
	if n["ignore_nulls"] == true {
		l.add(at, "word", "IGNORE NULLS")
	}
	if n.text("exclude_clause") != "NO_OTHER" {
		l.add(at, "word", "EXCLUDE")
	}
}

// namedFunctions are the allowed functions that have a name, and not a sign.
func namedFunctions() []string {
	named := slices.DeleteFunc(slices.Clone(functions), func(name string) bool { return name[0] < 'a' || name[0] > 'z' || name == "count_star" })
	slices.Sort(named)
	return named
}
