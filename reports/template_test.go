package reports_test

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"bolyst/ingest"
	"bolyst/metrics"
	"bolyst/reports"
)

func bound(v float64) *float64 { return &v }

// offers is the template of a feed with a column of every kind.
func offers() reports.TemplateSheet {
	return reports.TemplateSheet{
		Name: "KOM Trainee", Feed: "offers", Title: "Jobbtilbud", Made: time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC),
		Fields: []reports.TemplateField{
			{Name: "offer_id", Title: "Tilbudsnummer", Type: "string", Required: true, Note: "Nummeret dere selv har gitt tilbudet.", Example: "T-2010-04"},
			{Name: "trainee_id", Title: "Trainee", Type: "string", Required: true, Note: "Traineens nummer, som i arket med traineer. Aldri navn.", Example: "0017"},
			{Name: "offered_on", Title: "Tilbudsdato", Type: "date", Required: true, Note: "Dagen tilbudet ble gitt.", Example: time.Date(2010, 6, 15, 0, 0, 0, 0, time.UTC)},
			{Name: "company", Title: "Bedrift (organisasjonsnummer)", Type: "string", Length: 9, Note: "Slik det står i Enhetsregisteret.", Example: "974760673"},
			{Name: "member_company", Title: "Medlemsbedrift", Type: "boolean", Required: true, Note: "Om bedriften er medlem i programmet.", Example: true},
			{Name: "kommune", Title: "Arbeidskommune", Type: "string", Required: true, Length: 4, Note: "Kommunenummeret.", Example: "0301"},
			{Name: "terms", Title: "Ansettelsesform", Type: "string", Enum: []reports.Choice{{Value: "permanent", Label: "Fast"}, {Value: "temporary", Label: "Midlertidig"}}, Example: "permanent"},
			{Name: "year", Title: "År", Type: "integer", Minimum: bound(1990), Maximum: bound(2100), Example: 2010},
			{Name: "reached", Title: "Antall nådd", Type: "integer", Minimum: bound(0), Example: 12},
			{Name: "cost", Title: "Kostnad i kroner", Type: "number", Minimum: bound(0.5), Example: 69500.5},
			{Name: "note", Title: "Merknad", Type: "number"},
		},
	}
}

func template(t testing.TB, sheet reports.TemplateSheet, l metrics.Language) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := reports.Template(&b, sheet, l); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// rules are the sheet's rules by the column that they are for.
func rules(t testing.TB, f *excelize.File, sheet string) map[string]*excelize.DataValidation {
	t.Helper()
	all, err := f.GetDataValidations(sheet)
	if err != nil {
		t.Fatal(err)
	}
	byColumn := map[string]*excelize.DataValidation{}
	for _, rule := range all {
		byColumn[strings.TrimRight(rule.Sqref[:strings.Index(rule.Sqref, ":")], "0123456789")] = rule
	}
	return byColumn
}

func TestEveryCellOfATemplateIsChecked(t *testing.T) {
	f := opened(t, template(t, offers(), metrics.Norwegian))
	got := rules(t, f, "Jobbtilbud")
	for _, want := range []struct{ column, cells, kind, from, to, format string }{
		{"A", "A5:A504", "", "", "", "@"},
		{"C", "C5:C504", "date", "18264", "73415", "dd.mm.yyyy"},
		{"D", "D5:D504", "textLength", "9", "", "@"},
		{"E", "E5:E504", "list", "'Valg'!$A$2:$A$3", "", "@"},
		{"F", "F5:F504", "textLength", "4", "", "@"},
		{"G", "G5:G504", "list", "'Valg'!$B$2:$B$3", "", "@"},
		{"H", "H5:H504", "whole", "1990", "2100", "0"},
		{"I", "I5:I504", "whole", "0", "1000000000000000", "0"},
		{"J", "J5:J504", "decimal", "0.5", "1000000000000000", "General"},
		{"K", "K5:K504", "decimal", "-1000000000000000", "1000000000000000", "General"},
	} {
		rule := got[want.column]
		if rule == nil {
			t.Errorf("column %s has no rule", want.column)
			continue
		}
		if rule.Sqref != want.cells || rule.Type != want.kind || rule.Formula1 != want.from || rule.Formula2 != want.to {
			t.Errorf("column %s: got %s %s %q %q, want %+v", want.column, rule.Sqref, rule.Type, rule.Formula1, rule.Formula2, want)
		}
		if !rule.ShowInputMessage || rule.Prompt == nil || !rule.AllowBlank {
			t.Errorf("column %s: nothing is said beside an empty cell, or it may not be empty", want.column)
		}
		if stops := rule.ShowErrorMessage && *rule.ErrorStyle == "stop"; stops != (want.kind != "") {
			t.Errorf("column %s: got stops %v", want.column, stops)
		}
		for _, row := range []string{"5", "504"} {
			if c := read(t, f, "Jobbtilbud", want.column+row); c.text != "" || (c.format != want.format && want.format != "General") {
				t.Errorf("%s%s: got %q in format %q, want nothing in %q", want.column, row, c.text, c.format, want.format)
			}
		}
	}
	if got := *got["H"].Error; got != "Et helt tall fra 1990 til 2100. Rett verdien, eller trykk Avbryt for å få tilbake det som sto." {
		t.Errorf("got error %q", got)
	}
	if got := *got["G"].Prompt; got != "Kan stå tom. Velg fra listen: Fast, Midlertidig." {
		t.Errorf("got prompt %q", got)
	}
	if visible, _ := f.GetSheetVisible("Valg"); visible {
		t.Error("the lists are in sight")
	}
}

