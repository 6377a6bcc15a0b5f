package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bolyst/examples"
	"bolyst/metrics"
)

// openData is what a configuration says to publish open data too.
const openData = `  open_data:
    address: https://www.example.com/apne-data/
    licence: NLOD-2.0
    publisher: {name: 'KOM "Trainee"', org_no: "123456785"}
    contact: {name: Programkontoret, email: post@example.com}
`

// openDemo publishes the example for the public too, in bokmål and English, once for all tests. It returns the folder, and that
// of the edition.
var openDemo = sync.OnceValues(func() (folder, edition string) {
	folder = filepath.Join(demoFolder, "open")
	if err := os.CopyFS(folder, examples.Named("kom")); err != nil {
		panic(err)
	}
	path := filepath.Join(folder, "bolyst.yaml")
	content, err := os.ReadFile(path)
	if err != nil {
		panic(err)
	}
	text := strings.Replace(string(content), "    staff: {floor: 1}", "    public: {floor: 5}\n    staff: {floor: 1}", 1)
	text = strings.Replace(text, "  languages: [nb]", openData+"  languages: [nb, en]", 1)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		panic(err)
	}
	var out, errs bytes.Buffer
	if code := run(bg, []string{"demo", "--no-serve", "--dir", folder}, &out, &errs, scriptClock); code != exitDone {
		panic(fmt.Sprintf("exit code %d\n%s%s", code, out.String(), errs.String()))
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	return folder, lines[len(lines)-1]
})

// Every number and sign of every data file is that of `figures --json` for its audience; JSON-stat and Parquet are read by
// libraries that others have written.
func TestEveryFormatTellsTheFiguresOfItsAudience(t *testing.T) {
	long(t)
	type place struct {
		folder, edition, audience, language string
		loads                               int
	}
	kom, komEdition := openDemo()
	nine, screen := demoNine()
	lines := strings.Split(strings.TrimSpace(screen), "\n")
	places := []place{{kom, komEdition, "public", "en", 17}, {kom, komEdition, "board", "", 17}, {kom, komEdition, "board", "en", 17}, {kom, komEdition, "centre", "", 17},
		{kom, komEdition, "staff", "", 17}, {kom, komEdition, "public", "", 17}, {nine, lines[len(lines)-1], "board", "", nineLoads}}
	for _, c := range places {
		t.Run(filepath.Join(filepath.Base(c.folder), c.audience, c.language), func(t *testing.T) {
			want := figuresIn(t, c.folder, c.audience, c.loads)
			data := filepath.Join(c.edition, c.audience, c.language, "data")
			read := readByOthers(t, data)
			for format, got := range map[string][]shownFigure{
				"json": publishedFigures(t, data), "csv": longFigures(t, filepath.Join(data, "figures-long.csv")), "json-stat": read.Stat, "parquet": read.Parquet.Rows,
			} {
				if diff := cmp.Diff(sorted(want), sorted(got)); diff != "" {
					t.Errorf("%s (-figures --json +%s):\n%.2000s", format, format, diff)
				}
			}
			checkExcel(t, want, filepath.Join(data, "figures.csv"), c.language == "en")
			checkStatistics(t, want, read.Parquet.About)
		})
	}
}

// publishedFigures are those of the edition's JSON.
func publishedFigures(t *testing.T, data string) []shownFigure {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(data, "figures.json"))
	if err != nil {
		t.Fatal(err)
	}
	var shown struct{ Figures []shownFigure }
	if err := json.Unmarshal(content, &shown); err != nil {
		t.Fatal(err)
	}
	return shown.Figures
}

// sorted puts the figures in the order of their cells, since a cube has another.
func sorted(figures []shownFigure) []shownFigure {
	figures = slices.Clone(figures)
	key := func(f shownFigure) string {
		return strings.Join([]string{f.Indicator, f.Programme, f.Period, f.Region, f.Breakdown, f.Category}, "\n")
	}
	slices.SortFunc(figures, func(a, b shownFigure) int { return strings.Compare(key(a), key(b)) })
	return figures
}

// byOthers is what the other libraries read.
type byOthers struct {
	Stat    []shownFigure
	Parquet struct {
		Rows  []shownFigure
		About map[string]columnStatistics
	}
}

type columnStatistics struct {
	Least, Most *float64
	Absent      int
}

func readByOthers(t *testing.T, folder string) (read byOthers) {
	t.Helper()
	if _, err := os.Stat("../../node_modules/hyparquet"); err != nil {
		const missing = "the readers of JSON-stat and Parquet are not installed: npm ci"
		if thorough {
			t.Fatal(missing)
		}
		t.Skip(missing)
	}
	reader := exec.CommandContext(t.Context(), "node", "testdata/data/read.mjs", folder)
	reader.Stderr = os.Stderr
	said, err := reader.Output()
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(said, &read); err != nil {
		t.Fatal(err)
	}
	return read
}

