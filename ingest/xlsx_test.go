package ingest

import (
	"bytes"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// trainees is a mapping of the coordinator's list.
func trainees() Mapping {
	feed, _ := FeedNamed("trainees")
	return Mapping{
		Source: "traineer", Programme: "kom", Feed: feed, Format: Format{Type: "xlsx"},
		Columns: map[string][]string{
			"trainee_id": {"Nr"}, "cohort": {"Kull"}, "started_on": {"Start"}, "planned_end_on": {"Planlagt slutt"},
			"ended_on": {"Slutt"}, "education_years": {"År utdanning"}, "home_kommune": {"Hjemsted"},
		},
		Dates: []string{"dd.mm.yyyy"},
	}
}

// workbookOf writes a workbook of sheets of rows, as a test describes it.
func workbookOf(t testing.TB, change func(*excelize.File)) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	change(f)
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return writeSource(t, "traineeliste.xlsx", out.Bytes())
}

func setRows(t testing.TB, f *excelize.File, sheet string, first int, rows ...[]any) {
	t.Helper()
	for i, row := range rows {
		cell, err := excelize.CoordinatesToCellName(1, first+i)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetSheetRow(sheet, cell, &row); err != nil {
			t.Fatal(err)
		}
	}
}

func setFormat(t testing.TB, f *excelize.File, cell, format string) {
	t.Helper()
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	if err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellStyle("Sheet1", cell, cell, style); err != nil {
		t.Fatal(err)
	}
}

var traineeHeaders = []any{"Nr", "Navn", "Kull", "Start", "Planlagt slutt", "Slutt", "År utdanning", "Hjemsted", "Merknad"}

