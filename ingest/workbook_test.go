package ingest

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// workbookText makes a workbook of a description that can be read:
//
//	dates since 1904
//	== Kull 2009 (hidden)      begins a sheet
//	merge B1:C1
//	Nr | Kull | Start          a row of cells; an empty line is an empty row
//	(hidden) T1 | #2009 | @2009-08-01
//
// A cell is text, in which \n begins a new line; or a number (#2009), perhaps
// with a format (#301 as 0000); or a date (@2009-08-01); or a formula with the
// value that was saved with it (=2000+9 -> #2009) or none (=2000+9 -> ); or a
// truth value (!true).
func workbookText(t testing.TB, text string) []byte {
	t.Helper()
	w := textWorkbook{t: t, f: excelize.NewFile()}
	defer w.f.Close()
	for line := range strings.Lines(text) {
		w.line(strings.TrimRight(line, "\n"))
	}
	var out bytes.Buffer
	w.must(w.f.Write(&out))
	return out.Bytes()
}

type textWorkbook struct {
	t     testing.TB
	f     *excelize.File
	sheet string
	row   int
}

func (w *textWorkbook) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

func (w *textWorkbook) line(line string) {
	yes := true
	switch {
	case line == "dates since 1904":
		w.must(w.f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}))
	case strings.HasPrefix(line, "== "):
		name, hidden := strings.CutSuffix(line[3:], " (hidden)")
		if w.sheet == "" {
			w.must(w.f.SetSheetName("Sheet1", name))
		} else if _, err := w.f.NewSheet(name); err != nil {
			w.t.Fatal(err)
		}
		if hidden {
			w.must(w.f.SetSheetVisible(name, false))
		}
		w.sheet, w.row = name, 0
	case strings.HasPrefix(line, "merge "):
		from, to, _ := strings.Cut(line[6:], ":")
		w.must(w.f.MergeCell(w.sheet, from, to))
	default:
		w.row++
		cells, hidden := strings.CutPrefix(line, "(hidden) ")
		for i, text := range strings.Split(cells, "|") {
			name, err := excelize.CoordinatesToCellName(i+1, w.row)
			w.must(err)
			w.cell(name, strings.TrimSpace(text))
		}
		if hidden {
			w.must(w.f.SetRowVisible(w.sheet, w.row, false))
		}
	}
}

func (w *textWorkbook) cell(name, text string) {
	if text == "" {
		return
	}
	switch text[0] {
	case '#':
		digits, format, _ := strings.Cut(text[1:], " as ")
		number, err := strconv.ParseFloat(digits, 64)
		w.must(err)
		w.must(w.f.SetCellFloat(w.sheet, name, number, -1, 64))
		w.format(name, format)
	case '@':
		day, err := time.Parse("2006-01-02", text[1:])
		w.must(err)
		epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
		if props, err := w.f.GetWorkbookProps(); err == nil && props.Date1904 != nil && *props.Date1904 {
			epoch = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
		}
		w.must(w.f.SetCellInt(w.sheet, name, int64(day.Sub(epoch).Hours()/24)))
		w.format(name, "dd.mm.yyyy")
	case '!':
		w.must(w.f.SetCellBool(w.sheet, name, text == "!true"))
	case '=':
		formula, value, _ := strings.Cut(text[1:], " ->")
		w.cell(name, strings.TrimSpace(value))
		w.must(w.f.SetCellFormula(w.sheet, name, formula))
	default:
		w.must(w.f.SetCellStr(w.sheet, name, strings.ReplaceAll(text, `\n`, "\n")))
	}
}

func (w *textWorkbook) format(name, format string) {
	if format == "" {
		return
	}
	style, err := w.f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	w.must(err)
	w.must(w.f.SetCellStyle(w.sheet, name, name, style))
}

// The description is read as it is meant.
func TestWorkbookText(t *testing.T) {
	data := workbookText(t, "== A\nmerge A1:B1\ntittel\n\n#301 as 0000 | @2009-08-01 | =1+1 -> #2 | to\\nlinjer\n== B (hidden)\n=1+1 -> \n")
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	a, err := f.GetRows("A")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := fmt.Sprintf("%q", a), `[["tittel"] [] ["0301" "01.08.2009" "2" "to\nlinjer"]]`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if visible, err := f.GetSheetVisible("B"); err != nil || visible {
		t.Errorf("got %v, %v, want a hidden sheet", visible, err)
	}
}
