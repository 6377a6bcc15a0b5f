package store

import (
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bolyst/queries"
)

// TestOwnStatementsAreAllowed: what a programme's own indicator must keep to, ours keep to as well.
func TestOwnStatementsAreAllowed(t *testing.T) {
	s := open(t, t.TempDir())
	for id, text := range queries.Indicators() {
		for _, said := range lint(t, s, text, asked) {
			t.Errorf("indicators/%s.sql: %s", id, said)
		}
	}
	folder := os.DirFS("../../queries")
	known, err := fs.Glob(folder, "known/*.sql")
	if err != nil || len(known) != len(queries.Known)+len(queries.Traits) {
		t.Fatalf("got %d files in known and an error %v, want %d", len(known), err, len(queries.Known)+len(queries.Traits))
	}
	tables := slices.Concat(queries.Known, factTables(), []string{"moment", "region", "undecided", "year_end", "centrality", "pool", "left_out", "everyone", "indicator"})
	for unit := range queries.Traits {
		tables = append(tables, unit+"_trait")
	}
	names := append(known, "persons.sql", "count.sql", "mean.sql", "breadth.sql", "curve.sql")
	for _, step := range steps("count", "nothing") {
		tables = append(tables, step.name)
	}
	for pattern, want := range map[string]int{"subject/*.sql": 5, "person/*.sql": 5, "by/*.sql": len(queries.Traits) + 2} {
		found, err := fs.Glob(folder, pattern)
		if err != nil || len(found) != want {
			t.Fatalf("got %d files %s and an error %v, want %d", len(found), pattern, err, want)
		}
		names = append(names, found...)
	}
	for _, name := range append(names, "standing.sql", "recurrent.sql", "part.sql", "pool.sql", "cell.sql", "kept.sql") {
		for _, said := range lint(t, s, queries.Text(name), tables) {
			t.Errorf("%s: %s", name, said)
		}
	}
}

