package reports_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
	"bolyst/reports"
)

// officeProgram is LibreOffice, without which a test is left out where that is allowed.
func officeProgram(t *testing.T) string {
	t.Helper()
	program, err := exec.LookPath("soffice")
	if err != nil {
		const missing = "LibreOffice is not installed: apt-get install libreoffice-calc"
		if thorough {
			t.Fatal(missing)
		}
		t.Skip(missing)
	}
	return program
}

// office converts the workbook with LibreOffice and returns the folder of what came out.
func office(t *testing.T, workbook []byte, to string) string {
	t.Helper()
	program := officeProgram(t)
	dir := t.TempDir()
	path := filepath.Join(dir, "report.xlsx")
	if err := os.WriteFile(path, workbook, 0o644); err != nil {
		t.Fatal(err)
	}
	run := exec.CommandContext(t.Context(), program, "-env:UserInstallation=file://"+reports.OfficeProfile,
		"--headless", "--convert-to", to, "--outdir", filepath.Join(dir, "out"), path)
	run.Env = append(os.Environ(), "LC_ALL=C.UTF-8") // how the numbers of a CSV are written
	said, err := run.CombinedOutput()
	if err != nil || bytes.Contains(said, []byte("Error")) {
		t.Fatalf("%s: %v\n%s", to, err, said)
	}
	return filepath.Join(dir, "out")
}

func TestOfficeOpensAndPrintsIt(t *testing.T) {
	cases := []struct {
		name  string
		draft metrics.Draft
		pages int // of the key figures and the nine indicators, one each, and at least four more
	}{{"hostile", poisoned(hostile[0] + hostile[9] + hostile[11]), 14}, {"one programme", metricstest.KOM(), 16}, {"evaluated", evaluated(), 30}}
	if !thorough {
		cases = cases[:1]
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir := office(t, written(t, c.draft.For(staff), metrics.Norwegian), "pdf")
			pdf, err := os.ReadFile(filepath.Join(dir, "report.pdf"))
			if err != nil {
				t.Fatal(err)
			}
			if pages := len(regexp.MustCompile(`/Type\s*/Page\b`).FindAll(pdf, -1)); pages < c.pages {
				t.Errorf("got %d pages, want at least %d", pages, c.pages)
			}
		})
	}
}

// What is stored beside a formula is only believed until somebody computes it: here LibreOffice does, from a workbook whose
// stored results are taken out.
func TestOfficeComputesTheSameValues(t *testing.T) {
	table := evaluated().For(staff)
	content := written(t, table, metrics.English)
	dir := office(t, withoutResults(t, content), "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1")
	f := opened(t, content)
	compared := 0
	for _, sheet := range f.GetSheetList() {
		rows := readCSV(t, filepath.Join(dir, "report-"+sheet+".csv"))
		eachCell(t, f, sheet, func(at string, c place) {
			if c.formula == "" {
				return
			}
			compared++
			column, row, _ := excelize.CellNameToCoordinates(at)
			computed := rows[row-1][column-1]
			got, err := inEnglish(computed)
			if want := c.number().Float(); err != nil || math.Abs(got-want) > 1e-9*math.Max(1, math.Abs(want)) {
				t.Errorf("%s!%s =%s: got %q, want %v", sheet, at, c.formula, computed, want)
			}
		})
	}
	if compared < 50 {
		t.Errorf("compared %d formulas, want all of them", compared)
	}
	// And the key figures agree with the table itself.
	rows := readCSV(t, filepath.Join(dir, "report-Key figures.csv"))
	for i, definition := range table.Definitions {
		i *= 1 + len(table.Programmes)
		want := table.Total(definition.ID).Value.Float()
		if got, err := inEnglish(rows[5+i][4]); err != nil || math.Abs(got-want) > 1e-9*math.Max(1, want) {
			t.Errorf("%s: got %q, want %v", definition.ID, rows[5+i][4], want)
		}
	}
}

// inEnglish reads a number as LibreOffice prints it: 85.7142857142857%.
func inEnglish(text string) (float64, error) {
	v, err := strconv.ParseFloat(strings.TrimSuffix(text, "%"), 64)
	if strings.HasSuffix(text, "%") {
		v /= 100
	}
	return v, err
}

// withoutResults takes the stored results of all formulas out of the workbook.
func withoutResults(t *testing.T, content []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, part := range partsOf(t, content) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(name, "xl/worksheets/") {
			part = regexp.MustCompile(`</f><v>[^<]*</v>`).ReplaceAll(part, []byte(`</f>`))
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

func readCSV(t *testing.T, path string) [][]string {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	r := csv.NewReader(file)
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}
