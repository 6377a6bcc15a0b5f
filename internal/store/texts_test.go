package store

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"bolyst/internal/batch"
)

// TestTextsOfEveryLengthComeBack writes texts around the length at which the engine keeps them elsewhere, each length in
// every other row and nothing or a letter of two bytes between them, over several hand-overs.
func TestTextsOfEveryLengthComeBack(t *testing.T) {
	s := open(t, t.TempDir())
	stage, err := s.Stage(t.Context(), "companies", []string{"programme", "org_no"})
	if err != nil {
		t.Fatal(err)
	}
	defer stage.Close()
	const rows = 3*enoughRows + 7
	name := func(i int) any {
		switch {
		case i%7 == 0:
			return nil
		case i%2 == 0:
			return "ø"
		}
		return strings.Repeat(fmt.Sprint(i%10), i%40)
	}
	for i := range rows {
		var joined any
		if i > enoughRows { // a column in which nothing stood before
			joined = day("2006-01-01").Add(time.Duration(i) * 24 * time.Hour)
		}
		if err := stage.Accept("Ark", i, []any{"kom", fmt.Sprint(i), name(i), nil, "1505", joined, nil}); err != nil {
			t.Fatal(err)
		}
		if i%5 == 0 {
			if err := stage.Reject([]Reject{{Row: i, Found: strings.Repeat("x", i%40), Rule: "orgno"}}); err != nil {
				t.Fatal(err)
			}
		}
	}
	b, err := stage.Commit(t.Context(), batch.Batch{Source: "bedrifter", File: "b.csv", SHA256: "aa", Balance: batch.Balance{Read: rows + rows/5 + 1, Rejected: rows/5 + 1}})
	if err != nil {
		t.Fatal(err)
	}
	if b.Loaded != rows {
		t.Errorf("got %d loaded, want %d", b.Loaded, rows)
	}
	read, err := s.conn.QueryContext(t.Context(), "SELECT source_row, org_no, name, source_sheet, joined_on FROM fact_companies")
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	at := 0
	for ; read.Next(); at++ {
		var row int
		var org, sheet string
		var got, joined any
		if err := read.Scan(&row, &org, &got, &sheet, &joined); err != nil {
			t.Fatal(err)
		}
		if row != at || org != fmt.Sprint(at) || got != name(at) || sheet != "Ark" || (joined != nil) != (at > enoughRows) {
			t.Fatalf("row %d: got %d %q %v %q %v, want %v", at, row, org, got, sheet, joined, name(at))
		}
	}
	if at != rows {
		t.Errorf("got %d rows, want %d", at, rows)
	}
}

func TestTextThatIsNotUTF8IsRefused(t *testing.T) {
	s := open(t, t.TempDir())
	stage, err := s.Stage(t.Context(), "companies", []string{"programme", "org_no"})
	if err != nil {
		t.Fatal(err)
	}
	for i := range 20 * enoughRows { // more than are on their way at a time
		if err := stage.Accept("", i, []any{"kom", "\xff", "Alfa", nil, "1505", nil, nil}); err != nil {
			t.Fatal(err)
		}
	}
	if err := stage.Close(); err == nil || !strings.Contains(err.Error(), "column org_no: a text is not UTF-8") {
		t.Errorf("got %v", err)
	}
	load(t, s, "aa", [3]string{"1", "Alfa", "2006-01-01"})
	if got := names(t, s, 1); got != "Alfa" {
		t.Errorf("got %q, want Alfa", got)
	}
}
