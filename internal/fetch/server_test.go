package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/binary"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// canary stands in every secret of these tests; no sentence may repeat it.
const canary = "kanarifugl-7f3a"

// serve starts a TLS server on this machine and the Web that may reach it.
func serve(t *testing.T, handler http.HandlerFunc) (*httptest.Server, Web) {
	t.Helper()
	server := httptest.NewUnstartedServer(handler)
	server.Config.ErrorLog = quiet
	server.StartTLS()
	t.Cleanup(server.Close)
	return server, Web{Allow: []string{"127.0.0.1"}, Roots: trust(server)}
}

func trust(servers ...*httptest.Server) *x509.CertPool {
	pool := x509.NewCertPool()
	for _, s := range servers {
		pool.AddCert(s.Certificate())
	}
	return pool
}

// serveRaw starts a TLS server that answers each connection by hand.
func serveRaw(t *testing.T, answer func(net.Conn)) (address string, web Web) {
	t.Helper()
	lender, web := serve(t, nil) // for its certificate
	listener, err := tls.Listen("tcp", "127.0.0.1:0", &tls.Config{Certificates: lender.TLS.Certificates})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go func() {
				defer conn.Close()
				read := make([]byte, 4096)
				if _, err := conn.Read(read); err == nil {
					answer(conn)
				}
			}()
		}
	}()
	return "https://" + listener.Addr().String() + "/fil.csv", web
}

// naps are the pauses a fetch would have made.
type naps []time.Duration

func (n *naps) sleep(ctx context.Context, d time.Duration) error {
	*n = append(*n, d)
	return ctx.Err()
}

func noSleep(ctx context.Context, _ time.Duration) error { return ctx.Err() }

// private is a folder that does not exist yet.
func private(t *testing.T) string { return filepath.Join(t.TempDir(), "hentet") }

func wantContent(t *testing.T, file File, want string) {
	t.Helper()
	got, err := os.ReadFile(file.Path)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want || file.Bytes != int64(len(want)) {
		t.Errorf("got %q and %d bytes, want %q", got, file.Bytes, want)
	}
}

// wantFault checks the code, that no sentence tells a secret, and that the
// folder holds nothing.
func wantFault(t *testing.T, err error, code, folder string) *Fault {
	t.Helper()
	f, ok := errors.AsType[*Fault](err)
	if !ok {
		t.Fatalf("got %v, want a fault %s", err, code)
	}
	if f.Code != code {
		t.Errorf("got the fault %s (%v), want %s", f.Code, f, code)
	}
	for _, language := range []string{"nb", "en"} {
		if text := f.Text(language); strings.Contains(text, canary) || strings.ContainsAny(text, "{}\n") {
			t.Errorf("the sentence tells a secret, or lacks a word: %s", text)
		}
	}
	left, _ := os.ReadDir(folder)
	for _, entry := range left {
		t.Errorf("the failure left %s in the folder", entry.Name())
	}
	return f
}

// lookUps is a name server on this machine that gives, for every name, one
// address after another; the last one for good.
func lookUps(t *testing.T, addresses ...string) *net.Resolver {
	t.Helper()
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	var lock sync.Mutex
	go func() {
		question := make([]byte, 1500)
		for {
			n, from, err := conn.ReadFrom(question)
			if err != nil || n < 17 {
				return
			}
			end := 12
			for question[end] != 0 {
				end += int(question[end]) + 1
			}
			kind := binary.BigEndian.Uint16(question[end+1:])
			end += 5
			answer := append([]byte{}, question[:end]...)
			copy(answer[2:], []byte{0x81, 0x80, 0, 1, 0, 0, 0, 0, 0, 0})
			if kind == 1 { // A; there are no AAAA
				lock.Lock()
				ip := net.ParseIP(addresses[0]).To4()
				if len(addresses) > 1 {
					addresses = addresses[1:]
				}
				lock.Unlock()
				answer[7] = 1
				answer = append(answer, 0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4)
				answer = append(answer, ip...)
			}
			_, _ = conn.WriteTo(answer, from)
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "udp", conn.LocalAddr().String())
	}}
}
