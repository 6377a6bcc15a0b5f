package ingest

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// What excelize reads of a sound sheet is what this package reads of it, cell
// by cell.
func TestReaderAgreesWithExcelize(t *testing.T) {
	path := workbookOf(t, func(f *excelize.File) {
		for row := 1; row <= 200; row += 1 + row%3 {
			for column := 1; column <= 30; column += 1 + (row+column)%4 {
				name, err := excelize.CoordinatesToCellName(column, row)
				if err != nil {
					t.Fatal(err)
				}
				var value any
				switch (row * column) % 7 {
				case 0:
					value = row * column
				case 1:
					value = fmt.Sprintf("tekst <%d> & «å» \n", row)
				case 2:
					value = float64(row) / 7
				case 3:
					value = row%2 == 0
				case 4:
					value = -1.5e-7
				case 5:
					value = 12345678901
				case 6:
					continue
				}
				if err := f.SetCellValue("Sheet1", name, value); err != nil {
					t.Fatal(err)
				}
			}
		}
		rich := []excelize.RichTextRun{{Text: "Kristian"}, {Text: "sund", Font: &excelize.Font{Bold: true}}}
		if err := f.SetCellRichText("Sheet1", "B7", rich); err != nil {
			t.Fatal(err)
		}
	})
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want, err := f.GetRows("Sheet1", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	got := make([][]string, len(want))
	for _, r := range allRows(t, path) {
		for _, c := range r.cells {
			got[r.number-1] = append(got[r.number-1], c.text)
		}
	}
	cells := 0
	for i := range want {
		for j := range max(len(want[i]), len(got[i])) {
			w, g := at(want[i], j), at(got[i], j)
			if x, err := strconv.ParseFloat(w, 64); err == nil && strings.ContainsAny(w, "eE") {
				w = strconv.FormatFloat(x, 'f', -1, 64)
			}
			if w != g {
				t.Errorf("row %d, column %s: got %q, want %q", i+1, columnLetter(j), g, w)
			}
			cells++
		}
	}
	if cells < 500 {
		t.Errorf("got %d cells compared, want more", cells)
	}
}

func at(texts []string, i int) string {
	if i < len(texts) {
		return texts[i]
	}
	return ""
}

// allRows are all rows of the first sheet, or the rows up to an error.
func allRows(t *testing.T, path string) []row {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	src, err := openXLSX(f, Format{Type: "xlsx"})
	if err != nil {
		t.Fatal(err)
	}
	defer src.Close()
	var rows []row
	for {
		r, err := src.next()
		if errors.Is(err, io.EOF) {
			return rows
		}
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row{number: r.number, cells: append([]cell(nil), r.cells...)})
	}
}
