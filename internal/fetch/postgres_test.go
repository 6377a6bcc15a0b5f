package fetch

import (
	"context"
	"encoding/csv"
	"net"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

const people = `
DROP TABLE IF EXISTS soker; DROP ROLE IF EXISTS leser;
CREATE TABLE soker (nr integer PRIMARY KEY, navn text, kull smallint, sendt timestamptz, godkjent boolean, snitt numeric(5,2), andel float8, fodt date, notat text);
INSERT INTO soker VALUES
 (1, 'Åse', 2009, '2009-03-01 23:30:00+00', true, 4.50, 1e-7, '1984-02-29', E'to\nlinjer, og "sitat"'),
 (2, NULL, 2010, NULL, false, NULL, 1e21, NULL, ''),
 (3, ' =1+1;', NULL, '2010-07-01 22:00:00+00', NULL, 100, 0.1, '0044-03-15 BC', E'\r\n');
CREATE ROLE leser LOGIN PASSWORD 'kanarifugl-leser';
GRANT SELECT ON soker TO leser;
CREATE OR REPLACE FUNCTION lur() RETURNS integer LANGUAGE sql AS 'UPDATE soker SET kull = 1 RETURNING nr';
CREATE OR REPLACE FUNCTION rop() RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RAISE 'Ola Nordmann'; END $$;
`

func TestRowsOfAQueryBecomeATable(t *testing.T) {
	server := postgresServer(t)
	server.do(t, people)
	folder := private(t)
	source := Postgres{
		DSN:      server.dsn("leser", "kanarifugl-leser"),
		Query:    "-- søkere\nSELECT *, sendt::date AS dag FROM soker ORDER BY nr",
		TimeZone: "Europe/Oslo",
		Name:     "søkere.csv",
	}
	file, err := source.Fetch(context.Background(), folder, State{})
	if err != nil {
		t.Fatal(err)
	}
	// 23:30 in London is the day after in Oslo, and that is the day that counts.
	want := `nr,navn,kull,sendt,godkjent,snitt,andel,fodt,notat,dag
1,Åse,2009,2009-03-02 00:30:00+01,true,4.50,0.0000001,1984-02-29,"to
linjer, og ""sitat""",2009-03-02
2,,2010,,false,,1000000000000000000000,,,
3," =1+1;",,2010-07-02 00:00:00+02,,100.00,0.1,0044-03-15 BC,"` + "\r\n" + `",2010-07-02
`
	wantContent(t, file, want)
	if file.Name != "søkere.csv" || file.State != (State{}) {
		t.Errorf("got %+v, want søkere.csv without a state", file)
	}
	text, _ := os.ReadFile(file.Path)
	if rows, err := csv.NewReader(strings.NewReader(string(text))).ReadAll(); err != nil || len(rows) != 4 {
		t.Errorf("read back: got %d rows, %v; want 4", len(rows), err)
	}
}

func TestQueryWithoutRowsGivesItsHeaders(t *testing.T) {
	server := postgresServer(t)
	server.do(t, people)
	file, err := Postgres{DSN: server.dsn("leser", "kanarifugl-leser"), Query: "WITH s AS (SELECT nr, kull FROM soker) SELECT * FROM s WHERE kull = 1900;"}.
		Fetch(context.Background(), private(t), State{})
	if err != nil {
		t.Fatal(err)
	}
	wantContent(t, file, "nr,kull\n")
}

func TestQueryThatIsNoQuestionIsRefused(t *testing.T) {
	server := postgresServer(t)
	server.do(t, people)
	cases := []struct {
		query, code    string
		found, allowed string
	}{
		{"DELETE FROM soker", CodeNotSelect, "", ""},
		{"/* SELECT */ UPDATE soker SET kull = 1", CodeNotSelect, "", ""},
		{"SET TRANSACTION READ WRITE", CodeNotSelect, "", ""},
		{"COMMIT", CodeNotSelect, "", ""},
		{"", CodeNotSelect, "", ""},
		{"/* uten ende", CodeNotSelect, "", ""},
		{"WITH bort AS (DELETE FROM soker RETURNING nr) SELECT * FROM bort", CodeWrites, "25006", ""},
		{"SELECT * INTO kopi FROM soker", CodeWrites, "25006", ""},
		{"SELECT lur()", CodeWrites, "25006", ""},
		{"SELECT nr FROM soker FOR UPDATE", CodeWrites, "25006", ""},
		{"SELECT set_config('transaction_read_only', 'off', true), lur()", CodeState, "25001", ""},
		{"SELECT 1; DELETE FROM soker", CodeStatements, "42601", ""},
		{"SELECT 1; COMMIT; DELETE FROM soker", CodeStatements, "42601", ""},
		{"SELECT nr,\n  kul FROM soker", CodeQuery, `column "kul" does not exist`, "2"},
		{"SELECT * FROM trainee", CodeQuery, `relation "trainee" does not exist`, "1"},
		{"SELECT\n\nFROM soker WHERE", CodeQuery, `syntax error at end of input`, "3"},
		{"SELECT navn::integer FROM soker", CodeValue, "22P02", ""}, // the server's own words quote the name
		{"SELECT 1/(nr-1) FROM soker", CodeValue, "22012", ""},
		{"SELECT rop()", CodeState, "P0001", ""}, // so do these
	}
	for _, c := range cases {
		folder := private(t)
		_, err := Postgres{DSN: server.dsn("eier", canary), Query: c.query, Sleep: noSleep}.Fetch(context.Background(), folder, State{})
		f := wantFault(t, err, c.code, folder)
		if f.Found != c.found || f.Allowed != c.allowed || f.Tries > 1 {
			t.Errorf("%s: got %q, %q after %d tries, want %q, %q after one", c.query, f.Found, f.Allowed, f.Tries, c.found, c.allowed)
		}
		for _, value := range []string{"Åse", "Nordmann"} {
			if strings.Contains(f.Text("nb")+f.Text("en"), value) {
				t.Errorf("%s: the sentence tells a value: %v", c.query, f)
			}
		}
	}
	file, err := Postgres{DSN: server.dsn("eier", canary), Query: "SELECT count(*), sum(kull) FROM soker"}.Fetch(context.Background(), private(t), State{})
	if err != nil {
		t.Fatal(err)
	}
	wantContent(t, file, "count,sum\n3,4019\n") // all is as it was
}

func TestDatabaseThatDoesNotLetUsInSaysSo(t *testing.T) {
	server := postgresServer(t)
	server.do(t, people)
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	nobody := free.Addr().(*net.TCPAddr).Port
	free.Close()
	cases := []struct {
		name, dsn, query, code string
		tries                  int
	}{
		{"wrong password", server.dsn("leser", canary+"x"), "SELECT 1", CodePassword, 1},
		{"no such user", server.dsn("ukjent", canary), "SELECT 1", CodePassword, 1},
		{"no such database", strings.Replace(server.dsn("eier", canary), "dbname=postgres", "dbname=kom", 1), "SELECT 1", CodeDatabase, 1},
		{"no right to read", server.dsn("leser", "kanarifugl-leser"), "SELECT * FROM pg_authid", CodeDenied, 1},
		{"nobody there", "postgres://leser:" + canary + "@127.0.0.1:" + strconv.Itoa(nobody) + "/kom", "SELECT 1", CodeConnection, 4},
		{"empty", " ", "SELECT 1", CodeDSN, 0},
		{"not a connection", "postgres://leser:" + canary + "@[::/kom", "SELECT 1", CodeDSN, 0},
		{"port of words", "postgres://leser:" + canary + "@a.example:" + canary + "/kom", "SELECT 1", CodeDSN, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			folder := private(t)
			_, err := Postgres{DSN: c.dsn, Query: c.query, Sleep: noSleep}.Fetch(context.Background(), folder, State{})
			f := wantFault(t, err, c.code, folder)
			if f.Tries != c.tries || f.Source != "postgres" {
				t.Errorf("got %d tries at %s, want %d at postgres", f.Tries, f.Source, c.tries)
			}
			if strings.Contains(f.Text("nb"), "leser:") || strings.Contains(f.Text("nb"), "kanarifugl") {
				t.Errorf("the sentence tells too much: %v", f)
			}
		})
	}
}

