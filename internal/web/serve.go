package web

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"
)

// stopWithin is how long requests that are being answered may take when the
// server is to stop.
const stopWithin = 10 * time.Second

// ErrNotLoopback is returned when the listener could be reached from another
// machine. Without sign-in an edition is shown on this machine only.
var ErrNotLoopback = errors.New("the server has no sign-in and listens on 127.0.0.1 or ::1 only")

// Serve answers requests until ctx ends, then lets those under way finish, for
// ten seconds at most. It closes the listener, and returns nil after a stop by ctx.
func Serve(ctx context.Context, listener net.Listener, handler http.Handler) error {
	if addr, ok := listener.Addr().(*net.TCPAddr); !ok || !addr.IP.IsLoopback() {
		return errors.Join(fmt.Errorf("listen on %s: %w", listener.Addr(), ErrNotLoopback), listener.Close())
	}
	server := &http.Server{
		Handler:           thisMachine(handler),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		WriteTimeout:      60 * time.Second,
		IdleTimeout:       60 * time.Second,
		MaxHeaderBytes:    16 << 10,
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()

	select {
	case err := <-ended:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	// ctx has ended, the requests under way have not.
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopWithin)
	defer cancel()
	if err := server.Shutdown(grace); err != nil {
		server.Close() // who has not finished by now is cut off
	}
	<-ended
	return nil
}

// thisMachine refuses requests under a foreign host name. A page on the web can
// point a name of its own at 127.0.0.1 and so read what a browser here may read
// (DNS rebinding); the name that the browser sends gives it away.
func thisMachine(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !loopbackHost(r.Host) {
			guard(w.Header())
			http.Error(w, "Denne utgaven vises bare på 127.0.0.1. / This edition is shown on 127.0.0.1 only.",
				http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func loopbackHost(hostport string) bool {
	host, _, err := net.SplitHostPort(hostport)
	if err != nil {
		host = hostport // no port: the default one
	}
	if host == "localhost" {
		return true
	}
	if n := len(host); n > 2 && host[0] == '[' && host[n-1] == ']' {
		host = host[1 : n-1]
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}
