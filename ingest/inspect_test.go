package ingest

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/xuri/excelize/v2"
)

// A case is a file, what is known of it, and the proposal that Inspect makes.
func TestProposals(t *testing.T) {
	cases, err := filepath.Glob("testdata/inspect/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, path := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var o struct {
				InspectOptions
				Language string
			}
			if err := json.Unmarshal(file(t, archive, "options.json").Data, &o); err != nil {
				t.Fatal(err)
			}
			source := archive.Files[1]
			p, err := Inspect(context.Background(), writeSource(t, source.Name, encoded(t, archive, source.Data)), o.InspectOptions)
			if err != nil {
				t.Fatal(err)
			}
			want, got := file(t, archive, "want"), p.YAML(o.Language)
			if *update {
				want.Data = []byte(got)
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(want.Data), got); diff != "" {
				t.Errorf("differs from want (-), got (+):\n%s", diff)
			}
			repeatsNothing(t, p, string(source.Data), got)
			if len(p.Missing) == 0 {
				for _, fault := range p.Mapping.Check() {
					t.Errorf("the mapping is faulty: %v", fault)
				}
			}
		})
	}
}

// repeatsNothing holds that no cell of a column that is not read stands in the
// proposal.
func repeatsNothing(t *testing.T, p Proposal, source, yaml string) {
	t.Helper()
	r := csv.NewReader(strings.NewReader(source))
	r.Comma = []rune(p.Mapping.Format.Delimiter)[0]
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range p.Columns {
		if c.Field != "" {
			continue
		}
		for _, row := range rows[p.HeaderRow:] {
			for i, text := range row {
				if columnLetter(i) == c.Letter && len(text) > 3 && strings.Contains(yaml, text) {
					t.Errorf("the proposal repeats %q of column %s, which is not read", text, c.Letter)
				}
			}
		}
	}
}

func TestEverySheetIsLookedAt(t *testing.T) {
	path := workbookOf(t, func(f *excelize.File) {
		setRows(t, f, "Sheet1", 1, []any{"Notater"}, []any{"Ring tilbake"})
		for sheet, header := range map[string][]any{
			"Medlemmer": {"Org.nr", "Bedrift", "Medlem fra"},
			"Økonomi":   {"År", "Post", "Beløp"},
		} {
			if _, err := f.NewSheet(sheet); err != nil {
				t.Fatal(err)
			}
			setRows(t, f, sheet, 3, header)
		}
		setRows(t, f, "Medlemmer", 4, []any{"123 456 785", "Havn AS", day(2006, 1, 1)})
		setRows(t, f, "Økonomi", 4, []any{2009, "Lønn", 412500}, []any{"Sum", nil, 412500})
	})
	all, err := Inspect(context.Background(), path, InspectOptions{})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(all.Sheets)
	if want := []string{"Medlemmer", "Økonomi"}; !slices.Equal(all.Sheets, want) {
		t.Errorf("got sheets %q, want %q", all.Sheets, want)
	}
	for sheet, want := range map[string]string{"Medlemmer": "companies", "Økonomi": "finances"} {
		p, err := Inspect(context.Background(), path, InspectOptions{Sheet: sheet})
		if err != nil || p.Mapping.Feed.Name != want || p.Mapping.Format.Sheet != sheet || p.HeaderRow != 3 {
			t.Errorf("%s: got %s in row %d of %s, %v, want %s", sheet, p.Mapping.Feed.Name, p.HeaderRow, p.Mapping.Format.Sheet, err, want)
		}
	}
}