func TestQueryHasLimits(t *testing.T) {
	server := postgresServer(t)
	cases := []struct {
		query  string
		limits Limits
		code   string
	}{
		{"SELECT * FROM generate_series(1, 1000000)", Limits{Rows: 10}, CodeRows},
		{"SELECT * FROM generate_series(1, 1000000)", Limits{Bytes: 1000}, CodeLarge},
		{"SELECT pg_sleep(20)", Limits{Time: 300 * time.Millisecond}, CodeTime},
		{"SELECT set_config('statement_timeout', '0', true), pg_sleep(20)", Limits{Time: 300 * time.Millisecond}, CodeTime},
	}
	for _, c := range cases {
		folder := private(t)
		began := time.Now()
		_, err := Postgres{DSN: server.dsn("eier", canary), Query: c.query, Limits: c.limits, Sleep: noSleep}.Fetch(context.Background(), folder, State{})
		wantFault(t, err, c.code, folder)
		if took := time.Since(began); took > 10*time.Second {
			t.Errorf("%s: it took %v", c.query, took)
		}
	}
	rows := Postgres{DSN: server.dsn("eier", canary), Query: "SELECT * FROM generate_series(1, 10)", Limits: Limits{Rows: 10}}
	if _, err := rows.Fetch(context.Background(), private(t), State{}); err != nil {
		t.Errorf("ten of ten rows: %v", err)
	}
}

