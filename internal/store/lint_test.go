package store

import (
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
		for _, said := range s.Lint(t.Context(), text) {
			t.Errorf("indicators/%s.sql: %s", id, said)
		}
	}
	folder := os.DirFS("../../queries")
	known, err := fs.Glob(folder, "known/*.sql")
	if err != nil || len(known) != len(queries.Known)+len(queries.Traits) {
		t.Fatalf("got %d files in known and an error %v, want %d", len(known), err, len(queries.Known)+len(queries.Traits))
	}
	tables := slices.Concat(queries.Known, factTables(), []string{"moment", "region", "undecided", "year_end", "centrality", "pool", "indicator"})
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
	for _, name := range append(names, "standing.sql", "recurrent.sql", "part.sql", "pool.sql", "cell.sql") {
		for _, said := range s.lint(t.Context(), queries.Text(name), tables) {
			t.Errorf("%s: %s", name, said)
		}
	}
}

func TestWhatIsNotAllowedIsNamedWithItsLine(t *testing.T) {
	s := open(t, t.TempDir())
	for _, c := range []struct{ sql, want string }{
		{"-- fått ø?\nSELECT 1;\nSELECT 2", "line 1: one SELECT is allowed, here are 2"},
		{"SELECT 1\nFRO trainees x", `line 2: syntax error at or near "trainees"`},
		{"DELETE FROM trainees", "line 1: only a SELECT is allowed"},
		{"PIVOT trainees ON gender USING count(*)", "line 1: only a SELECT is allowed"},
		{"ATTACH 'x'", "line 1: only a SELECT is allowed"},
		{"COPY trainees TO 'x'", "line 1: only a SELECT is allowed"},
		{"-- ø æ å\nSELECT 'a::b' AS \"c::d\", /* :: */ -- ::\n cohort::INTEGER AS x\nFROM trainees", "line 3: a cast is written CAST(x AS type), not x::type"},
		{"-- øøøøøøøøøøøøøøøøøøøøøøø\nSELECT\nmedian(x) FROM trainees", "line 3: the function median is not allowed"},
		{"SELECT quantile_cont(x, 0.5) FROM trainees", "line 1: the function quantile_cont is not allowed"},
		{"SELECT date_diff('year', a, b) FROM trainees", "line 1: date_diff is not allowed: compare with a date, as in b >= CAST(a + INTERVAL '36' MONTH AS DATE), or count with extract(year FROM a)"},
		{"SELECT a // b FROM trainees", "line 1: // is not allowed: write CAST(floor(CAST(a AS DOUBLE PRECISION) / b) AS BIGINT)"},
		{"SELECT a ILIKE 'x' FROM trainees", "line 1: ~~* is not allowed: ILIKE is written lower(a) LIKE lower(b)"},
		{"SELECT a / b FROM trainees", "line 1: what is divided must be cast first: CAST(a AS DOUBLE PRECISION) / b"},
		{"SELECT CAST(a AS DOUBLE PRECISION) / b FROM trainees", ""},
		{"SELECT a + INTERVAL '36' MONTH FROM trainees", "line 1: a date and an interval must be cast to a date: CAST(a + INTERVAL '36' MONTH AS DATE)"},
		{"SELECT CAST(a + INTERVAL '36' MONTH AS DATE), CAST(a - INTERVAL '1' YEAR AS DATE) FROM trainees", ""},
		{"SELECT CAST(a + INTERVAL 36 MONTH AS DATE) FROM trainees", "line 1: an interval is written INTERVAL '36' MONTH, with a number in quotes"},
		{"SELECT CAST(a + INTERVAL (b) MONTH AS DATE) FROM trainees", "line 1: an interval is written INTERVAL '36' MONTH, with a number in quotes"},
		{"SELECT CAST(a + INTERVAL '36 months' AS DATE) FROM trainees", "line 1: the type INTERVAL is not allowed: BIGINT, BOOLEAN, DATE, DECIMAL, DOUBLE, INTEGER, VARCHAR are"},
		{"SELECT max(INTERVAL '1' MONTH) FROM trainees", "line 1: an interval may only be added to a date or taken from one"},
		{"SELECT a FROM trainees ORDER BY a", "line 1: ORDER BY must say NULLS LAST"},
		{"SELECT a FROM trainees ORDER BY a DESC NULLS FIRST", "line 1: ORDER BY must say NULLS LAST"},
		{"SELECT row_number() OVER (ORDER BY a) FROM trainees", "line 1: ORDER BY must say NULLS LAST"},
		{"SELECT a FROM trainees ORDER BY ALL NULLS LAST", "line 1: COLUMNS is not allowed: name the columns"},
		{"SELECT a, count(*) FROM trainees GROUP BY ALL", "line 1: GROUP BY ALL is not allowed: name the columns"},
		{"SELECT a\nFROM trainees\nQUALIFY row_number() OVER (ORDER BY a NULLS LAST) = 1", "line 3: QUALIFY is not allowed: put the window function into a subquery and ask with WHERE"},
		{"SELECT * EXCLUDE (a) FROM trainees", "line 1: * EXCLUDE is not allowed: name the columns"},
		{"SELECT * REPLACE (1 AS a) FROM trainees", "line 1: * REPLACE is not allowed: name the columns"},
		{"SELECT * RENAME (a AS b) FROM trainees", "line 1: * RENAME is not allowed: name the columns"},
		{"SELECT COLUMNS('a') FROM trainees", "line 1: COLUMNS is not allowed: name the columns"},
		{"SELECT DISTINCT ON (a) a FROM trainees", "line 1: DISTINCT ON is not allowed"},
		{"SELECT [1, 2] FROM trainees", "line 1: list_value is not allowed: lists are not allowed"},
		{"SELECT a[1] FROM trainees", "line 1: ARRAY EXTRACT is not allowed"},
		{"SELECT {'a': 1} FROM trainees", "line 1: struct_pack is not allowed: structures are not allowed"},
		{"SELECT list_transform(a, x -> x + 1) FROM trainees", "line 1: the function list_transform is not allowed|line 1: LAMBDA is not allowed"},
		{"SELECT #1 FROM trainees", "line 1: POSITIONAL REFERENCE is not allowed"},
		{"SELECT a FROM trainees WHERE b = ?", "line 1: a parameter is not allowed: the moment and the facts are all there is to ask of"},
		{"SELECT TRY_CAST(a AS INTEGER) FROM trainees", "line 1: TRY_CAST is not allowed: use CAST"},
		{"SELECT CAST(a AS TIMESTAMP) FROM trainees", "line 1: the type TIMESTAMP is not allowed: BIGINT, BOOLEAN, DATE, DECIMAL, DOUBLE, INTEGER, VARCHAR are"},
		{"SELECT current_date", "line 1: current_date is not allowed: the table moment says as of which date"},
		{"SELECT random() FROM trainees", "line 1: the function random is not allowed"},
		{"SELECT string_agg(a, ',' ORDER BY a NULLS LAST) FROM trainees", "line 1: ORDER BY inside string_agg is not allowed|line 1: the function string_agg is not allowed"},
		{"SELECT a\nFROM 'secret.csv'", "line 2: the table secret.csv is not allowed: only the known facts may be asked"},
		{"SELECT a FROM fact_trainees", "line 1: the table fact_trainees is not allowed: only the known facts may be asked"},
		{"SELECT a FROM information_schema.tables", "line 1: the table information_schema.tables is not allowed: only the known facts may be asked"},
		{"SELECT a FROM read_csv('x.csv')", "line 1: the table function read_csv is not allowed: only the known facts may be asked"},
		{"SELECT a FROM range(9)", "line 1: the table function range is not allowed: only the known facts may be asked"},
		{"SELECT getenv('HOME')", "line 1: the function getenv is not allowed"},
		{"SELECT a FROM trainees TABLESAMPLE 10%", "line 1: TABLESAMPLE is not allowed"},
		{"SELECT a FROM trainees POSITIONAL JOIN offers", "line 1: POSITIONAL JOIN is not allowed"},
		{"SELECT a FROM trainees ASOF JOIN offers USING (d)", "line 1: ASOF JOIN is not allowed"},
		{"SELECT a FROM trainees SEMI JOIN offers USING (d)", "line 1: SEMI JOIN is not allowed: use EXISTS"},
		{"SELECT a FROM trainees NATURAL JOIN offers", "line 1: NATURAL JOIN is not allowed"},
		{"SELECT a FROM trainees UNION ALL BY NAME SELECT a FROM offers", "line 1: UNION BY NAME is not allowed: name the columns in the same order"},
		{"SELECT a FROM (PIVOT trainees ON gender USING count(*))", "line 1: only a SELECT is allowed"},
		{"WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 AS n FROM r) SELECT n FROM r", "line 1: RECURSIVE CTE is not allowed"},
		{"WITH r AS MATERIALIZED (SELECT 1 AS n) SELECT n FROM r", "line 1: MATERIALIZED is not allowed"},
		{"WITH r AS (SELECT 1 AS n) SELECT n FROM r", ""},
		{"SELECT lag(a IGNORE NULLS) OVER (ORDER BY b NULLS LAST) FROM trainees", "line 1: IGNORE NULLS is not allowed"},
		{"SELECT ntile(4) OVER (ORDER BY b NULLS LAST) FROM trainees", "line 1: the window function ntile is not allowed"},
		{"SELECT count(DISTINCT a), count(*) FILTER (WHERE b) FROM trainees LIMIT 5", ""},
		{"SELECT a FROM trainees WHERE b LIKE 'x%' AND c IN (1, 2) AND NOT EXISTS (SELECT 1 FROM offers)", ""},
		{"SELECT x FROM (VALUES (1), (2)) AS t(x)", ""},
		{"SELECT TRUE, FALSE, NULL, 1.5, -1, DATE '2010-01-01', CAST(a AS TEXT), CAST(a AS INT) FROM trainees", ""},
		{"SELECT now(), current_user, localtimestamp", "line 1: the function now is not allowed|line 1: current_user is not allowed: the table moment says as of which date|line 1: localtimestamp is not allowed: the table moment says as of which date"},
		{"SELECT MEDIAN(x), CURRENT_DATE, COUNT(*) FROM Trainees", "line 1: the function median is not allowed|line 1: current_date is not allowed: the table moment says as of which date"},
		{"WITH Step AS (SELECT 1 AS n) SELECT n FROM STEP", ""},
		{"FROM trainees", ""},
		{"SELECT a COLLATE nocase FROM trainees", "line 1: COLLATE is not allowed"},
		{"SUMMARIZE trainees", "line 1: SHOW REF is not allowed"},
		{"SELECT a FROM (DESCRIBE trainees)", "line 1: SHOW REF is not allowed"},
	} {
		if diff := cmp.Diff(c.want, strings.Join(s.Lint(t.Context(), c.sql), "|")); diff != "" {
			t.Errorf("%s\n-want +got\n%s", c.sql, diff)
		}
	}
}