func day(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

func TestCoordinatorsWorkbook(t *testing.T) {
	path := workbookOf(t, func(f *excelize.File) {
		setRows(t, f, "Sheet1", 1, []any{"Traineer i KOM"}, nil, []any{"Oppdatert", day(2010, 12, 1)})
		setRows(t, f, "Sheet1", 5, traineeHeaders,
			[]any{"T06-01", "Ola", 2006, day(2006, 9, 1), day(2008, 8, 31), day(2008, 8, 31), 3.5, 301},
			[]any{2, "Kari", "2006", "01.09.2006", day(2008, 8, 31), nil, "3,5", "Kristiansund"},
			nil,
			[]any{"T06-03", "Per", 2006.5, 38961, "31.02.2008", "-", "#N/A", "Herøy"},
			[]any{nil, nil, nil, day(2006, 9, 1).Add(15*time.Hour + 59*time.Minute), day(2008, 8, 31)},
			[]any{"T06-05", "Pål", 2006, day(2006, 9, 1), day(2008, 8, 31), nil, nil, nil, "for\nlenge\nsiden"},
		)
		setFormat(t, f, "H6", "0000")                  // shows 0301
		setFormat(t, f, "D6", `[$-414]d. mmmm yyyy;@`) // 1. september 2006
	})
	got := told(t, path, trainees())
	want := `row 6: programme=kom trainee_id=` + short("T06-01") + ` cohort=2006 started_on=2006-09-01 planned_end_on=2008-08-31 ended_on=2008-08-31 education_years=3.5 home_kommune=0301
row 7: programme=kom trainee_id=` + short("2") + ` cohort=2006 started_on=2006-09-01 planned_end_on=2008-08-31 education_years=3.5 home_kommune=1505
type.cohort | traineeliste.xlsx, ark «Sheet1», rad 9, kolonne C «Kull»: «2006,5» er ikke et kull; skriv året det begynte, for eksempel 2019 eller 2019/2021.
type.date | traineeliste.xlsx, ark «Sheet1», rad 9, kolonne D «Start»: verdien (som ikke vises) er ikke en gyldig dato; skriv en dato som finnes, på formen dd.mm.yyyy, eller legg formen inn under dates i kilden.
type.date | traineeliste.xlsx, ark «Sheet1», rad 9, kolonne E «Planlagt slutt»: «31.02.2008» er ikke en gyldig dato; skriv en dato som finnes, på formen dd.mm.yyyy, eller legg formen inn under dates i kilden.
kommune.ambiguous | traineeliste.xlsx, ark «Sheet1», rad 9, kolonne H «Hjemsted»: «Herøy» kan være 1515 Herøy (Møre og Romsdal) eller 1818 Herøy (Nordland); skriv kommunenummeret, eller legg «Herøy» inn under values: home_kommune i kilden med nummeret det betyr.
required | traineeliste.xlsx, ark «Sheet1», rad 10, kolonne A «Nr»: cellen er tom, men trainee_id må ha en verdi; fyll den ut.
required | traineeliste.xlsx, ark «Sheet1», rad 10, kolonne C «Kull»: cellen er tom, men cohort må ha en verdi; fyll den ut.
row 11: programme=kom trainee_id=` + short("T06-05") + ` cohort=2006 started_on=2006-09-01 planned_end_on=2008-08-31
5 rows: 3 records, 2 rejected
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("differs from want (-), got (+):\n%s", diff)
	}
}

func short(trainee string) string { return testKey.Pseudonym("kom", "trainee", trainee)[:6] + "…" }

func TestSheetIsFoundByItsName(t *testing.T) {
	path := workbookOf(t, func(f *excelize.File) {
		for _, name := range []string{"Forside", " Trainees 2006–2008"} {
			if _, err := f.NewSheet(name); err != nil {
				t.Fatal(err)
			}
		}
		setRows(t, f, " Trainees 2006–2008", 1, traineeHeaders, []any{"T1", "", 2006, day(2006, 9, 1), day(2008, 8, 31)})
	})
	m := trainees()
	m.Format.Sheet = "trainees 2006–2008 "
	got := told(t, path, m)
	want := "row 2: programme=kom trainee_id=" + short("T1") + " cohort=2006 started_on=2006-09-01 planned_end_on=2008-08-31\n1 rows: 1 records, 0 rejected\n"
	if got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	m.Format.Sheet = "2009"
	got = told(t, path, m)
	want = "refused: traineeliste.xlsx, ark «2009»: arket finnes ikke i filen; arkene er Sheet1, Forside,  Trainees 2006–2008: rett sheet i kilden.\n"
	if got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// Excel for Mac counted days from 1904 for many years.
func TestDatesSince1904(t *testing.T) {
	yes := true
	path := workbookOf(t, func(f *excelize.File) {
		if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}); err != nil {
			t.Fatal(err)
		}
		setRows(t, f, "Sheet1", 1, traineeHeaders, []any{"T1", "", 2006, 37499, 38229})
		setFormat(t, f, "D2", "dd.mm.yyyy")
		setFormat(t, f, "E2", "dd.mm.yyyy")
	})
	got := told(t, path, trainees())
	want := "row 2: programme=kom trainee_id=" + short("T1") + " cohort=2006 started_on=2006-09-01 planned_end_on=2008-08-31\n1 rows: 1 records, 0 rejected\n"
	if got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestFormulasAreReadByTheirValue(t *testing.T) {
	path := workbookOf(t, func(f *excelize.File) {
		setRows(t, f, "Sheet1", 1, traineeHeaders,
			[]any{"T1", "", 2006, day(2006, 9, 1), day(2008, 8, 31)},
			[]any{"T2", "", nil, day(2006, 9, 1), day(2008, 8, 31)},
		)
		if err := f.SetCellFormula("Sheet1", "C2", "2000+6"); err != nil { // keeps the value 2006
			t.Fatal(err)
		}
		if err := f.SetCellFormula("Sheet1", "C3", "2000+6"); err != nil { // has none
			t.Fatal(err)
		}
	})
	got := told(t, path, trainees())
	want := `cell.formula | traineeliste.xlsx, ark «Sheet1», rad 3, kolonne C «Kull»: cellen har en formel uten beregnet verdi; åpne filen i Excel, lagre den og les den inn på nytt.`
	if !bytes.Contains([]byte(got), []byte(want)) {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// The leading zero of a number in a cell is gone, in every way of showing it.
func TestIdentityNumbersInNumericCells(t *testing.T) {
	for name, format := range map[string]string{"plain": "0", "with zeros": "00000000000", "in two groups": "000000 00000", "with an exponent": "0.00E+00"} {
		path := workbookOf(t, func(f *excelize.File) {
			setRows(t, f, "Sheet1", 1, traineeHeaders,
				[]any{"T1", "", 2006, day(2006, 9, 1), day(2008, 8, 31), nil, nil, nil, 1819000049},
			)
			for i := range 4 {
				setRows(t, f, "Sheet1", 3+i, []any{fmt.Sprintf("T%d", i+2), "", 2006, day(2006, 9, 1), day(2008, 8, 31)})
			}
			setFormat(t, f, "I2", format)
		})
		got := told(t, path, trainees())
		if !bytes.Contains([]byte(got), []byte("identity_number | traineeliste.xlsx, ark «Sheet1», rad 2, kolonne I «Merknad»: cellen inneholder")) {
			t.Errorf("%s: got %s", name, got)
		}
	}
}

func TestSheetNamedAfterAPersonIsRefusedWithoutItsName(t *testing.T) {
	path := workbookOf(t, func(f *excelize.File) {
		if _, err := f.NewSheet("018190 00049"); err != nil {
			t.Fatal(err)
		}
		setRows(t, f, "Sheet1", 1, traineeHeaders)
	})
	got := told(t, path, trainees())
	want := "refused: traineeliste.xlsx, ark «•••••• •••••»: filen er avvist fordi navnet på filen eller arket, eller teksten over dataene, inneholder et fødselsnummer eller D-nummer, som verken vises eller lagres; fjern nummeret og les filen inn på nytt.\n"
	if got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestFormatsOfNumbers(t *testing.T) {
	for code, want := range map[string]numberFormat{
		"General":                    {},
		"0":                          {zeros: 1},
		"0000":                       {zeros: 4},
		`000\ 000\ 000`:              {zeros: 9},
		`0000;\-0000`:                {zeros: 4},
		"@":                          {},
		"#,##0.00":                   {},
		`0.0" d"`:                    {},
		`#,##0\ "kr"`:                {},
		"0.00E+00":                   {},
		"[Red]0":                     {zeros: 1},
		"dd.mm.yyyy":                 {date: true},
		"d/m/yy h:mm":                {date: true},
		`[$-414]d\. mmmm yyyy`:       {date: true},
		`yyyy\-mm\-dd;@`:             {date: true},
		"mmm-yy":                     {date: true},
		"[h]:mm:ss":                  {date: true},
		`"uke "0`:                    {zeros: 1},
		`_-* #,##0.00_-;\-* #,##0_-`: {},
		`"`:                          {},
		`\`:                          {},
		`[`:                          {},
	} {
		if got := parseFormatCode(code); got != want {
			t.Errorf("%q: got %+v, want %+v", code, got, want)
		}
	}
}
