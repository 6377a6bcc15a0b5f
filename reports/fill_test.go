package reports_test

import (
	"bytes"
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"bolyst/metrics"
	"bolyst/metrics/metricstest"
	"bolyst/reports"
)

// ownTemplate is a workbook as a programme might make it, with a chart, a formula over a cell to be filled, and these names.
func ownTemplate(t *testing.T, names map[string]string) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(f.SetSheetName("Sheet1", "Til styret & co"))
	percent := "0.0%"
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &percent})
	must(err)
	must(f.SetCellStr("Til styret & co", "A1", "Vår egen mal"))
	must(f.SetCellFloat("Til styret & co", "B3", 0.5, -1, 64))
	must(f.SetCellStyle("Til styret & co", "B3", "B3", style))
	must(f.SetCellFormula("Til styret & co", "C3", "B3*2"))
	must(f.AddChart("Til styret & co", "E2", &excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{{Values: "'Til styret & co'!$B$3:$B$4"}},
		Format: excelize.GraphicOptions{AltText: "Jobbtilbud. Søyler med våre egne tall, år for år. 2009: 5. 2010: 7."}}))
	for name, at := range names {
		must(f.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: at}))
	}
	var b bytes.Buffer
	must(f.Write(&b))
	return b.Bytes()
}

// remembered is what a chart drew when its workbook was saved.
var remembered = regexp.MustCompile(`(?s)<(num|str)Cache>.*?</(num|str)Cache>`)

// filled fills the template with what the audience may see.
func filled(t *testing.T, template []byte, audience metrics.Audience) (content []byte, count int, left []reports.Unfilled, err error) {
	t.Helper()
	before := bytes.Clone(template)
	var b bytes.Buffer
	count, left, err = reports.Fill(&b, bytes.NewReader(template), int64(len(template)), metricstest.KOM().For(audience), nb)
	if !bytes.Equal(before, template) {
		t.Error("the template was changed")
	}
	return b.Bytes(), count, left, err
}

func TestOwnTemplateIsFilledByNamesAndOtherwiseStays(t *testing.T) {
	template := ownTemplate(t, map[string]string{
		"bolyst_job_offer_rate_all_all_value":     "'Til styret & co'!$B$3", // a cell that is there
		"Bolyst_Job_Offer_Rate_all_all_numerator": "'Til styret & co'!$D$3", // behind the last of a row
		"bolyst_job_offer_rate_all_all_low":       "'Til styret & co'!$A$2", // in a row that is not there
		"bolyst_name":                             "'Til styret & co'!$B$40",
		"egne_navn":                               "'Til styret & co'!$B$41",
	})
	content, count, left, err := filled(t, template, staff)
	if err != nil || len(left) > 0 || count != 4 {
		t.Fatalf("got %d filled, left %v, error %v", count, left, err)
	}
	checkPackage(t, content)
	f, table := opened(t, content), metricstest.KOM().For(staff)
	total := table.Total("job_offer_rate")
	for at, want := range map[string]metrics.Number{"B3": total.Value, "D3": total.Numerator, "A2": total.Low} {
		if got := read(t, f, "Til styret & co", at).number(); got != want {
			t.Errorf("%s: got %v, want %v", at, got, want)
		}
	}
	if got := read(t, f, "Til styret & co", "B3").format; got != "0.0%" {
		t.Errorf("its format is %q now", got)
	}
	if got := read(t, f, "Til styret & co", "B40").text; got != table.Name {
		t.Errorf("name: got %q", got)
	}
	was, is := partsOf(t, template), partsOf(t, content)
	for name := range was {
		was[name], is[name] = remembered.ReplaceAll(was[name], nil), remembered.ReplaceAll(is[name], nil)
		if changed := !bytes.Equal(was[name], is[name]); changed != (name == "xl/workbook.xml" || strings.HasPrefix(name, "xl/worksheets/sheet")) {
			t.Errorf("%s: changed is %v", name, changed)
		}
	}
	if len(was) != len(is) {
		t.Errorf("got %d parts, want %d", len(is), len(was))
	}
	if sheet := string(is["xl/worksheets/sheet1.xml"]); !strings.Contains(sheet, "<f>B3*2</f></c>") {
		t.Errorf("the formula remembers another figure: %s", sheet)
	}
}

func TestHiddenFigureIsASignInAnOwnTemplate(t *testing.T) {
	draft, canaries := withCanaries()
	template := ownTemplate(t, map[string]string{"bolyst_edition": "'Til styret & co'!$B$3"})
	var b bytes.Buffer
	if _, _, err := reports.Fill(&b, bytes.NewReader(template), int64(len(template)), draft.For(board), nb); err != nil {
		t.Fatal(err)
	}
	for _, n := range reports.Names(draft.For(board), nb) {
		for _, canary := range canaries {
			if strings.Contains(n.Shows, canary) {
				t.Errorf("%s shows %s", n.Name, n.Shows)
			}
		}
	}
}

func TestNamesThatCannotBeFilledAreTold(t *testing.T) {
	_, _, left, err := filled(t, ownTemplate(t, map[string]string{
		"bolyst_job_ofer_rate_all_all_value": "'Til styret & co'!$B$3",
		"bolyst_edition":                     "'Til styret & co'!$B$3:$B$4",
		"bolyst_name":                        "'Til styret & co'!$C$3",
	}), staff)
	want := []reports.Unfilled{
		{Name: "bolyst_edition", Where: "'Til styret & co'!$B$3:$B$4", Why: reports.NotOneCell},
		{Name: "bolyst_job_ofer_rate_all_all_value", Where: "'Til styret & co'!$B$3", Why: reports.UnknownName},
		{Name: "bolyst_name", Where: "'Til styret & co'!C3", Why: reports.HasFormula},
	}
	if diff := cmp.Diff(want, left); diff != "" || err != nil {
		t.Errorf("%s%v", diff, err)
	}
}

func TestTemplateWithMacrosIsRefused(t *testing.T) {
	for name, change := range map[string]func(parts map[string][]byte){
		"a program": func(parts map[string][]byte) { parts["xl/vbaProject.bin"] = []byte{1} },
		"the type": func(parts map[string][]byte) {
			parts["[Content_Types].xml"] = bytes.Replace(parts["[Content_Types].xml"], []byte("spreadsheetml.sheet.main"), []byte("ms-excel.sheet.macroEnabled.main"), 1)
		},
	} {
		parts := partsOf(t, ownTemplate(t, nil))
		change(parts)
		if content, _, _, err := filled(t, packed(t, parts), staff); !errors.Is(err, reports.ErrMacros) || len(content) > 0 {
			t.Errorf("%s: got %v", name, err)
		}
	}
	for name, content := range map[string][]byte{"no workbook": []byte("PK"), "locked": locked(t, emptyWorkbook(t))} {
		if _, _, _, err := filled(t, content, staff); !errors.Is(err, reports.ErrCannotMark) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}
