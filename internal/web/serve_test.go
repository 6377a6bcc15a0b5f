package web_test

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"bolyst/internal/web"
)

// pipes is a listener whose connections never leave the process, so that its
// requests can run under a fake clock.
type pipes struct {
	addr net.Addr
	conn chan net.Conn
	done chan struct{}
}

func listenPipes(addr net.Addr) pipes {
	return pipes{addr, make(chan net.Conn), make(chan struct{})}
}

func (p pipes) Addr() net.Addr { return p.addr }
func (p pipes) Close() error   { close(p.done); return nil }
func (p pipes) Accept() (net.Conn, error) {
	select {
	case c := <-p.conn:
		return c, nil
	case <-p.done:
		return nil, net.ErrClosed
	}
}

// send writes one request and leaves the answer to the caller.
func (p pipes) send(t *testing.T, host string) net.Conn {
	t.Helper()
	client, server := net.Pipe()
	p.conn <- server
	if _, err := io.WriteString(client, "GET / HTTP/1.1\r\nHost: "+host+"\r\n\r\n"); err != nil {
		t.Fatal(err)
	}
	return client
}

var loopback = &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 8080}

func TestServeRefusesAnAddressOthersCanReach(t *testing.T) {
	for _, addr := range []net.Addr{
		&net.TCPAddr{IP: net.IPv4zero, Port: 8080},
		&net.TCPAddr{IP: net.IPv6zero, Port: 8080},
		&net.TCPAddr{Port: 8080},
		&net.TCPAddr{IP: net.IPv4(192, 168, 1, 20), Port: 8080},
		&net.TCPAddr{IP: net.ParseIP("fe80::1"), Port: 8080},
		&net.UnixAddr{Name: "bolyst.sock", Net: "unix"},
	} {
		listener := listenPipes(addr)
		err := web.Serve(t.Context(), listener, http.NotFoundHandler())
		if !errors.Is(err, web.ErrNotLoopback) {
			t.Errorf("%s: got %v, want ErrNotLoopback", addr, err)
		}
		select {
		case <-listener.done:
		default:
			t.Errorf("%s: the listener is still open", addr)
		}
	}
}

func TestServeAnswersThisMachineAndStops(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() {
		ended <- web.Serve(ctx, listener, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			io.WriteString(w, "styret")
		}))
	}()
	r, err := http.Get("http://" + listener.Addr().String() + "/")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	if got := body(t, r); got != "styret" {
		t.Errorf("got %q, want styret", got)
	}
	http.DefaultClient.CloseIdleConnections()
	stop()
	if err := <-ended; err != nil {
		t.Errorf("stopped by its context: got %v, want no error", err)
	}
}

func TestForeignHostNameIsMisdirected(t *testing.T) {
	for host, want := range map[string]int{
		"127.0.0.1": 200, "127.0.0.1:8080": 200, "127.1.2.3": 200, "localhost:8080": 200, "[::1]:8080": 200, "[::1]": 200,
		"attacker.example": 421, "attacker.example:8080": 421, "127.0.0.1.attacker.example": 421,
		"localhost.attacker.example:8080": 421, "192.168.1.20": 421, "0.0.0.0:8080": 421, "": 421,
	} {
		synctest.Test(t, func(t *testing.T) {
			listener := listenPipes(loopback)
			ctx, stop := context.WithCancel(t.Context())
			ended := make(chan error, 1)
			go func() {
				ended <- web.Serve(ctx, listener, http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
			}()
			client := listener.send(t, host)
			r, err := http.ReadResponse(bufio.NewReader(client), nil)
			if err != nil {
				t.Fatal(err)
			}
			if r.StatusCode != want {
				t.Errorf("Host %q: got %d, want %d", host, r.StatusCode, want)
			}
			client.Close()
			stop()
			<-ended
		})
	}
}

func TestStopLetsARequestFinishButWaitsTenSecondsAtMost(t *testing.T) {
	for _, c := range []struct {
		name     string
		answers  time.Duration // after the stop
		stopped  time.Duration
		finished bool
	}{
		{"soon done", 4 * time.Second, 4 * time.Second, true},
		{"stuck", time.Hour, 10 * time.Second, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				listener := listenPipes(loopback)
				ctx, stop := context.WithCancel(t.Context())
				ended := make(chan error, 1)
				go func() {
					ended <- web.Serve(ctx, listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
						select {
						case <-time.After(c.answers):
							io.WriteString(w, "styret")
						case <-r.Context().Done():
						}
					}))
				}()
				client := listener.send(t, "127.0.0.1")
				answer := make(chan string, 1)
				go func() {
					text, _ := io.ReadAll(client)
					answer <- string(text)
				}()
				synctest.Wait() // the handler is at work
				began := time.Now()
				stop()
				if err := <-ended; err != nil {
					t.Errorf("got %v, want no error", err)
				}
				// The server looks for idle connections at growing intervals.
				if took := time.Since(began); took < c.stopped || took > c.stopped+time.Second {
					t.Errorf("stopped after %v, want %v", took, c.stopped)
				}
				if got := strings.HasSuffix(<-answer, "styret"); got != c.finished {
					t.Errorf("answered: got %v, want %v", got, c.finished)
				}
			})
		})
	}
}
