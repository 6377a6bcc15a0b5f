package store

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"bolyst/metrics"
	"bolyst/queries"
)

// TestPostgresGivesTheSameAnswers: every indicator over its own cases and over some cases of others, on both engines; integers
// and words are the same, and other numbers to nine digits. Which cases of others changes from indicator to indicator, so that
// each meets many. Without CI=true every third case is asked, and still every indicator.
func TestPostgresGivesTheSameAnswers(t *testing.T) {
	there := &elsewhere{t: t, conn: postgres(t)}
	here := open(t, t.TempDir())
	there.do(strings.NewReplacer("DOUBLE", "DOUBLE PRECISION", " USING COMPRESSION uncompressed", "").Replace(queries.Text("schema.sql")))
	cases, others := 3, 16
	if os.Getenv("CI") == "true" {
		cases, others = 1, 8
	}
	ids := slices.Sorted(maps.Keys(queries.Indicators()))
	for number, c := range indicatorCases(t) {
		if number%cases != 0 {
			continue
		}
		t.Run(c.name, func(t *testing.T) {
			there.t = t
			question := c.ask(t, here)
			there.ask(c)
			for _, name := range queries.Known {
				compare(t, "known/"+name, "SELECT * FROM "+name, here, there, false)
			}
			for unit := range queries.Traits {
				compare(t, "known/"+unit+"_trait", "SELECT * FROM "+unit+"_trait", here, there, false)
			}
			for place, id := range ids {
				if id != c.indicator && (place+number)%others != 0 {
					continue
				}
				indicator := queries.Indicators()[id]
				aparts := []string{"nothing", "subject"}
				if unit := definition(id).Unit; id == c.indicator && queries.Traits[unit] != nil {
					aparts = append(aparts, unit)
				}
				way := waysOf[definition(id).Kind]
				for _, apart := range aparts {
					if err := question.take(t.Context(), indicator, way.persons, apart); err != nil {
						t.Fatal(err)
					}
					there.take(indicator, way.persons, apart)
					for _, step := range steps(way.persons, apart) {
						compare(t, id+", "+step.name, "SELECT * FROM "+step.name, here, there, false)
					}
					compare(t, id+", person by person", queries.Text("persons.sql"), here, there, false)
					compare(t, id+" counted by "+apart, queries.Text(way.statement), here, there, true)
				}
			}
		})
	}
}

// waysOf names for each kind of indicator what its subjects bring, and the fixed statement that counts it.
var waysOf = map[metrics.Kind]struct{ persons, statement string }{
	metrics.Count: {"count", "count.sql"}, metrics.Rate: {"count", "count.sql"}, metrics.Share: {"count", "count.sql"}, metrics.Ratio: {"sum", "count.sql"},
	metrics.Score: {"mean", "mean.sql"}, metrics.Breadth: {"breadth", "breadth.sql"}, metrics.Duration: {"curve", "curve.sql"},
}

// elsewhere is the other engine.
type elsewhere struct {
	t    *testing.T
	conn *pgconn.PgConn
}

func (e *elsewhere) do(sql string) {
	e.t.Helper()
	if err := e.conn.Exec(e.t.Context(), sql).Close(); err != nil {
		e.t.Fatalf("%v\n%s", err, sql)
	}
}

// ask does there what indicatorCase.ask does here.
func (e *elsewhere) ask(c indicatorCase) {
	e.t.Helper()
	var all strings.Builder
	for _, name := range factTables() {
		fmt.Fprintf(&all, "DELETE FROM %s;\n", name)
	}
	for _, file := range c.archive.Files {
		if strings.HasPrefix(file.Name, "fact_") {
			for _, statement := range inserts(file.Name, table(file.Data)) {
				fmt.Fprintf(&all, "%s;\n", statement)
			}
		}
	}
	all.WriteString("DISCARD TEMP;\n")
	for _, t := range c.moment().tables() {
		fmt.Fprintf(&all, "CREATE TEMP TABLE %s;\n", t.declared())
		if len(t.rows) > 0 {
			fmt.Fprintf(&all, "%s;\n", insertion(t))
		}
	}
	for _, name := range queries.Known {
		fmt.Fprintf(&all, "CREATE TEMP TABLE %s AS %s;\n", name, queries.Text("known/"+name+".sql"))
	}
	for unit := range queries.Traits {
		fmt.Fprintf(&all, "CREATE TEMP VIEW %s_trait AS %s;\n", unit, queries.Text("known/"+unit+"_trait.sql"))
	}
	e.do(all.String())
}