func TestQueryThatIsBrokenOffIsAskedAgain(t *testing.T) {
	server := postgresServer(t)
	var slept naps
	folder := private(t)
	source := Postgres{DSN: server.dsn("eier", canary), Query: "SELECT pg_terminate_backend(pg_backend_pid()), generate_series(1, 10)", Sleep: slept.sleep}
	_, err := source.Fetch(context.Background(), folder, State{})
	f := wantFault(t, err, CodeState, folder)
	if f.Found != "57P01" || len(slept) != 3 {
		t.Errorf("got %s after the pauses %v, want 57P01 after three", f.Found, slept)
	}
}

func TestPersonsAreNotSentInTheClear(t *testing.T) {
	cases := []struct {
		dsn   string
		plain bool
	}{
		{"postgres://leser@db.example.no/kom", false},
		{"postgres://leser@db.example.no/kom?sslmode=prefer", false},
		{"postgres://leser@a.example.no,b.example.no/kom", false},
		{"postgres://leser@db.example.no/kom?sslmode=disable", true}, // said aloud
		{"postgres://leser@localhost/kom", true},
		{"postgres://leser@127.0.0.1/kom", true},
		{"host=/run/postgresql dbname=kom", true},
	}
	for _, c := range cases {
		config, err := Postgres{DSN: c.dsn, Query: "SELECT 1"}.config()
		if err != nil {
			t.Fatal(err)
		}
		plain := config.TLSConfig == nil
		for _, f := range config.Fallbacks {
			plain = plain || f.TLSConfig == nil
		}
		if plain != c.plain {
			t.Errorf("%s: got plain text possible %v, want %v", c.dsn, plain, c.plain)
		}
	}
}

func TestServerWithoutTLSIsNotTold(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			_, _ = conn.Read(make([]byte, 100))
			_, _ = conn.Write([]byte("N")) // what a PostgreSQL server without TLS says
			conn.Close()
		}
	}()
	folder := private(t)
	_, err = Postgres{DSN: "postgres://leser:" + canary + "@" + listener.Addr().String() + "/kom?sslmode=require", Query: "SELECT 1"}.
		Fetch(context.Background(), folder, State{})
	wantFault(t, err, CodeUnsafe, folder)
}

func TestTextThatIsNotUTF8IsRefused(t *testing.T) {
	server := postgresServer(t)
	server.do(t, "DROP DATABASE IF EXISTS gammel")
	server.do(t, "CREATE DATABASE gammel ENCODING SQL_ASCII TEMPLATE template0")
	dsn := strings.Replace(server.dsn("eier", canary), "dbname=postgres", "dbname=gammel", 1)
	folder := private(t)
	_, err := Postgres{DSN: dsn, Query: `SELECT 1 AS nr, E'bl\xE5' AS farge`}.Fetch(context.Background(), folder, State{})
	if f := wantFault(t, err, CodeText, folder); f.Found != "22021" {
		t.Errorf("got SQLSTATE %s, want 22021", f.Found)
	}
}

func TestQueryIsKnownByItsFirstWord(t *testing.T) {
	cases := []struct{ query, want string }{
		{"select 1", "SELECT"},
		{"  (SELECT 1) UNION SELECT 2", "SELECT"},
		{"-- hvem\n--\n with x as (select 1) select * from x", "WITH"},
		{"/* a /* b */ c */SELECT*FROM t", "SELECT"},
		{"/* a /* b */ SELECT 1", ""},
		{"-- bare ord", ""},
		{"SELECTED", "SELECTED"},
		{"\u00a0SELECT 1", ""},
	}
	for _, c := range cases {
		if got := firstWord(c.query); got != c.want {
			t.Errorf("%q: got %q, want %q", c.query, got, c.want)
		}
	}
}
