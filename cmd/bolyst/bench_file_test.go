package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

const benchConfig = `name: Benchmark
programmes:
  - {id: kom, name: KOM, region: [{kommune: "1505", from: 2006-01-01}]}
sources:
  - id: soknader
    feed: applications
    programme: kom
    path: FILE
    columns: {application_id: Søknadsnr, applicant_id: Kandidatnr, cohort: Kull, submitted_on: Søkt dato, birth_year: Fødselsår,
      gender: Kjønn, education_level: Utdanningsnivå, education_years: År, field: Fagfelt, home_kommune: Hjemkommune,
      kommune: Bosted, tie: Tilknytning, assessment: Vurdering, outcome: Utfall}
    values: {gender: {Kvinne: f, Mann: m}}
    max_rejected: 1000000
`

// benchColumns is the same file as DuckDB is told of it: every column with its type, nothing to be guessed.
const benchColumns = `auto_detect = false, header = true, delim = ';', quote = '"', dateformat = '%d.%m.%Y', columns = {
	'application_id': 'VARCHAR', 'applicant_id': 'VARCHAR', 'cohort': 'BIGINT', 'submitted_on': 'DATE', 'birth_year': 'BIGINT',
	'gender': 'VARCHAR', 'education_level': 'BIGINT', 'education_years': 'DOUBLE', 'field': 'VARCHAR', 'home_kommune': 'VARCHAR',
	'kommune': 'VARCHAR', 'tie': 'VARCHAR', 'assessment': 'VARCHAR', 'outcome': 'VARCHAR'}`

// writeApplications writes a file of applications of which one in a thousand stands twice.
func writeApplications(b *testing.B, folder string, rows int) string {
	b.Helper()
	path := filepath.Join(folder, "soknader.csv")
	file, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	w := bufio.NewWriterSize(file, 1<<20)
	fmt.Fprintln(w, "Søknadsnr;Kandidatnr;Kull;Søkt dato;Fødselsår;Kjønn;Utdanningsnivå;År;Fagfelt;Hjemkommune;Bosted;Tilknytning;Vurdering;Utfall")
	kommuner := []string{"Kristiansund", "Trondheim", "Oslo", "Bergen", "Averøy", "Tingvoll", "Molde", "Sunndal"}
	fields := []string{"Økonomi", "Bygg", "Maskin", "IKT", "Samfunn"}
	ties := []string{"grew_up", "none", "studied"}
	assessments := []string{"well_qualified", "qualified", ""}
	outcomes := []string{"rejected", "offered"}
	genders := []string{"Mann", "Kvinne"}
	for i := range rows {
		id := i
		if i%1000 == 999 {
			id = i - 1
		}
		fmt.Fprintf(w, "S%d;K%d;%d;%02d.%02d.%d;%d;%s;%d;%d;%s;%s;%s;%s;%s;%s\n", id, i%(rows*9/10), 2006+i%15, 1+i%28, 1+i%12, 2006+i%15,
			1970+i%25, genders[i%2], 6+i%2, 3+i%3, fields[i%5], kommuner[i%8], kommuner[i*7%8], ties[i%3], assessments[i%3], outcomes[i%2])
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := file.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}
