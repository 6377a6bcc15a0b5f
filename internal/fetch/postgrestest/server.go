// Package postgrestest starts a real PostgreSQL server for tests: of their own, reached
// through a socket in a folder of its own, stopped and removed afterwards.
package postgrestest

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

// Missing is what a test says that skips, or fails in CI, because Start gave nil.
const Missing = "the programs of a PostgreSQL server (initdb, postgres) are missing: install the package postgresql"

// A Server is one that runs.
type Server struct {
	socket, password string
	stop             func()
}

const port = 5432 // of the socket's name alone

// DSN is a connection as a user of the server.
func (s *Server) DSN(user, password string) string {
	return fmt.Sprintf("host=%s port=%d dbname=postgres user=%s password=%s", s.socket, port, user, password)
}

// Do carries out statements as the server's owner.
func (s *Server) Do(ctx context.Context, sql string) error {
	conn, err := pgconn.Connect(ctx, s.DSN("eier", s.password))
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	return conn.Exec(ctx, sql).Close()
}

// Stop stops the server and removes all that it wrote.
func (s *Server) Stop() { s.stop() }

// Start starts a server whose owner, eier, has the password. It is nil when the
// programs are missing.
func Start(password string) (*Server, error) {
	initdb, postgres := program("initdb"), program("postgres")
	if initdb == "" || postgres == "" {
		return nil, nil
	}
	folder, err := os.MkdirTemp("", "pg") // short: the path of a socket has 107 letters at most
	if err != nil {
		return nil, err
	}
	remove := func() { os.RemoveAll(folder) }
	secret := filepath.Join(folder, "passord")
	if err := os.WriteFile(secret, []byte(password+"\n"), 0o600); err != nil {
		return nil, err
	}
	owner, err := unprivileged(folder, secret)
	if err != nil {
		remove()
		return nil, err
	}
	data := filepath.Join(folder, "data")
	create := owner(exec.Command(initdb, "-D", data, "-U", "eier", "--auth=scram-sha-256", "--pwfile="+secret, "-E", "UTF8", "--locale=C", "--no-sync"))
	if out, err := create.CombinedOutput(); err != nil {
		remove()
		return nil, fmt.Errorf("initdb: %w\n%s", err, out)
	}
	server := &Server{socket: folder, password: password}
	var log bytes.Buffer
	run := owner(exec.Command(postgres, "-D", data, "-k", folder, "-p", strconv.Itoa(port),
		"-c", "listen_addresses=", "-c", "fsync=off", "-c", "shared_buffers=16MB", "-c", "max_connections=10"))
	run.Stdout, run.Stderr = &log, &log
	if err := run.Start(); err != nil {
		remove()
		return nil, err
	}
	server.stop = func() {
		_ = run.Process.Signal(syscall.SIGINT) // fast shutdown
		_ = run.Wait()
		remove()
	}
	for range 100 {
		conn, err := pgconn.Connect(context.Background(), server.DSN("eier", password))
		if err == nil {
			return server, conn.Close(context.Background())
		}
		time.Sleep(100 * time.Millisecond)
	}
	return nil, fmt.Errorf("postgres does not answer after 10 s:\n%s", &log)
}

// program finds one of the server's programs; Debian keeps them out of PATH.
func program(name string) string {
	if path, err := exec.LookPath(name); err == nil {
		return path
	}
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/" + name)
	if len(found) == 0 {
		return ""
	}
	return found[len(found)-1]
}

// unprivileged lets a command run as a user who is not root, as the server
// demands, and gives that user the files.
func unprivileged(files ...string) (func(*exec.Cmd) *exec.Cmd, error) {
	inItsFolder := func(c *exec.Cmd) *exec.Cmd {
		c.Dir = files[0]
		c.Env = append(os.Environ(), "LC_ALL=C", "TZ=UTC", "HOME="+files[0])
		return c
	}
	if os.Geteuid() != 0 {
		return inItsFolder, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, _ := strconv.Atoi(u.Uid)
		gid, _ := strconv.Atoi(u.Gid)
		for _, file := range files {
			if err := os.Chown(file, uid, gid); err != nil {
				return nil, err
			}
		}
		return func(c *exec.Cmd) *exec.Cmd {
			c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}
			return inItsFolder(c)
		}, nil
	}
	return nil, fmt.Errorf("a PostgreSQL server does not run as root, and there is neither a user postgres nor nobody")
}
