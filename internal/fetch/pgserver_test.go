package fetch

import (
	"context"
	"os"
	"sync"
	"testing"

	"bolyst/internal/fetch/postgrestest"
)

// pgServer is the server of all tests here.
type pgServer struct{ *postgrestest.Server }

var (
	startOnce = sync.OnceValues(func() (*postgrestest.Server, error) { return postgrestest.Start(canary) })
	stopAtEnd = func() {}
)

func TestMain(m *testing.M) {
	code := m.Run()
	stopAtEnd()
	os.Exit(code)
}

// postgresServer starts it when it is first asked for. Without its programs the
// test is skipped; in CI it fails.
func postgresServer(t *testing.T) pgServer {
	t.Helper()
	server, err := startOnce()
	switch {
	case err != nil:
		t.Fatal(err)
	case server == nil && os.Getenv("CI") == "true":
		t.Fatal(postgrestest.Missing)
	case server == nil:
		t.Skip(postgrestest.Missing)
	}
	stopAtEnd = server.Stop
	return pgServer{server}
}

func (s pgServer) dsn(user, password string) string { return s.DSN(user, password) }

// do carries out statements as the server's owner.
func (s pgServer) do(t *testing.T, sql string) {
	t.Helper()
	if err := s.Do(context.Background(), sql); err != nil {
		t.Fatal(err)
	}
}