func TestTemplateIsAsItWas(t *testing.T) {
	for _, l := range metrics.Languages() {
		f := opened(t, template(t, offers(), l))
		got := dump(t, f)
		all := rules(t, f, f.GetSheetList()[0])
		for _, column := range slices.Sorted(maps.Keys(all)) {
			rule := all[column]
			got += fmt.Sprintf("\nrule %s %s %s %s\n%s: %s\n", rule.Sqref, rule.Type, rule.Formula1, rule.Formula2, *rule.PromptTitle, *rule.Prompt)
			if rule.ShowErrorMessage {
				got += fmt.Sprintf("%s: %s\n", *rule.ErrorTitle, *rule.Error)
			}
		}
		golden(t, "template-"+string(l), got)
	}
}

func TestTemplateIsAWholePackage(t *testing.T) {
	for _, l := range metrics.Languages() {
		content := template(t, offers(), l)
		checkPackage(t, content)
		for range 3 {
			if !bytes.Equal(template(t, offers(), l), content) {
				t.Fatal("the same template gave other bytes")
			}
		}
	}
	for _, text := range hostile {
		if strings.Contains(text, "\xff") || len(text) > 200 {
			continue // no title of a column
		}
		sheet := offers()
		sheet.Name, sheet.Feed, sheet.Title = text, text, text
		for i := range sheet.Fields {
			f := &sheet.Fields[i]
			f.Title, f.Note = fmt.Sprint(text, " ", i), strings.Repeat(text, 20)
			f.Enum, f.Type = []reports.Choice{{Value: "a", Label: text}, {Value: "b"}}, "string"
			f.Example = text
		}
		content := template(t, sheet, metrics.Norwegian)
		checkPackage(t, content)
		f := opened(t, content)
		for _, name := range f.GetSheetList() {
			eachCell(t, f, name, func(at string, c place) {
				if c.formula != "" {
					t.Errorf("%s!%s: got formula %q", name, at, c.formula)
				}
			})
		}
	}
}

func TestWhatShowsWhileTypingKeepsItsLimits(t *testing.T) {
	sheet := offers()
	for i := range sheet.Fields {
		sheet.Fields[i].Title += strings.Repeat("😀", 60)
		sheet.Fields[i].Note = strings.Repeat("En lang forklaring. ", 40)
	}
	sheet.Fields[6].Enum = nil
	for i := range 300 {
		sheet.Fields[6].Enum = append(sheet.Fields[6].Enum, reports.Choice{Value: fmt.Sprintf("%03d, «kode»", i)})
	}
	f := opened(t, template(t, sheet, metrics.Norwegian))
	name := f.GetSheetList()[0]
	for column, rule := range rules(t, f, name) {
		for what, c := range map[string]struct {
			text *string
			most int
		}{
			"prompt title": {rule.PromptTitle, 32}, "prompt": {rule.Prompt, 255}, "error title": {rule.ErrorTitle, 32}, "error": {rule.Error, 225},
		} {
			if c.text != nil && len(utf16.Encode([]rune(*c.text))) > c.most {
				t.Errorf("column %s: the %s has more than %d characters", column, what, c.most)
			}
		}
		if column == "G" && rule.Formula1 != "'Valg'!$B$2:$B$301" {
			t.Errorf("got choices %s", rule.Formula1)
		}
	}
}

