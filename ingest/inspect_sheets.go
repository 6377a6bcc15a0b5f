package ingest

import "strings"

// sheetPattern is the name that stands for all sheets of the same columns, as
// Kull * for one sheet per cohort, or "". It must be of no other sheet, and
// nothing may be read from the name of one of them.
func sheetPattern(tables []inspectedTable, best fit) string {
	name, alike := best.table.sheet, 0
	for i := range tables {
		if tables[i].headers() == best.table.headers() {
			alike++
			name = commonBeginning(name, tables[i].sheet)
		}
	}
	pattern := strings.TrimRight(name, "0123456789") + "*"
	if alike < 2 || pattern == "*" || len(best.guessed) > 0 {
		return ""
	}
	for i := range tables {
		if tables[i].headers() != best.table.headers() && matchesPattern(foldedKey(pattern), foldedKey(tables[i].sheet)) {
			return ""
		}
	}
	return pattern
}

// headers are what stands over the columns, in one text.
func (t *inspectedTable) headers() string {
	var keys []string
	for _, col := range t.columns {
		keys = append(keys, headerKey(col.header))
	}
	return strings.Join(keys, "\n")
}

func commonBeginning(a, b string) string {
	from, to := []rune(a), []rune(b)
	n := 0
	for n < len(from) && n < len(to) && from[n] == to[n] {
		n++
	}
	return string(from[:n])
}