func TestWhatIsNotAllowedIsNamedWithItsLine(t *testing.T) {
	s := open(t, t.TempDir())
	for _, c := range []struct{ sql, want string }{
		{"-- fått ø?\nSELECT 1;\nSELECT 2", "line 1: select_one 2"},
		{"SELECT 1\nFRO trainees x", `line 2: syntax syntax error at or near "trainees"`},
		{"DELETE FROM trainees", "line 1: select"},
		{"PIVOT trainees ON gender USING count(*)", "line 1: select"},
		{"ATTACH 'x'", "line 1: select"},
		{"COPY trainees TO 'x'", "line 1: select"},
		{"-- ø æ å\nSELECT 'a::b' AS \"c::d\", /* :: */ -- ::\n cohort::INTEGER AS x\nFROM trainees", "line 3: cast"},
		{"-- øøøøøøøøøøøøøøøøøøøøøøø\nSELECT\nmedian(x) FROM trainees", "line 3: function median"},
		{"SELECT quantile_cont(x, 0.5) FROM trainees", "line 1: function quantile_cont"},
		{"SELECT date_diff('year', a, b) FROM trainees", "line 1: instead date_diff b >= CAST(a + INTERVAL '36' MONTH AS DATE)"},
		{"SELECT a // b FROM trainees", "line 1: instead // CAST(floor(CAST(a AS DOUBLE PRECISION) / b) AS BIGINT)"},
		{"SELECT a ILIKE 'x' FROM trainees", "line 1: instead ~~* lower(a) LIKE lower(b)"},
		{"SELECT a / b FROM trainees", "line 1: divide"},
		{"SELECT CAST(a AS DOUBLE PRECISION) / b FROM trainees", ""},
		{"SELECT a + INTERVAL '36' MONTH FROM trainees", "line 1: date"},
		{"SELECT CAST(a + INTERVAL '36' MONTH AS DATE), CAST(a - INTERVAL '1' YEAR AS DATE) FROM trainees", ""},
		{"SELECT CAST(a + INTERVAL 36 MONTH AS DATE) FROM trainees", "line 1: interval_form"},
		{"SELECT CAST(a + INTERVAL (b) MONTH AS DATE) FROM trainees", "line 1: interval_form"},
		{"SELECT CAST(a + INTERVAL '36 months' AS DATE) FROM trainees", "line 1: type INTERVAL"},
		{"SELECT max(INTERVAL '1' MONTH) FROM trainees", "line 1: interval"},
		{"SELECT a FROM trainees ORDER BY a", "line 1: nulls"},
		{"SELECT a FROM trainees ORDER BY a DESC NULLS FIRST", "line 1: nulls"},
		{"SELECT row_number() OVER (ORDER BY a) FROM trainees", "line 1: nulls"},
		{"SELECT a FROM trainees ORDER BY ALL NULLS LAST", "line 1: columns COLUMNS"},
		{"SELECT a, count(*) FROM trainees GROUP BY ALL", "line 1: columns GROUP BY ALL"},
		{"SELECT a\nFROM trainees\nQUALIFY row_number() OVER (ORDER BY a NULLS LAST) = 1", "line 3: qualify"},
		{"SELECT * EXCLUDE (a) FROM trainees", "line 1: columns * EXCLUDE"},
		{"SELECT * REPLACE (1 AS a) FROM trainees", "line 1: columns * REPLACE"},
		{"SELECT * RENAME (a AS b) FROM trainees", "line 1: columns * RENAME"},
		{"SELECT COLUMNS('a') FROM trainees", "line 1: columns COLUMNS"},
		{"SELECT DISTINCT ON (a) a FROM trainees", "line 1: word DISTINCT ON"},
		{"SELECT [1, 2] FROM trainees", "line 1: function list_value"},
		{"SELECT a[1] FROM trainees", "line 1: word ARRAY EXTRACT"},
		{"SELECT {'a': 1} FROM trainees", "line 1: function struct_pack"},
		{"SELECT list_transform(a, x -> x + 1) FROM trainees", "line 1: function list_transform|line 1: word LAMBDA"},
		{"SELECT #1 FROM trainees", "line 1: word POSITIONAL REFERENCE"},
		{"SELECT a FROM trainees WHERE b = ?", "line 1: parameter"},
		{"SELECT TRY_CAST(a AS INTEGER) FROM trainees", "line 1: instead TRY_CAST CAST"},
		{"SELECT CAST(a AS TIMESTAMP) FROM trainees", "line 1: type TIMESTAMP"},
		{"SELECT current_date", "line 1: surroundings current_date"},
		{"SELECT random() FROM trainees", "line 1: function random"},
		{"SELECT string_agg(a, ',' ORDER BY a NULLS LAST) FROM trainees", "line 1: function string_agg|line 1: order_inside string_agg"},
		{"SELECT a\nFROM 'secret.csv'", "line 2: table secret.csv"},
		{"SELECT a FROM fact_trainees", "line 1: table fact_trainees"},
		{"SELECT a FROM information_schema.tables", "line 1: table information_schema.tables"},
		{"SELECT a FROM read_csv('x.csv')", "line 1: table read_csv"},
		{"SELECT a FROM range(9)", "line 1: table range"},
		{"SELECT getenv('HOME')", "line 1: function getenv"},
		{"SELECT a FROM trainees TABLESAMPLE 10%", "line 1: word TABLESAMPLE"},
		{"SELECT a FROM trainees POSITIONAL JOIN offers", "line 1: word POSITIONAL JOIN"},
		{"SELECT a FROM trainees ASOF JOIN offers USING (d)", "line 1: word ASOF JOIN"},
		{"SELECT a FROM trainees SEMI JOIN offers USING (d)", "line 1: instead SEMI JOIN EXISTS"},
		{"SELECT a FROM trainees NATURAL JOIN offers", "line 1: word NATURAL JOIN"},
		{"SELECT a FROM trainees UNION ALL BY NAME SELECT a FROM offers", "line 1: columns UNION BY NAME"},
		{"SELECT a FROM (PIVOT trainees ON gender USING count(*))", "line 1: select"},
		{"WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 AS n FROM r) SELECT n FROM r", "line 1: word RECURSIVE CTE"},
		{"WITH r AS MATERIALIZED (SELECT 1 AS n) SELECT n FROM r", "line 1: word MATERIALIZED"},
		{"WITH r AS (SELECT 1 AS n) SELECT n FROM r", ""},
		{"SELECT lag(a IGNORE NULLS) OVER (ORDER BY b NULLS LAST) FROM trainees", "line 1: word IGNORE NULLS"},
		{"SELECT ntile(4) OVER (ORDER BY b NULLS LAST) FROM trainees", "line 1: function ntile"},
		{"SELECT count(DISTINCT a), count(*) FILTER (WHERE b) FROM trainees ORDER BY 1 NULLS LAST LIMIT 5", ""},
		{"SELECT a FROM trainees\nLIMIT 5", "line 2: limit"},
		{"SELECT a FROM trainees\nOFFSET 5", "line 2: limit"},
		{"SELECT a FROM trainees WHERE b IN (\nSELECT b FROM offers LIMIT 1)", "line 2: limit"},
		{"SELECT a FROM trainees UNION ALL SELECT a FROM offers\nLIMIT 5", "line 2: limit"},
		{"SELECT a FROM trainees UNION ALL SELECT a FROM offers ORDER BY a NULLS LAST LIMIT 5", ""},
		{"SELECT a FROM trainees WHERE b LIKE 'x%' AND c IN (1, 2) AND NOT EXISTS (SELECT 1 FROM offers)", ""},
		{"SELECT x FROM (VALUES (1), (2)) AS t(x)", ""},
		{"SELECT TRUE, FALSE, NULL, 1.5, -1, DATE '2010-01-01', CAST(a AS TEXT), CAST(a AS INT) FROM trainees", ""},
		{"SELECT now(), current_user, localtimestamp", "line 1: function now|line 1: surroundings current_user|line 1: surroundings localtimestamp"},
		{"SELECT MEDIAN(x), CURRENT_DATE, COUNT(*) FROM Trainees", "line 1: function median|line 1: surroundings current_date"},
		{"WITH Step AS (SELECT 1 AS n) SELECT n FROM STEP", ""},
		{"FROM trainees", ""},
		{"SELECT a COLLATE nocase FROM trainees", "line 1: word COLLATE"},
		{"SUMMARIZE trainees", "line 1: word SHOW REF"},
		{"SELECT a FROM (DESCRIBE trainees)", "line 1: word SHOW REF"},
	} {
		if diff := cmp.Diff(c.want, strings.Join(lint(t, s, c.sql, asked), "|")); diff != "" {
			t.Errorf("%s\n-want +got\n%s", c.sql, diff)
		}
	}
}

// lint is what is found, in the form of told.
func lint(t *testing.T, s *Store, sql string, tables []string) []string {
	t.Helper()
	found, err := s.lint(t.Context(), sql, tables)
	if err != nil {
		t.Fatal(err)
	}
	return told(found)
}

// told is each finding with its line, its rule and what the rule's sentence needs.
func told(found []Finding) (lines []string) {
	for _, f := range found {
		line := fmt.Sprintf("line %d: %s", f.Line, f.Rule)
		for _, arg := range f.Args {
			line += fmt.Sprint(" ", arg)
		}
		lines = append(lines, line)
	}
	return lines
}