func TestWhatCannotBeInspectedIsRefused(t *testing.T) {
	for name, want := range map[string]string{
		"tom.csv":                  RuleFileEmpty,
		"tekst.csv":                RuleHeaderNone,
		"uten overskrifter.csv":    RuleHeaderNone,
		"utklipp 02013299997.csv":  RuleIdentityName,
		"gammel.xls":               RuleFileOldExcel,
		"halv.csv":                 RuleFileEncoding,
		"avkortet.xlsx":            RuleFileCut,
		"ark som ikke finnes.xlsx": RuleSheetMissing,
	} {
		content := map[string]string{
			"tekst.csv": "Hei\nHei igjen\n", "uten overskrifter.csv": "Kari Nordmann;Trainee;2009\nPer Hansen;Trainee;2010\n", "gammel.xls": string(compoundSignature) + strings.Repeat("\x00", 600),
			"halv.csv": "Kjønn;År\nKvinne;2009\n\xe6;2010\n", "avkortet.xlsx": string(zipSignature) + "…",
		}[name]
		path := writeSource(t, name, []byte(content))
		o := InspectOptions{}
		if name == "ark som ikke finnes.xlsx" {
			path, o.Sheet = workbookOf(t, func(*excelize.File) {}), "Ark2"
		}
		_, err := Inspect(context.Background(), path, o)
		var refused Refused
		if !errors.As(err, &refused) || refused.Rule != want {
			t.Errorf("%s: got %v, want %s", name, err, want)
		}
		if err != nil && (strings.Contains(err.Error(), "02013299997") || strings.Contains(err.Error(), "Kari")) {
			t.Errorf("what points at a person is repeated: %v", err)
		}
	}
	if _, err := Inspect(context.Background(), writeSource(t, "a.csv", []byte("Navn;Kull\nx;2009\n")), InspectOptions{Feed: "people"}); err == nil {
		t.Error("a feed that does not exist: got a proposal, want an error")
	}
}

// The file of words is data, so a slip in it is found here.
func TestWordsBelongToTheContracts(t *testing.T) {
	book := bookOfWords()
	all := map[string]bool{}
	for _, feed := range Feeds() {
		for _, f := range feed.Fields {
			all[f.Name] = true
			for value := range valuesKnown(feed, f.Name) {
				if _, fault := newColumn(Mapping{Feed: feed}, f).read(cell{text: value}); fault.rule != "" {
					t.Errorf("%s.%s: %q is no value of it", feed.Name, f.Name, value)
				}
			}
		}
	}
	for name, fields := range book.Headers {
		feed, ok := FeedNamed(name)
		if !ok && name != "*" {
			t.Errorf("no feed %s", name)
		}
		for field := range fields {
			if _, known := feed.Field(field); !known && (ok || !all[field]) {
				t.Errorf("%s: no field %s", name, field)
			}
		}
	}
	for key := range book.Values {
		feed, field, ok := strings.Cut(key, ".")
		if !ok {
			field = feed
		}
		if !all[field] {
			t.Errorf("values of %s: no such field", key)
		}
	}
	for _, language := range []string{"nb", "nn", "en"} {
		for reason := range book.Personal {
			if inspectSayings[language]["reason."+reason] == "" {
				t.Errorf("no sentence in %s for %s", language, reason)
			}
		}
		if len(inspectSayings[language]) != len(inspectSayings["nb"]) {
			t.Errorf("%s has not the sentences of nb", language)
		}
	}
}

func TestOneSheetPerCohortIsProposedAsOneSource(t *testing.T) {
	for sheets, want := range map[string]string{
		"Traineenr | Født | Kull": "Kull *",
		"Traineenr | Født":        "Kull 2019", // the cohort is known from the sheet's name only
	} {
		workbook := ""
		for _, name := range []string{"Kull 2019", "Kull 2020"} {
			workbook += "== " + name + "\n" + sheets + "\nT1 | 1990 | 2019\nT2 | 1991 | 2019\n"
		}
		p, err := Inspect(t.Context(), writeSource(t, "liste.xlsx", workbookText(t, workbook)), InspectOptions{Programme: "kom", Feed: "trainees"})
		if err != nil {
			t.Fatal(err)
		}
		if got := p.Mapping.Format.Sheet; got != want {
			t.Errorf("%s: got sheet %q, want %q", sheets, got, want)
		}
	}
}

func TestColumnOfPlainYearsUnderBornIsTheYearOfBirth(t *testing.T) {
	for text, want := range map[string]string{"1990": "birth_year", "01.02.1990": ""} {
		path := writeSource(t, "liste.csv", []byte("Traineenr;Kull;Født\nT1;2019;"+text+"\nT2;2019;\n"))
		p, err := Inspect(t.Context(), path, InspectOptions{Programme: "kom", Feed: "trainees"})
		if err != nil {
			t.Fatal(err)
		}
		if got := p.Columns[2].Field; got != want {
			t.Errorf("%s: got field %q, want %q", text, got, want)
		}
	}
}
