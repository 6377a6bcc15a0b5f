package reports_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"bolyst/metrics"
	"bolyst/reports"
)

// identity is a number that is valid as an identity number, of a test person.
const identity = "01817012345"

// delivered is a workbook as a supplier may have made it: titles over the table, a column of codes, dates, a formula, a remark, a
// table, a print area, a condition, an active second sheet.
func delivered(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	try := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	try(f.SetSheetName("Sheet1", "Søkere 'h' & v"))
	sheet := "Søkere 'h' & v"
	try(f.SetCellStr(sheet, "A1", "Søkere våren 2010"))
	try(f.SetSheetRow(sheet, "A3", &[]any{"Søknadsnr", "Kommune", "Dato", "Kjønn", "Sum"}))
	for i := range 6 {
		try(f.SetSheetRow(sheet, fmt.Sprintf("A%d", 4+i), &[]any{fmt.Sprintf("000%d", i), "0301", 40000 + i, "Kvinne"}))
	}
	try(f.SetCellStr(sheet, "B5", "=1+1 Molde <b>"))
	try(f.SetCellStr(sheet, "A7", "nr "+identity))
	try(f.SetCellFormula(sheet, "E4", "SUM(C4:C9)"))
	try(f.SetCellStr(sheet, "D6", ""))
	dates, err := f.NewStyle(&excelize.Style{NumFmt: 14, Font: &excelize.Font{Color: "FFFFFF", Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"000000"}}})
	try(err)
	try(f.SetCellStyle(sheet, "C4", "C9", dates))
	try(f.SetColWidth(sheet, "A", "A", 30))
	try(f.AddComment(sheet, excelize.Comment{Cell: "C5", Author: "Kari", Paragraph: []excelize.RichTextRun{{Text: "Sjekket"}}}))
	try(f.AddComment(sheet, excelize.Comment{Cell: "C8", Author: "Kari", Text: "Ring tilbake"}))
	try(f.AddTable(sheet, &excelize.Table{Range: "A3:E9", Name: "Tabell_1"}))
	late, err := f.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: "9A0511"}})
	try(err)
	try(f.SetConditionalFormat(sheet, "C4:C9", []excelize.ConditionalFormatOptions{{Type: "cell", Criteria: ">", Format: &late, Value: "6"}}))
	second, err := f.NewSheet("Oppsummering")
	try(err)
	try(f.SetSheetRow("Oppsummering", "B2", &[]any{"bare tall", 1.5, true}))
	try(f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", Scope: "Oppsummering", RefersTo: "Oppsummering!$A$1:$C$3"}))
	f.SetActiveSheet(second)
	var b bytes.Buffer
	try(f.Write(&b))
	return b.Bytes()
}

const applicants = "Søkere 'h' & v"

// marked are the faults of the delivered workbook.
func marked(original []byte) reports.MarkedWorkbook {
	return reports.MarkedWorkbook{
		Name:     "KOM Trainee",
		Load:     metrics.Load{Source: "soknader", Feed: "Søknader", File: "søkere-2010.xlsx", Batch: 7, Read: 6, Loaded: 1, Unchanged: 1, Superseded: 0, Rejected: 4},
		LoadedOn: time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC),
		Headers:  map[string]int{applicants: 3},
		Original: bytes.NewReader(original), Size: int64(len(original)),
		Faults: []reports.Fault{
			{Sheet: applicants, Row: 7, Column: "A", Rule: "identity_number", Text: "Rad 7, kolonne A: cellen inneholder et fødselsnummer (" + identity + "); fjern det.", Masked: true},
			{Sheet: applicants, Row: 5, Column: "B", Rule: "kommune.unknown", Text: "Rad 5, kolonne B: «=1+1 Molde <b>» er verken et kommunenummer eller et kommunenavn."},
			{Sheet: applicants, Row: 5, Column: "C", Rule: "range", Text: "Rad 5, kolonne C: datoen er utenfor grensene."},
			{Sheet: applicants, Row: 8, Column: "C", Rule: "range", Text: "Rad 8, kolonne C: datoen er utenfor grensene."},
			{Sheet: applicants, Row: 6, Column: "D", Rule: "required", Text: "Rad 6, kolonne D: cellen er tom; fyll den ut."},
			{Sheet: applicants, Row: 5, Column: "C", Rule: "type.date", Text: "Rad 5, kolonne C: ikke en dato."},
			{Sheet: applicants, Row: 6, Rule: "row.short", Text: "Rad 6: raden har færre celler enn overskriftsraden."},
		},
	}
}

