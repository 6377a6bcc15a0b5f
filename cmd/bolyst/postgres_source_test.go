package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bolyst/internal/fetch/postgrestest"
)

// A source in a real PostgreSQL server, from the configuration to the figures: its rows are taken in, a faulty one is told
// with its place, what is unchanged is not taken twice, and neither the password nor a name stands anywhere.
func TestPostgresSourceBecomesFigures(t *testing.T) {
	const password = "kanarifugl-9c1e"
	server, err := postgrestest.Start(password)
	switch {
	case err != nil:
		t.Fatal(err)
	case server == nil && thorough:
		t.Fatal(postgrestest.Missing)
	case server == nil:
		t.Skip(postgrestest.Missing)
	}
	t.Cleanup(server.Stop)
	statement := func(sql string) {
		t.Helper()
		if err := server.Do(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	statement(`CREATE TABLE soker (nr integer PRIMARY KEY, navn text, kull smallint, sendt date, kjonn text, bosted text, vurdering text);
		INSERT INTO soker VALUES
		(1, 'Kari Eksempel', 2009, '2009-03-01', 'K', 'Kristiansund', 'godt'),
		(2, 'Ola Eksempel',  2009, '2009-03-02', 'M', 'Averøy',       'ikke'),
		(3, 'Siv Eksempel',  2009, '2009-03-02', 'K', '912 34 567',   'godt');
		CREATE ROLE leser LOGIN PASSWORD '` + password + `'; GRANT SELECT ON soker TO leser`)

	folder := filepath.Join(t.TempDir(), "p")
	var out, errs bytes.Buffer
	said := func(want int, args ...string) string {
		t.Helper()
		out.Reset()
		errs.Reset()
		code := run(t.Context(), append(args, "--lang", "nb"), &out, &errs, scriptClock)
		all := out.String() + errs.String()
		if code != want {
			t.Fatalf("%v: got exit code %d, want %d:\n%s", args, code, want, all)
		}
		for _, secret := range []string{password, "Eksempel", "912 34 567"} {
			if strings.Contains(all, secret) {
				t.Errorf("%v: said %q:\n%s", args, secret, all)
			}
		}
		return all
	}
	said(exitDone, "init", folder)
	config := filepath.Join(folder, "bolyst.yaml")
	write := func(file, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(folder, file), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("secrets/dsn", server.DSN("leser", password)+"\n")
	write("bolyst.yaml", `name: Prøve
programmes:
  - {id: kom, name: KOM, region: [{kommune: "1505", from: 2006-01-01}]}
sources:
  - id: soknader
    feed: applications
    programme: kom
    postgres:
      dsn: {file: secrets/dsn}
      query: SELECT nr, kull, sendt, kjonn, bosted, vurdering FROM soker ORDER BY nr
    columns: {application_id: nr, applicant_id: nr, cohort: kull, submitted_on: sendt, gender: kjonn, kommune: bosted, assessment: vurdering}
    values:
      gender: {K: f, M: m}
      assessment: {godt: well_qualified, ikke: not_qualified}
    max_rejected: 1
`)
	if got := said(exitDone, "validate", "-c", config); !strings.Contains(got, "er i orden") {
		t.Errorf("validate: got %s", got)
	}
	got := said(exitDone, "ingest", "-c", config)
	for _, want := range []string{
		"lest 3 = lest inn 2 + uendret 0 + erstattet 0 + avvist 1",
		"soknader.csv, rad 4, kolonne E «bosted»: verdien (som ikke vises) er verken et kommunenummer eller et kommunenavn",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("ingest: got %s, want %q in it", got, want)
		}
	}

	statement("UPDATE soker SET bosted = 'Smøla' WHERE nr = 3")
	if got, want := said(exitDone, "ingest", "-c", config), "lest 3 = lest inn 1 + uendret 2 + erstattet 0 + avvist 0"; !strings.Contains(got, want) {
		t.Errorf("after the row was mended: got %s, want %q in it", got, want)
	}
	said(exitDone, "figures", "-c", config, "--as-of", "2010-12-31", "--audience", "staff", "--json")
	var figures any
	if err := json.Unmarshal(out.Bytes(), &figures); err != nil {
		t.Fatal(err)
	}
	if got := said(exitDone, "figures", "-c", config, "--as-of", "2010-12-31", "--audience", "staff"); !strings.Contains(got, "2 av 3") {
		t.Errorf("figures: got %s, want the well qualified, 2 av 3", got)
	}

	statement("REVOKE SELECT ON soker FROM leser")
	if got := said(exitFailed, "ingest", "-c", config); !strings.HasPrefix(got, "soknader: ") {
		t.Errorf("without the right to read: got %s, want a sentence that names the source", got)
	}
}
