package fetch

import (
	"context"
	"net"
	"os"
	"strings"
	"testing"
	"time"
)

func TestDatabaseIsReachedOrItIsSaidWhyNot(t *testing.T) {
	server := postgresServer(t)
	server.do(t, people)
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	closed := free.Addr().String()
	free.Close()
	if err := (Postgres{DSN: server.dsn("leser", "kanarifugl-leser"), Query: "SELECT 1"}).Reach(t.Context()); err != nil {
		t.Errorf("a database that is there: %v", err)
	}
	for _, c := range []struct{ name, dsn, code string }{
		{"wrong password", server.dsn("leser", canary+"x"), CodePassword},
		{"no such database", strings.Replace(server.dsn("eier", canary), "dbname=postgres", "dbname=kom", 1), CodeDatabase},
		{"closed port", "postgres://leser:" + canary + "@" + closed + "/kom", CodeConnection},
		{"not a connection", "postgres://leser:" + canary + "@[::/kom", CodeDSN},
	} {
		t.Run(c.name, func(t *testing.T) {
			unreachable(t, c.dsn, c.code)
		})
	}
}

// A server that picks up and says nothing must not keep the doctor for ever.
func TestDatabaseThatHangsIsGivenUp(t *testing.T) {
	if os.Getenv("CI") != "true" {
		t.Skip("waits as long as it may: set CI=true")
	}
	t.Parallel()
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close() // the engine of the operating system picks up; nobody ever answers
	began := time.Now()
	unreachable(t, "postgres://leser:"+canary+"@"+silent.Addr().String()+"/kom", CodeConnection)
	if took := time.Since(began); took > reachWithin+5*time.Second {
		t.Errorf("gave up after %v, want %v", took, reachWithin)
	}
}

// unreachable holds that nobody can be reached there, why, and that neither the user nor the password is told.
func unreachable(t *testing.T, dsn, code string) {
	t.Helper()
	err := Postgres{DSN: dsn, Query: "SELECT 1"}.Reach(context.Background())
	fault, ok := err.(*Fault)
	if !ok || fault.Code != code {
		t.Fatalf("got %v, want %s", err, code)
	}
	if said := fault.Text("nb"); strings.Contains(said, "leser") || strings.Contains(said, "kanarifugl") {
		t.Errorf("the sentence tells too much: %s", said)
	}
}
