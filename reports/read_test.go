package reports_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
	"bolyst/reports"
)

// The audiences of the tests, as a configuration would set them.
var (
	board = metrics.Audience{Name: "board", Floor: 5}
	staff = metrics.Audience{Name: "staff", Floor: 1}
)

// written is the evaluation of the table as bytes: the workbook that holds every figure.
func written(t testing.TB, table metrics.Table, language metrics.Language) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := reports.Evaluation(&b, table, language); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// opened is the workbook as its reader finds it.
func opened(t testing.TB, content []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		delete(formats, f)
		f.Close()
	})
	return f
}

// partsOf unzips the workbook.
func partsOf(t testing.TB, content []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string][]byte{}
	for _, file := range z.File {
		r, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		if parts[file.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return parts
}

// place is one cell as it was read.
type place struct {
	text    string
	kind    excelize.CellType
	format  string
	formula string
}

func read(t testing.TB, f *excelize.File, sheet, at string) place {
	t.Helper()
	text, err := f.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	kind, _ := f.GetCellType(sheet, at)
	formula, _ := f.GetCellFormula(sheet, at)
	id, _ := f.GetCellStyle(sheet, at)
	return place{text: text, kind: kind, formula: formula, format: formatOf(t, f, id)}
}

// formats are the number formats that were looked up, by file and style: each takes the library long to tell.
var formats = map[*excelize.File]map[int]string{}

// formatOf is the number format of the style.
func formatOf(t testing.TB, f *excelize.File, id int) string {
	t.Helper()
	if format, known := formats[f][id]; known {
		return format
	}
	style, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	if formats[f] == nil {
		formats[f] = map[int]string{}
	}
	formats[f][id] = builtIn[style.NumFmt]
	if style.CustomNumFmt != nil {
		formats[f][id] = *style.CustomNumFmt
	}
	return formats[f][id]
}

// builtIn are the number formats that the file knows by number.
var builtIn = map[int]string{3: "#,##0", 9: "0%", 49: "@"}

// isNumber says whether the cell holds a number.
func (p place) isNumber() bool {
	return p.text != "" && (p.kind == excelize.CellTypeUnset || p.kind == excelize.CellTypeNumber)
}

// number is the cell's number; absent where it holds a text or nothing.
func (p place) number() metrics.Number {
	v, err := strconv.ParseFloat(p.text, 64)
	if !p.isNumber() || err != nil {
		return metrics.Number{}
	}
	return metrics.Of(v)
}

// rowsOf reads the sheet's n-th table as rows of head and cell.
func rowsOf(t testing.TB, f *excelize.File, sheet string, n int) []map[string]place {
	t.Helper()
	tables, err := f.GetTables(sheet)
	if err != nil || len(tables) <= n {
		t.Fatalf("sheet %s: %d tables, want at least %d (%v)", sheet, len(tables), n+1, err)
	}
	from, to, _ := bytes.Cut([]byte(tables[n].Range), []byte(":"))
	left, top, _ := excelize.CellNameToCoordinates(string(from))
	right, bottom, _ := excelize.CellNameToCoordinates(string(to))
	at := func(column, row int) string {
		name, _ := excelize.CoordinatesToCellName(column, row)
		return name
	}
	heads := map[int]string{}
	for column := left; column <= right; column++ {
		heads[column] = read(t, f, sheet, at(column, top)).text
	}
	var rows []map[string]place
	for row := top + 1; row <= bottom; row++ {
		cells := map[string]place{}
		for column := left; column <= right; column++ {
			cells[heads[column]] = read(t, f, sheet, at(column, row))
		}
		rows = append(rows, cells)
	}
	return rows
}

// several is a draft of three programmes over twelve cohorts, with small and large numbers, unknown ones, and two parts of a
// breakdown.
func several() metrics.Draft {
	d := metricstest.KOM()
	d.Programmes = append(d.Programmes,
		metrics.Programme{ID: "salten", Name: "Trainee Salten", Started: 2005},
		metrics.Programme{ID: "innlandet", Name: "Trainee Innlandet", Started: 2003})
	d.Tallies = nil
	add := func(t metrics.Tally) { d.Tallies = append(d.Tallies, t) }
	for _, definition := range d.Definitions {
		for p, programme := range []string{"all", "kom", "salten", "innlandet"} {
			n := float64(9 + 14*p)
			for cohort := range 12 {
				period := strconv.Itoa(1999 + cohort)
				k := float64(int(n)-3+cohort%3) + float64(p)
				add(metrics.Tally{Indicator: definition.ID, Programme: programme, Period: period, Numerator: k, Denominator: n + k, Unknown: 2})
			}
			add(metrics.Tally{Indicator: definition.ID, Programme: programme, Period: "all", Numerator: 10 * n, Denominator: 22 * n, Unknown: 24})
		}
	}
	for _, category := range []string{"f", "m"} {
		add(metrics.Tally{Indicator: "job_offer_rate", Programme: "all", Period: "all", Breakdown: "gender", Category: category, Numerator: 31, Denominator: 44})
	}
	return d
}

// rewritten is the package with every part changed.
func rewritten(t testing.TB, content []byte, change func(name string, part []byte) []byte) []byte {
	t.Helper()
	parts := partsOf(t, content)
	for name, part := range parts {
		parts[name] = change(name, part)
	}
	return packed(t, parts)
}

// packed is the package of the parts.
func packed(t testing.TB, parts map[string][]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, part := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(part); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
