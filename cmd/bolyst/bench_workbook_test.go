package main

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"bolyst/ingest"
)

// BenchmarkReadWorkbook reads a sheet of 200 000 rows and 12 columns by two ways, each a process of its own, one after the
// other in each round: ingest with all its checks and pseudonyms, and openpyxl, read only and unchecked, where the
// distribution's python3-openpyxl is installed. It reports medians.
func BenchmarkReadWorkbook(b *testing.B) {
	folder := b.TempDir()
	file := writeWorkbook(b, folder, 200_000)
	contenders := []string{"ingest-xlsx"}
	if exec.Command(python, "-c", "import openpyxl").Run() == nil {
		contenders = append(contenders, "openpyxl")
	}
	compare(b, "rows=200000", contenders, contenders[len(contenders)-1], folder, file, 200_000)
}

const openpyxlScript = `
import openpyxl, sys
rows = 0
for row in openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True).active.iter_rows(values_only=True):
    rows += 1
assert rows == 200001, rows
`

var workbookColumns = map[string][]string{"application_id": {"Søknadsnr"}, "applicant_id": {"Kandidatnr"}, "cohort": {"Kull"},
	"submitted_on": {"Dato"}, "birth_year": {"Fødselsår"}, "gender": {"Kjønn"}, "education_level": {"Nivå"}, "education_years": {"År"},
	"field": {"Fagfelt"}, "kommune": {"Bosted"}, "tie": {"Tilknytning"}, "assessment": {"Vurdering"}}

// readWorkbook is the contender of ingest.
func readWorkbook(file string) error {
	feed, _ := ingest.FeedNamed("applications")
	key, err := ingest.NewKey(make([]byte, 32))
	if err != nil {
		return err
	}
	read, err := ingest.Read(bg, file, ingest.Mapping{Source: "s", Programme: "kom", Feed: feed, Format: ingest.Format{Type: "xlsx"}, Columns: workbookColumns}, key,
		func(ingest.Record) error { return nil }, func(problems []ingest.Problem, _ []any) error { return fmt.Errorf("%s", problems[0].Text("en")) })
	if err == nil && read.Rows != 200_000 {
		err = fmt.Errorf("got %d rows", read.Rows)
	}
	return err
}

func writeWorkbook(b *testing.B, folder string, rows int) string {
	b.Helper()
	book := excelize.NewFile()
	book.SetSheetDimension("Sheet1", fmt.Sprintf("A1:L%d", rows+1)) // or openpyxl sees one row
	sheet, err := book.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	sheet.SetRow("A1", []any{"Søknadsnr", "Kandidatnr", "Kull", "Dato", "Fødselsår", "Kjønn", "Nivå", "År", "Fagfelt", "Bosted", "Tilknytning", "Vurdering"})
	for i := range rows {
		err := sheet.SetRow(fmt.Sprintf("A%d", i+2), []any{fmt.Sprint("S", i), fmt.Sprint("K", i), 2006 + i%15, fmt.Sprintf("%02d.%02d.2009", 1+i%28, 1+i%12),
			1970 + i%25, "f", 6 + i%2, 3 + i%3, "Bygg", "Kristiansund", "none", "qualified"})
		if err != nil {
			b.Fatal(err)
		}
	}
	if err := sheet.Flush(); err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(folder, "soknader.xlsx")
	if err := book.SaveAs(path); err != nil {
		b.Fatal(err)
	}
	return path
}
