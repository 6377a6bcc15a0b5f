package store

import (
	"os"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"

	"bolyst/internal/fetch/postgrestest"
)

// postgres is a connection to a real PostgreSQL server of the test's own, stopped and removed when the test is done. Without
// its programs the test is skipped; in CI it fails.
func postgres(t *testing.T) *pgconn.PgConn {
	t.Helper()
	const password = "prøve"
	server, err := postgrestest.Start(password)
	switch {
	case err != nil:
		t.Fatal(err)
	case server == nil && os.Getenv("CI") == "true":
		t.Fatal(postgrestest.Missing)
	case server == nil:
		t.Skip(postgrestest.Missing)
	}
	t.Cleanup(server.Stop)
	conn, err := pgconn.Connect(t.Context(), server.DSN("eier", password))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close(bg) })
	return conn
}
