package ingest

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// wideApplications maps every field of the feed, as the example does.
func wideApplications() Mapping {
	m := applications()
	m.Columns = map[string][]string{}
	for _, f := range m.Feed.Fields[1:] {
		m.Columns[f.Name] = []string{f.Name}
	}
	m.Values = map[string]map[string]string{
		"gender":     {"Kvinne": "f", "Mann": "m"},
		"assessment": {"Godt kvalifisert": "well_qualified", "Kvalifisert": "qualified", "Ikke kvalifisert": "not_qualified"},
	}
	return m
}

func wideRow(i int) []any {
	kommuner := []string{"Kristiansund", "Averøy", "1557", "Trondheim", "Molde", "Oslo", "Sunndal"}
	genders := []string{"Kvinne", "Mann", ""}
	assessments := []string{"Godt kvalifisert", "Kvalifisert", "Ikke kvalifisert", ""}
	return []any{
		i, fmt.Sprintf("K%07d", i*7919%10_000_000), 2006 + i%5, fmt.Sprintf("%02d.%02d.%d", 1+i%28, 1+i%12, 2006+i%5),
		1970 + i%20, genders[i%3], 3 + i%5, 3 + i%3, "Ingeniørfag", kommuner[i%7], kommuner[i%5],
		[]string{"grew_up", "none", "family"}[i%3], "Avisannonse", assessments[i%4], "rejected", fmt.Sprintf("%02d.06.%d", 1+i%28, 2006+i%5),
		"Navn Navnesen", fmt.Sprintf("navn%d@example.no", i), "Har søkt før, ønsker å flytte hjem",
	}
}

var wideHeaders = []string{
	"application_id", "applicant_id", "cohort", "submitted_on", "birth_year", "gender", "education_level", "education_years",
	"field", "home_kommune", "kommune", "tie", "channel", "assessment", "outcome", "decided_on", "Navn", "E-post", "Kommentar",
}

// BenchmarkReadCSV is the whole way of 100 000 rows of 19 columns: dividing,
// looking for identity numbers, checking 17 fields, pseudonyms.
func BenchmarkReadCSV(b *testing.B) {
	path := filepath.Join(b.TempDir(), "soknader.csv")
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	w := bufio.NewWriter(f)
	fmt.Fprintln(w, strings.Join(wideHeaders, ";"))
	for i := range 100_000 {
		for j, v := range wideRow(i) {
			if j > 0 {
				w.WriteByte(';')
			}
			fmt.Fprint(w, v)
		}
		w.WriteByte('\n')
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	benchmarkRead(b, path, "csv", 100_000)
}

func BenchmarkReadXLSX(b *testing.B) {
	path := filepath.Join(b.TempDir(), "soknader.xlsx")
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	headers := make([]any, len(wideHeaders))
	for i, h := range wideHeaders {
		headers[i] = h
	}
	if err := w.SetRow("A1", headers); err != nil {
		b.Fatal(err)
	}
	for i := range 20_000 {
		if err := w.SetRow(fmt.Sprintf("A%d", i+2), wideRow(i)); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := f.SaveAs(path); err != nil {
		b.Fatal(err)
	}
	benchmarkRead(b, path, "xlsx", 20_000)
}

func benchmarkRead(b *testing.B, path, kind string, want int) {
	m := wideApplications()
	m.Format.Type = kind
	b.ReportAllocs()
	for b.Loop() {
		records := 0
		summary, err := Read(context.Background(), path, m, testKey,
			func(Record) error { records++; return nil },
			func(p []Problem, _ []any) error { return fmt.Errorf("rejected: %s", p[0].Text("en")) })
		if err != nil || summary.Rows != want || records != want {
			b.Fatalf("got %d rows, %d records, %v, want %d", summary.Rows, records, err, want)
		}
	}
	b.ReportMetric(float64(want)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}
