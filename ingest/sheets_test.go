package ingest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// cohortSheets is a workbook with a sheet for each cohort, of twenty trainees
// each, in which some of the remarks are replaced.
func cohortSheets(t *testing.T, headers []string, remarks map[string]string) string {
	t.Helper()
	var text strings.Builder
	for i, header := range headers {
		fmt.Fprintf(&text, "== Kull %d\nNr | Kull | Start | Planlagt slutt | %s\n", 2006+i, header)
		for j := range 20 {
			fmt.Fprintf(&text, "T%d | #2006 | @2006-09-01 | @2008-08-31 | %s\n", j, remarks[fmt.Sprintf("%d/%d", i, j)])
		}
	}
	return writeSource(t, "traineer.xlsx", workbookText(t, text.String()))
}

// Two identity numbers are too many for a slip, on whichever sheets of a file
// and in whichever columns they stand.
func TestIdentityNumbersAreCountedOverAllSheets(t *testing.T) {
	m := trainees()
	m.Format.Sheet = "Kull *"
	hits := map[string]string{"0/3": "018190 00049", "1/7": "018190 00049"}
	for _, headers := range [][]string{{"Merknad", "Merknad"}, {"Merknad", "Kommentar"}, {"", ""}} {
		if got := refusal(t, cohortSheets(t, headers, hits), m); got != RuleIdentityNumbers {
			t.Errorf("%q: got %s, want %s", headers, got, RuleIdentityNumbers)
		}
	}
	delete(hits, "1/7")
	if got, want := refusal(t, cohortSheets(t, []string{"Merknad", "Merknad"}, hits), m), "40 rows, 39 records"; got != want {
		t.Errorf("one: got %s, want %s", got, want)
	}
}

// Read says on which sheet a row stands, and numbers rows by the sheet.
func TestRecordsSayTheirSheet(t *testing.T) {
	m := trainees()
	m.Format.Sheet = "Kull 200?"
	var places []string
	summary, err := Read(context.Background(), cohortSheets(t, []string{"A", "B"}, nil), m, testKey,
		func(r Record) error { places = append(places, fmt.Sprintf("%s %d", r.Sheet, r.Row)); return nil },
		func([]Problem, []any) error { return errors.New("a row was rejected") })
	if err != nil || summary.Rows != 40 {
		t.Fatalf("got %d rows, %v, want 40", summary.Rows, err)
	}
	if places[0] != "Kull 2006 2" || places[39] != "Kull 2007 21" {
		t.Errorf("got %s to %s, want Kull 2006 2 to Kull 2007 21", places[0], places[39])
	}
}

// However many rows of totals there are, all are counted and a hundred told.
func TestRowsOfTotalsAreCounted(t *testing.T) {
	m := applications()
	m.Format.Totals = []string{"Sum"}
	text := "Søknadsnr;Søker;Kull;Søkt dato\n" + strings.Repeat("1;A-1;2009;01.03.2009\nSum;1;;\n", 150)
	summary, err := Read(context.Background(), writeSource(t, "a.csv", []byte(text)), m, testKey,
		func(Record) error { return nil }, func([]Problem, []any) error { return errors.New("a row was rejected") })
	told := 0
	for _, n := range summary.Notices {
		if n.Rule == NoticeTotal {
			told++
		}
	}
	if err != nil || summary.Rows != 150 || summary.Ignored != 150 || told != maxTotals {
		t.Errorf("got %d rows, %d ignored, %d told, %v, want 150, 150, %d", summary.Rows, summary.Ignored, told, err, maxTotals)
	}
}

func TestSharedTextsAreKeptWhole(t *testing.T) {
	var table textTable
	var want []string
	for i := range 5000 {
		want = append(want, strings.Repeat("å", i%1200))
		table.add([]byte(want[i]))
	}
	table.add(bytes.Repeat([]byte("x"), maxCellText))
	table.close()
	for i, w := range want {
		if got, ok := table.text(i); !ok || got != w {
			t.Fatalf("%d: got %d bytes, %v, want %d", i, len(got), ok, len(w))
		}
	}
	if got, ok := table.text(5000); !ok || len(got) != maxCellText {
		t.Errorf("the longest: got %d bytes, %v", len(got), ok)
	}
	for _, i := range []int{-1, 5001, 1 << 40} {
		if _, ok := table.text(i); ok {
			t.Errorf("%d: got a text, want none", i)
		}
	}
}
