package store

import (
	"bytes"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

// postgres is a connection to a real PostgreSQL server of the test's own, reached through a socket in a folder that only it
// may enter, stopped and removed when the test is done. Without its programs the test is skipped; in CI it fails.
func postgres(t *testing.T) *pgconn.PgConn {
	t.Helper()
	initdb, server := serverProgram("initdb"), serverProgram("postgres")
	if initdb == "" || server == "" {
		const missing = "the programs of a PostgreSQL server (initdb, postgres) are missing: install the package postgresql"
		if os.Getenv("CI") == "true" {
			t.Fatal(missing)
		}
		t.Skip(missing)
	}
	folder, err := os.MkdirTemp("", "pg") // short: the path of a socket has 107 letters at most
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	owner := unprivileged(t, folder)
	data := filepath.Join(folder, "data")
	create := owner(exec.Command(initdb, "-D", data, "-U", "eier", "--auth=trust", "-E", "UTF8", "--locale=C", "--no-sync"))
	if out, err := create.CombinedOutput(); err != nil {
		t.Fatalf("initdb: %v\n%s", err, out)
	}
	var log bytes.Buffer
	run := owner(exec.Command(server, "-D", data, "-k", folder, "-p", "5432",
		"-c", "listen_addresses=", "-c", "fsync=off", "-c", "shared_buffers=16MB", "-c", "max_connections=10"))
	run.Stdout, run.Stderr = &log, &log
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = run.Process.Signal(syscall.SIGINT) // fast shutdown
		_ = run.Wait()
	})
	for range 100 {
		conn, err := pgconn.Connect(t.Context(), "host="+folder+" port=5432 dbname=postgres user=eier")
		if err == nil {
			t.Cleanup(func() { conn.Close(bg) })
			return conn
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatalf("postgres does not answer after 10 s:\n%s", &log)
	return nil
}

// serverProgram finds one of the server's programs; Debian keeps them out of PATH.
func serverProgram(name string) string {
	if path, err := exec.LookPath(name); err == nil {
		return path
	}
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/" + name)
	if len(found) == 0 {
		return ""
	}
	return found[len(found)-1]
}

// unprivileged lets a command run in the folder as a user who is not root, as the server demands, and gives that user the
// folder.
func unprivileged(t *testing.T, folder string) func(*exec.Cmd) *exec.Cmd {
	t.Helper()
	var credential *syscall.Credential
	if os.Geteuid() == 0 {
		u, err := user.Lookup("postgres")
		if err != nil {
			u, err = user.Lookup("nobody")
		}
		if err != nil {
			t.Fatal("a PostgreSQL server does not run as root, and there is neither a user postgres nor nobody")
		}
		uid, _ := strconv.Atoi(u.Uid)
		gid, _ := strconv.Atoi(u.Gid)
		if err := os.Chown(folder, uid, gid); err != nil {
			t.Fatal(err)
		}
		credential = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	}
	return func(c *exec.Cmd) *exec.Cmd {
		c.Dir = folder
		c.Env = append(os.Environ(), "LC_ALL=C", "TZ=UTC", "HOME="+folder)
		if credential != nil {
			c.SysProcAttr = &syscall.SysProcAttr{Credential: credential}
		}
		return c
	}
}
