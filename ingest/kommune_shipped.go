package ingest

import (
	"embed"
	"encoding/csv"
	"slices"
	"strings"
	"sync"
)

// kommuneFiles are the municipalities and their history. Kilde: SSB, KLASS.
//
//go:embed kommune/*.csv
var kommuneFiles embed.FS

// ShippedKommuner is the list of 2024-01-01 that comes with the program.
func ShippedKommuner() *KommuneList { return shippedKommuner() }

var shippedKommuner = sync.OnceValue(func() *KommuneList {
	l, err := newKommuneList(shippedTables())
	if err != nil {
		panic(err) // part of the program, and a test holds that it is sound
	}
	return l
})

func shippedTables() kommuneTables {
	t := kommuneTables{AsOf: "2024-01-01", Source: "SSB, KLASS 131", Counties: map[string]string{}}
	for _, file := range []string{"fylke_2024.csv", "fylke_earlier.csv"} {
		for _, row := range kommuneRows(file) {
			t.Counties[row[0]] = row[1]
		}
	}
	for _, row := range kommuneRows("kommune_to_2024.csv") {
		t.Codes = append(t.Codes, kommuneCode{Code: row[0], Name: row[1], From: row[2], To: row[3]})
	}
	for _, row := range kommuneRows("kommune_current_2024.csv") {
		if row[0] != kommuneOutside {
			t.Codes = append(t.Codes, kommuneCode{Code: row[0], Name: row[1], From: row[2]})
		}
	}
	for _, row := range kommuneRows("kommune_changes_2002_2024.csv") {
		t.Changes = append(t.Changes, KommuneChange{On: row[0], Old: row[1], OldName: strings.TrimSpace(row[2]), New: row[3], NewName: strings.TrimSpace(row[4])})
	}
	t.addEnded()
	return t
}

// addEnded adds the codes that only the changes tell of, until their day: 1569
// Aure became 1576 on the first day of 2006, where the table of codes begins.
func (t *kommuneTables) addEnded() {
	covered := map[string][]kommuneCode{}
	for _, c := range t.Codes {
		covered[c.Code] = append(covered[c.Code], c)
	}
	began := map[string]string{} // by code: the day of the change that led to it
	for _, c := range t.Changes {
		if !slices.ContainsFunc(covered[c.Old], func(r kommuneCode) bool { return r.From < c.On && (r.To == "" || c.On <= r.To) }) {
			ended := kommuneCode{Code: c.Old, Name: c.OldName, From: began[c.Old], To: c.On}
			t.Codes = append(t.Codes, ended)
			covered[c.Old] = append(covered[c.Old], ended)
		}
		began[c.New] = c.On
	}
}

// shippedAliases are the common abbreviations, and the names they stand for.
var shippedAliases = sync.OnceValue(func() map[string]string {
	aliases := map[string]string{}
	for _, row := range kommuneRows("aliases.csv") {
		aliases[kommuneKey(row[0])] = row[1]
	}
	return aliases
})

// kommuneRows are the rows of one of the shipped tables, without the header.
func kommuneRows(file string) [][]string {
	f, err := kommuneFiles.Open("kommune/" + file)
	if err != nil {
		panic(err) // part of the program
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		panic(err)
	}
	return rows[1:]
}