func mark(t testing.TB, m reports.MarkedWorkbook, l metrics.Language) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := reports.Marked(&b, m, l); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// comments are the remarks of a sheet by cell.
func comments(t testing.TB, f *excelize.File, sheet string) map[string]string {
	t.Helper()
	all, err := f.GetComments(sheet)
	if err != nil {
		t.Fatal(err)
	}
	byCell := map[string]string{}
	for _, c := range all {
		text := c.Text
		for _, run := range c.Paragraph {
			text += run.Text
		}
		byCell[c.Cell] += text
	}
	return byCell
}

// hatchedCells are the cells of the sheet that are filled as faulty ones.
func hatchedCells(t testing.TB, f *excelize.File, sheet string, cells ...string) []string {
	t.Helper()
	var hatched []string
	for _, at := range cells {
		id, _ := f.GetCellStyle(sheet, at)
		style, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		if style.Fill.Pattern == 14 && len(style.Fill.Color) > 0 { // light lines upwards
			hatched = append(hatched, at)
		}
	}
	return hatched
}

func TestFaultsAreMarkedInTheirCells(t *testing.T) {
	f := opened(t, mark(t, marked(delivered(t)), metrics.Norwegian))
	if got, want := f.GetSheetList(), []string{"Oppsummering (2)", applicants, "Oppsummering"}; !slices.Equal(got, want) {
		t.Fatalf("got sheets %q, want %q", got, want)
	}
	all := []string{"A3", "A4", "B4", "C4", "D4", "A5", "B5", "C5", "D5", "A6", "C6", "D6", "E6", "A7", "B7", "C8", "D8", "F5"}
	if got, want := hatchedCells(t, f, applicants, all...), []string{"B5", "C5", "D6", "A7", "C8"}; !slices.Equal(got, want) {
		t.Errorf("got hatched %v, want %v", got, want)
	}
	for at, want := range map[string]string{
		"B5": "Rad 5, kolonne B: «=1+1 Molde <b>» er verken et kommunenummer eller et kommunenavn.",
		"C5": "Rad 5, kolonne C: datoen er utenfor grensene.\nRad 5, kolonne C: ikke en dato.\n\nSjekket", // with what was there
		"C8": "Rad 8, kolonne C: datoen er utenfor grensene.\n\nRing tilbake",
		"A7": "Rad 7, kolonne A: cellen inneholder et fødselsnummer (•••); fjern det.",
		"D6": "Rad 6, kolonne D: cellen er tom; fyll den ut.",
	} {
		if got := comments(t, f, applicants)[at]; got != want {
			t.Errorf("%s: got remark %q, want %q", at, got, want)
		}
	}
	for at, want := range map[string]string{
		"F3": "Avvist",
		"F4": "",
		"F5": "Avvist: se kolonne B, C.",
		"F6": "Avvist: Rad 6: raden har færre celler enn overskriftsraden. Se kolonne D.",
		"F7": "Avvist: se kolonne A.",
		"F9": "",
	} {
		if got := read(t, f, applicants, at).text; got != want {
			t.Errorf("%s: got %q, want %q", at, got, want)
		}
	}
	// A date that was white on black is dark on a light ground, and still a date.
	id, _ := f.GetCellStyle(applicants, "C5")
	style, _ := f.GetStyle(id)
	if style.Font.Color != "1F2E2B" || !style.Font.Bold || style.NumFmt != 14 {
		t.Errorf("got font %+v and format %d", style.Font, style.NumFmt)
	}
}

