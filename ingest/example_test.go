package ingest_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"bolyst/ingest"
)

// A file of the finances of a programme: the mapping says what its columns and
// words mean, the contract what may stand there.
func ExampleRead() {
	folder, err := os.MkdirTemp("", "bolyst")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "okonomi.csv")
	text := "År;Post;Beløp\n2010;Medlemsavgift;1 112 000\n2010;Lønn;mye\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		fmt.Println(err)
		return
	}

	feed, _ := ingest.FeedNamed("finances")
	mapping := ingest.Mapping{
		Programme: "kom",
		Feed:      feed,
		Format:    ingest.Format{Type: "csv"},
		Columns:   map[string][]string{"year": {"År"}, "item": {"Post"}, "amount_nok": {"Beløp"}},
		Values:    map[string]map[string]string{"item": {"Medlemsavgift": "member_fees", "Lønn": "salaries"}},
	}
	accept := func(r ingest.Record) error {
		fmt.Println(r.Row, r.Values)
		return nil
	}
	reject := func(problems []ingest.Problem, _ []any) error {
		for _, p := range problems {
			fmt.Println(p.Text("en"))
		}
		return nil
	}
	summary, err := ingest.Read(context.Background(), path, mapping, ingest.Key{}, accept, reject)
	fmt.Println(summary.Rows, err)
	// Output:
	// 2 [kom 2010 member_fees 1.112e+06]
	// okonomi.csv, row 3, column C “Beløp”: “mye” is not a number; write for example 69500 or 69 500,50.
	// 2 <nil>
}

// A name that two municipalities bear is left to a person to decide.
func ExampleKommuner() {
	fmt.Println(ingest.Kommuner("Frei"))
	fmt.Println(ingest.Kommuner("Herøy"))
	// Output:
	// [1505 Kristiansund (Møre og Romsdal)]
	// [1515 Herøy (Møre og Romsdal) 1818 Herøy (Nordland)]
}