// number reads a field of a CSV file.
func number(t *testing.T, text string) *float64 {
	t.Helper()
	if text == "" {
		return nil
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return &v
}

func csvIn(t *testing.T, path string, comma rune) (rows []map[string]string) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	reader := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(content), "\ufeff")))
	reader.Comma = comma
	records, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, head := range records[0] {
			row[head] = record[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func longFigures(t *testing.T, path string) (figures []shownFigure) {
	t.Helper()
	for _, row := range csvIn(t, path, ',') {
		version, err := strconv.Atoi(row["version"])
		if err != nil {
			t.Fatal(err)
		}
		figures = append(figures, shownFigure{
			Indicator: row["indicator"], Version: version, Programme: row["programme"], Period: row["period"], Breakdown: row["breakdown"],
			Category: row["category"], Region: row["region"], Unit: row["unit"], Sign: row["sign"],
			Numerator: number(t, row["numerator"]), Denominator: number(t, row["denominator"]), Unknown: number(t, row["unknown"]),
			Immature: number(t, row["immature"]), Value: number(t, row["value"]), Low: number(t, row["low"]), High: number(t, row["high"]),
			Target: number(t, row["target"]),
		})
	}
	return figures
}

// checkExcel holds the file for Excel, in the order of the figures.
func checkExcel(t *testing.T, want []shownFigure, path string, english bool) {
	t.Helper()
	comma, l := ';', metrics.Norwegian
	if english {
		comma, l = ',', metrics.English
	}
	rows := csvIn(t, path, comma)
	if len(rows) != len(want) {
		t.Fatalf("csv-excel: got %d rows, want %d", len(rows), len(want))
	}
	written := func(v *float64) string {
		if v == nil {
			return ""
		}
		text := strconv.FormatFloat(*v, 'f', -1, 64)
		if !english {
			text = strings.Replace(text, ".", ",", 1)
		}
		return text
	}
	for i, f := range want {
		for key, text := range map[string]string{
			"numerator": written(f.Numerator), "denominator": written(f.Denominator), "unknown": written(f.Unknown), "immature": written(f.Immature),
			"value": written(f.Value), "low": written(f.Low), "high": written(f.High), "sign": f.Sign,
		} {
			if got := rows[i][l.Say(key)]; got != text {
				t.Errorf("csv-excel: %s of %s %s %s %s: got %q, want %q", key, f.Indicator, f.Programme, f.Period, f.Category, got, text)
			}
		}
	}
}

// checkStatistics holds what a Parquet file tells of each column without its rows: nothing but the numbers that are shown.
func checkStatistics(t *testing.T, want []shownFigure, about map[string]columnStatistics) {
	t.Helper()
	for name, of := range map[string]func(shownFigure) *float64{
		"numerator": func(f shownFigure) *float64 { return f.Numerator }, "denominator": func(f shownFigure) *float64 { return f.Denominator },
		"unknown": func(f shownFigure) *float64 { return f.Unknown }, "immature": func(f shownFigure) *float64 { return f.Immature },
		"value": func(f shownFigure) *float64 { return f.Value }, "low": func(f shownFigure) *float64 { return f.Low },
		"high": func(f shownFigure) *float64 { return f.High }, "target": func(f shownFigure) *float64 { return f.Target },
	} {
		var shown []float64
		for _, f := range want {
			if v := of(f); v != nil {
				shown = append(shown, *v)
			}
		}
		s := columnStatistics{Absent: len(want) - len(shown)}
		if len(shown) > 0 {
			least, most := slices.Min(shown), slices.Max(shown)
			s.Least, s.Most = &least, &most
		}
		if diff := cmp.Diff(s, about[name]); diff != "" {
			t.Errorf("statistics of %s (-shown +parquet):\n%s", name, diff)
		}
	}
}

// What is public names nobody and says nothing that the programme says to itself.
func TestPublicFolderHoldsFiguresAndNoTalk(t *testing.T) {
	_, edition := openDemo()
	var said struct {
		Comments []any
		Curves   []struct{ Whole bool }
	}
	content, err := os.ReadFile(filepath.Join(edition, "public/data/figures.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(content, &said); err != nil {
		t.Fatal(err)
	}
	if len(said.Comments) > 0 {
		t.Errorf("got %d comments, want none", len(said.Comments))
	}
	for _, curve := range said.Curves {
		if curve.Whole {
			t.Error("got a curve step by step")
		}
	}
	names, err := filepath.Glob(filepath.Join(edition, "public/*"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range names {
		names[i] = filepath.Base(names[i])
	}
	if want := []string{"catalogue.ttl", "data", "en", "index.html"}; !slices.Equal(names, want) {
		t.Errorf("got %v, want %v", names, want)
	}
}

// The catalogue is read by rdflib, which knows nothing of ours.
func TestCatalogueIsWhatDCATAsksFor(t *testing.T) {
	if exec.CommandContext(t.Context(), python, "-c", "import rdflib").Run() != nil {
		const missing = "rdflib is not installed: apt-get install python3-rdflib"
		if thorough {
			t.Fatal(missing)
		}
		t.Skip(missing)
	}
	_, edition := openDemo()
	read := exec.CommandContext(t.Context(), python, "testdata/data/catalogue.py", filepath.Join(edition, "public"), "https://www.example.com/apne-data/")
	said, err := read.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	if want := fmt.Sprintln("10 distributions"); string(said) != want {
		t.Errorf("got %s, want %s", said, want)
	}
}