func TestSummaryCountsAndLeadsToTheCells(t *testing.T) {
	f := opened(t, mark(t, marked(delivered(t)), metrics.Norwegian))
	sheet := f.GetSheetList()[0]
	want := map[string]string{"Fil": "søkere-2010.xlsx", "Kilde": "soknader", "Innhold": "Søknader", "Innlest": "24.11.2026", "Innlesing": "7",
		"Lest": "6", "Lest inn": "1", "Uendret": "1", "Erstattet": "0", "Avvist": "4"}
	for row := 1; row < 30; row++ {
		name := read(t, f, sheet, fmt.Sprintf("A%d", row)).text
		if value, ok := want[name]; ok {
			if got := read(t, f, sheet, fmt.Sprintf("B%d", row)).text; got != value {
				t.Errorf("%s: got %q, want %q", name, got, value)
			}
			delete(want, name)
		}
	}
	if len(want) > 0 {
		t.Errorf("the summary does not say %v", want)
	}
	counts := map[string]string{}
	for _, row := range rowsOf(t, f, sheet, 0) {
		counts[row["Feil"].text] = row["Antall"].text
		if row["Hva du gjør"].text == "" {
			t.Errorf("%s: nothing says what to do", row["Feil"].text)
		}
	}
	if fmt.Sprint(counts) != "map[For få celler i raden:1 Fødselsnummer eller D-nummer:1 Ikke en dato:1 Mangler verdi:1 Ukjent kommune:1 Utenfor grensene:2]" {
		t.Errorf("got counts %v", counts)
	}
	tables, _ := f.GetTables(sheet)
	var places []string
	top := strings.Trim(strings.Split(tables[1].Range, ":")[0], "A")
	first := 0
	fmt.Sscan(top, &first)
	for i, row := range rowsOf(t, f, sheet, 1) {
		ok, target, err := f.GetCellHyperLink(sheet, fmt.Sprintf("B%d", first+1+i))
		if !ok || err != nil {
			t.Errorf("%s: no link", row["Celle"].text)
		}
		places = append(places, target)
	}
	quoted := "'Søkere ''h'' & v'!"
	if want := []string{"B5", "C5", "C5", "A6", "D6", "A7", "C8"}; fmt.Sprint(places) != fmt.Sprint(prefixed(quoted, want)) {
		t.Errorf("got links %v", places)
	}
	if index := f.GetActiveSheetIndex(); index != 0 {
		t.Errorf("the workbook opens with sheet %d, want the summary", index)
	}
}

func prefixed(prefix string, names []string) []string {
	var all []string
	for _, name := range names {
		all = append(all, prefix+name)
	}
	return all
}

func TestTheRestStaysAsItWas(t *testing.T) {
	original := delivered(t)
	content := mark(t, marked(original), metrics.Norwegian)
	was, is := opened(t, original), opened(t, content)
	ours := []string{"A7", "F3", "F5", "F6", "F7", "F8"}
	for _, sheet := range was.GetSheetList() {
		for row := 1; row <= 12; row++ {
			for column := 1; column <= 8; column++ {
				at, _ := excelize.CoordinatesToCellName(column, row)
				before, after := read(t, was, sheet, at), read(t, is, sheet, at)
				if before != after && (sheet != applicants || !slices.Contains(ours, at)) {
					t.Errorf("%s!%s: got %+v, want %+v", sheet, at, after, before)
				}
			}
		}
	}
	before, after := partsOf(t, original), partsOf(t, content)
	for name, part := range before {
		changed := !bytes.Equal(part, after[name])
		expected := slices.Contains([]string{"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml",
			"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"}, name)
		if changed != expected {
			t.Errorf("%s: got changed %v, want %v", name, changed, expected)
		}
	}
	if got := bytes.Replace(before["xl/worksheets/sheet2.xml"], []byte(` tabSelected="true"`), nil, 1); !bytes.Equal(got, after["xl/worksheets/sheet2.xml"]) {
		t.Error("a sheet without faults is changed in more than that it is not shown first")
	}
	for _, name := range is.GetDefinedName() {
		if name.Name == "_xlnm.Print_Area" && name.Scope == "Oppsummering" && name.RefersTo != "Oppsummering!$A$1:$C$3" {
			t.Errorf("the print area of the second sheet is now %s", name.RefersTo)
		}
	}
	if formats, err := is.GetConditionalFormats(applicants); err != nil || len(formats) != 1 {
		t.Errorf("got conditions %v (%v)", formats, err)
	}
}

