package fetch

import "strings"

// firstWord is what a statement begins with, after comments and parentheses.
func firstWord(sql string) string {
	for {
		sql = strings.TrimLeft(sql, " \t\r\n\f\v(")
		switch {
		case strings.HasPrefix(sql, "--"):
			_, sql, _ = strings.Cut(sql, "\n")
		case strings.HasPrefix(sql, "/*"):
			depth, i := 1, 2
			for ; depth > 0 && i < len(sql); i++ { // comments nest
				switch {
				case strings.HasPrefix(sql[i:], "/*"):
					depth++
					i++
				case strings.HasPrefix(sql[i:], "*/"):
					depth--
					i++
				}
			}
			sql = sql[min(i, len(sql)):]
		default:
			end := strings.IndexFunc(sql, func(r rune) bool { return (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') })
			if end < 0 {
				end = len(sql)
			}
			return strings.ToUpper(sql[:end])
		}
	}
}

// lineOf is the line that holds the nth letter of the query, from 1.
func lineOf(query string, letter int) int {
	line := 1
	for _, r := range query {
		if letter--; letter <= 0 {
			break
		}
		if r == '\n' {
			line++
		}
	}
	return line
}
