package metrics_test

import (
	"encoding/csv"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"bolyst/metrics"
)

// The tables in testdata/r were written by R (the scripts beside them say how; the first line of each names the versions).
// The tests need the tables alone.

// row is one line of a table, by the names of its columns.
type row map[string]string

func rTable(t *testing.T, name string) (rows []row) {
	t.Helper()
	file, err := os.Open("testdata/r/" + name + ".csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	reader := csv.NewReader(file)
	reader.Comment = '#'
	lines, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range lines[1:] {
		r := row{}
		for i, field := range line {
			r[lines[0][i]] = field
		}
		rows = append(rows, r)
	}
	return rows
}

// rSets gathers the rows of a table by the set of data that they belong to.
func rSets(t *testing.T, name string) map[string][]row {
	t.Helper()
	sets := map[string][]row{}
	for _, r := range rTable(t, name) {
		sets[r["set"]] = append(sets[r["set"]], r)
	}
	return sets
}

// number reads a field; NA is an absent number.
func (r row) number(t *testing.T, column string) metrics.Number {
	t.Helper()
	if r[column] == "NA" {
		return metrics.Number{}
	}
	v, err := strconv.ParseFloat(r[column], 64)
	if err != nil {
		t.Fatalf("column %s: %v", column, err)
	}
	return metrics.Of(v)
}

func (r row) float(t *testing.T, column string) float64 {
	t.Helper()
	return r.number(t, column).Float()
}

func (r row) int(t *testing.T, column string) int {
	t.Helper()
	return int(r.float(t, column))
}

// agreement compares with R to 1e-9, of the value where it is over 1, and remembers the largest difference.
type agreement struct {
	t        *testing.T
	compared int
	largest  float64
}

func (a *agreement) check(place string, got, want metrics.Number) {
	a.t.Helper()
	a.compared++
	difference := math.Abs(got.Float()-want.Float()) / math.Max(1, math.Abs(want.Float()))
	a.largest = math.Max(a.largest, difference)
	if got.Given() != want.Given() || !(difference <= 1e-9) {
		a.t.Errorf("%s: got %v, want %v as R has it", place, text(got), text(want))
	}
}

func (a *agreement) report() {
	a.t.Helper()
	if a.compared < 200 {
		a.t.Errorf("only %d numbers: the tables of R are not whole", a.compared)
	}
	a.t.Logf("%d numbers compared, largest difference %.1e", a.compared, a.largest)
}

func text(n metrics.Number) string {
	if v, given := n.Get(); given {
		return strconv.FormatFloat(v, 'g', 17, 64)
	}
	return "none"
}

// about says whether the number is there and as printed, to half a unit of the last decimal.
func about(n metrics.Number, printed string) bool {
	if printed == "none" {
		return !n.Given()
	}
	want, err := strconv.ParseFloat(printed, 64)
	_, decimals, _ := strings.Cut(printed, ".")
	return err == nil && n.Given() && math.Abs(n.Float()-want) <= 0.5*math.Pow10(-len(decimals))+1e-12
}