func TestMarkedWorkbookIsAWholePackage(t *testing.T) {
	original := delivered(t)
	for _, l := range metrics.Languages() {
		content := mark(t, marked(original), l)
		checkPackage(t, content)
		checkNotes(t, content)
		for range 3 {
			if !bytes.Equal(mark(t, marked(original), l), content) {
				t.Fatal("the same faults gave other bytes")
			}
		}
		// What comes out can be marked again.
		again := mark(t, marked(content), l)
		checkPackage(t, again)
		checkNotes(t, again)
	}
}

var (
	shapeID = regexp.MustCompile(`<v:shape id="(_x0000_[^"]*)"`) // LibreOffice gives all of its own the same
	boxAt   = regexp.MustCompile(`<x:Row>(\d+)</x:Row><x:Column>(\d+)</x:Column>`)
	sheetID = regexp.MustCompile(`sheetId="(\d+)"|localSheetId="(\d+)"`)
)

// checkNotes fails unless every remark has its box and every number is the only one of its kind.
func checkNotes(t *testing.T, content []byte) {
	t.Helper()
	f := opened(t, content)
	parts := partsOf(t, content)
	ids, boxes, remarks := map[string]bool{}, 0, 0
	for name, part := range parts {
		if strings.HasSuffix(name, ".vml") {
			for _, m := range shapeID.FindAllStringSubmatch(string(part), -1) {
				if ids[name+m[1]] {
					t.Errorf("%s: box %s is there twice", name, m[1])
				}
				ids[name+m[1]] = true
			}
			boxes += len(boxAt.FindAll(part, -1))
		}
		if strings.Contains(string(part), "count=") && name == "xl/styles.xml" {
			for _, list := range []string{"fonts", "fills", "borders", "cellXfs"} {
				m := regexp.MustCompile(`(?s)<` + list + ` count="(\d+)"[^>]*>(.*?)</` + list + `>`).FindSubmatch(part)
				if m == nil {
					t.Errorf("no %s", list)
				}
			}
		}
	}
	for _, sheet := range f.GetSheetList() {
		remarks += len(comments(t, f, sheet))
	}
	if boxes != remarks {
		t.Errorf("got %d boxes for %d remarks", boxes, remarks)
	}
	numbers := map[string]bool{}
	for _, m := range sheetID.FindAllStringSubmatch(string(parts["xl/workbook.xml"]), -1) {
		if m[1] != "" && numbers[m[1]] {
			t.Errorf("sheet number %s is there twice", m[1])
		}
		numbers[m[1]] = m[1] != ""
	}
}

func TestMarkedWorkbookIsAsItWas(t *testing.T) {
	for _, l := range metrics.Languages() {
		f := opened(t, mark(t, marked(delivered(t)), l))
		got := dump(t, f)
		for _, at := range []string{"B5", "C5", "D6", "A7", "C8"} {
			got += fmt.Sprintf("remark on %s: %q\n", at, comments(t, f, applicants)[at])
		}
		golden(t, "marked-"+string(l), got)
	}
}

// The rules are those of the reader of the data; each has a name and an advice here.
func TestEveryRuleOfTheReaderHasWords(t *testing.T) {
	files, err := filepath.Glob("../ingest/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	known := 0
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?m)^\s+Rule\w+\s+= "([^"]+)"`).FindAllSubmatch(content, -1) {
			if known++; !reports.KnowsRule(string(m[1])) {
				t.Errorf("rule %s has no words: write rule_%s and do_%s in text/*.yaml", m[1], m[1], m[1])
			}
		}
	}
	if known < 20 {
		t.Errorf("found %d rules", known)
	}
}