// take does there what Question.take does here.
func (e *elsewhere) take(indicator, way, apart string) {
	e.t.Helper()
	all := "DROP VIEW IF EXISTS indicator CASCADE; DROP TABLE IF EXISTS standing, recurrent, alike CASCADE; CREATE TEMP VIEW indicator AS " + indicator
	for _, s := range steps(way, apart) {
		all += ";\nCREATE TEMP " + s.kind + " " + s.name + " AS " + s.text
	}
	e.do(all)
}

// insertion fills a table that is given, in one statement.
func insertion(t given) string {
	var rows []string
	for _, row := range t.rows {
		rows = append(rows, filled("(?"+strings.Repeat(", ?", len(row)-1)+")", row))
	}
	return "INSERT INTO " + t.name + " VALUES " + strings.Join(rows, ", ")
}

// filled puts the values into the places of a statement.
func filled(statement string, values []any) string {
	for _, value := range values {
		text := "NULL"
		switch v := value.(type) {
		case nil:
		case time.Time:
			text = literal(v.Format(time.DateOnly))
		default:
			text = literal(fmt.Sprint(v))
		}
		statement = strings.Replace(statement, "?", text, 1)
	}
	return statement
}

// compare runs a statement on both engines. Rows without an order of their own are put into one.
func compare(t *testing.T, name, statement string, here *Store, there *elsewhere, ordered bool) {
	t.Helper()
	got, want := there.rows(statement), rowsHere(t, here, statement)
	if !ordered {
		slices.SortFunc(got, byText)
		slices.SortFunc(want, byText)
	}
	if !slices.EqualFunc(got, want, func(a, b []string) bool { return slices.EqualFunc(a, b, same) }) {
		t.Errorf("%s: PostgreSQL gives\n%v\nand DuckDB\n%v", name, got, want)
	}
}

func (e *elsewhere) rows(statement string) (all [][]string) {
	e.t.Helper()
	results, err := e.conn.Exec(e.t.Context(), statement).ReadAll()
	if err != nil {
		e.t.Fatalf("%v\n%s", err, statement)
	}
	const boolean = 16 // the number of the type
	for _, values := range results[0].Rows {
		row := make([]string, len(values))
		for i, value := range values {
			switch {
			case value == nil:
				row[i] = "-"
			case results[0].FieldDescriptions[i].DataTypeOID == boolean:
				row[i] = map[string]string{"t": "true", "f": "false"}[string(value)]
			default:
				row[i] = string(value)
			}
		}
		all = append(all, row)
	}
	return all
}

func rowsHere(t *testing.T, s *Store, statement string) (all [][]string) {
	t.Helper()
	rows, err := s.conn.QueryContext(t.Context(), statement)
	if err != nil {
		t.Fatalf("%v\n%s", err, statement)
	}
	defer rows.Close()
	columns, _ := rows.Columns()
	for rows.Next() {
		values, places, row := make([]any, len(columns)), make([]any, len(columns)), make([]string, len(columns))
		for i := range values {
			places[i] = &values[i]
		}
		if err := rows.Scan(places...); err != nil {
			t.Fatal(err)
		}
		for i, value := range values {
			switch v := value.(type) {
			case nil:
				row[i] = "-"
			case time.Time:
				row[i] = v.Format(time.DateOnly)
			case float64:
				row[i] = strconv.FormatFloat(v, 'g', -1, 64)
			default:
				row[i] = fmt.Sprint(v)
			}
		}
		all = append(all, row)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

// same compares two cells: words and whole numbers exactly, other numbers to nine digits.
func same(a, b string) bool {
	if a == b {
		return true
	}
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	return errX == nil && errY == nil && math.Abs(x-y) <= 1e-9*max(1, math.Abs(x)) && (x != math.Trunc(x) || x == y)
}

func byText(a, b []string) int {
	return slices.CompareFunc(a, b, func(x, y string) int {
		if same(x, y) {
			return 0
		}
		return cmp.Compare(x, y)
	})
}
