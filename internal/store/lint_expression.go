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

// instead tells what to write where a function is not allowed.
var instead = map[string]string{
	"//":            "write CAST(floor(CAST(a AS DOUBLE PRECISION) / b) AS BIGINT)",
	"~~*":           "ILIKE is written lower(a) LIKE lower(b)",
	"!~~*":          "NOT ILIKE is written lower(a) NOT LIKE lower(b)",
	"date_diff":     "compare with a date, as in b >= CAST(a + INTERVAL '36' MONTH AS DATE), or count with extract(year FROM a)",
	"datediff":      "compare with a date, as in b >= CAST(a + INTERVAL '36' MONTH AS DATE), or count with extract(year FROM a)",
	"concat":        "texts are joined with ||",
	"ifnull":        "write COALESCE(a, b)",
	"list_value":    "lists are not allowed",
	"array_extract": "lists are not allowed",
	"struct_pack":   "structures are not allowed",
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
			l.add(at, "the type %s is not allowed: %s are", kind, strings.Join(types, ", "))
		}
		if n["try_cast"] == true {
			l.add(at, "TRY_CAST is not allowed: use CAST")
		}
	case "OPERATOR":
		if kind := n.text("type"); !slices.Contains(operators, kind) {
			l.add(at, "%s is not allowed", strings.ReplaceAll(strings.TrimPrefix(kind, "OPERATOR_"), "_", " "))
		}
	case "STAR":
		for key, word := range map[string]string{"exclude_list": "EXCLUDE", "qualified_exclude_list": "EXCLUDE", "replace_list": "REPLACE", "rename_list": "RENAME"} {
			if len(n.list(key)) > 0 {
				l.add(at, "* %s is not allowed: name the columns", word)
			}
		}
		if n["columns"] == true || n["expr"] != nil {
			l.add(at, "COLUMNS is not allowed: name the columns")
		}
	case "COLUMN_REF":
		if names := n.list("column_names"); len(names) == 1 {
			if name, _ := names[0].(string); slices.Contains(surroundings, strings.ToLower(name)) {
				l.add(at, "%s is not allowed: the table moment says as of which date", strings.ToLower(name))
			}
		}
	case "PARAMETER":
		l.add(at, "a parameter is not allowed: the moment and the facts are all there is to ask of")
	default:
		if !slices.Contains(classes, class) {
			l.add(at, "%s is not allowed", strings.ReplaceAll(class, "_", " "))
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
		l.add(at, "%s is not allowed: %s", name, hint)
	default:
		l.add(at, "the function %s is not allowed", name)
	}
	if orders := n.node("order_bys").list("orders"); len(orders) > 0 {
		l.add(at, "ORDER BY inside %s is not allowed", name)
	}
	children := n.list("children")
	if name == "/" && len(children) == 2 {
		left, _ := children[0].(map[string]any)
		if node(left).castTo() != "DOUBLE" {
			l.add(at, "what is divided must be cast first: CAST(a AS DOUBLE PRECISION) / b")
		}
	}
	if (name == "+" || name == "-") && slices.ContainsFunc(children, isInterval) {
		if parent.castTo() != "DATE" {
			l.add(at, "a date and an interval must be cast to a date: CAST(a + INTERVAL '36' MONTH AS DATE)")
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
		l.add(at, "an interval may only be added to a date or taken from one")
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
		l.add(at, "an interval is written INTERVAL '36' MONTH, with a number in quotes")
	}
}

func (l *linter) window(n node, at int) {
	if name := strings.ToLower(n.text("function_name")); !slices.Contains(functions, name) {
		l.add(at, "the window function %s is not allowed", name)
	}
	if n["ignore_nulls"] == true {
		l.add(at, "IGNORE NULLS is not allowed")
	}
	if n.text("exclude_clause") != "NO_OTHER" {
		l.add(at, "EXCLUDE in a window is not allowed")
	}
}