func TestTemplateThatCannotBeReadBackIsRefused(t *testing.T) {
	for want, spoil := range map[string]func(*reports.TemplateSheet){
		"no fields": func(s *reports.TemplateSheet) { s.Fields = nil },
		"title of":  func(s *reports.TemplateSheet) { s.Fields[0].Title = " \n" },
		"both":      func(s *reports.TemplateSheet) { s.Fields[1].Title = " tilbudsnummer" },
		"type of":   func(s *reports.TemplateSheet) { s.Fields[1].Type = "geopoint" },
		"label":     func(s *reports.TemplateSheet) { s.Fields[6].Enum[1].Label = "FAST" },
	} {
		sheet := offers()
		spoil(&sheet)
		err := reports.Template(&bytes.Buffer{}, sheet, metrics.Norwegian)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want an error with %q", err, want)
		}
	}
}

// What is typed into a template comes back through ingest as it was meant, by the titles alone; an empty one holds no rows.
func TestFilledTemplateIsReadBack(t *testing.T) {
	key, err := ingest.NewKey(bytes.Repeat([]byte("k"), 32))
	if err != nil {
		t.Fatal(err)
	}
	for _, feed := range ingest.Feeds() {
		t.Run(feed.Name, func(t *testing.T) {
			sheet := reports.TemplateSheet{Feed: feed.Name, Title: feed.Title["nb"]}
			mapping := ingest.Mapping{
				Source: "test", Programme: "kom", Feed: feed, Format: ingest.Format{Type: "xlsx"},
				Columns: map[string][]string{}, Values: map[string]map[string]string{}, Dates: []string{"dd.mm.yyyy"},
			}
			typed := []any{}
			for _, f := range feed.Fields {
				if f.Name == "programme" {
					continue
				}
				field := reports.TemplateField{Name: f.Name, Title: f.Title["nb"], Type: string(f.Type), Required: f.Required, Minimum: f.Minimum, Maximum: f.Maximum}
				mapping.Columns[f.Name] = []string{field.Title}
				var value any = "x1"
				switch {
				case len(f.Enum) > 0:
					mapping.Values[f.Name] = map[string]string{}
					for _, v := range f.Enum {
						field.Enum = append(field.Enum, reports.Choice{Value: v, Label: "valg " + v})
						mapping.Values[f.Name]["valg "+v] = v
					}
					value = "valg " + f.Enum[0]
				case f.Kommune:
					value = "0301"
				case f.OrgNo:
					value = "974760673"
				case f.Type == "date":
					value = 40000
				case f.Type == "boolean":
					value = "Ja"
				case f.Type == "integer" || f.Type == "number":
					value = 0.0
					if f.Minimum != nil {
						value = *f.Minimum
					}
				case f.Pattern != "" && !regexp.MustCompile(f.Pattern).MatchString("x1"):
					value = "2010"
				}
				sheet.Fields, typed = append(sheet.Fields, field), append(typed, value)
			}
			path := filepath.Join(t.TempDir(), "utfylt.xlsx")
			for _, rows := range []int{0, 3} {
				f := opened(t, template(t, sheet, metrics.Norwegian))
				for row := range rows {
					if err := f.SetSheetRow(f.GetSheetName(0), fmt.Sprintf("A%d", 5+row), &typed); err != nil {
						t.Fatal(err)
					}
				}
				if err := f.SaveAs(path); err != nil {
					t.Fatal(err)
				}
				accepted := 0
				_, err := ingest.Read(context.Background(), path, mapping, key,
					func(ingest.Record) error { accepted++; return nil },
					func(problems []ingest.Problem, _ []any) error {
						for _, p := range problems {
							t.Error(p.Text("en"))
						}
						return nil
					})
				if err != nil || accepted != rows {
					t.Errorf("got %d rows accepted (%v), want %d", accepted, err, rows)
				}
			}
		})
	}
}
