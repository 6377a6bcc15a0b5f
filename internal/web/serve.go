package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
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

// Serve answers requests of this machine until ctx ends, then lets those under way finish, for ten seconds at most. It closes
// the listener, and returns nil after a stop by ctx.
func Serve(ctx context.Context, listener net.Listener, handler http.Handler) error {
	if addr, ok := listener.Addr().(*net.TCPAddr); !ok || !addr.IP.IsLoopback() {
		return errors.Join(fmt.Errorf("listen on %s: %w", listener.Addr(), ErrNotLoopback), listener.Close())
	}
	return ServeGuarded(ctx, listener, Address{}.only(handler), nil)
}

// ServeGuarded is Serve for a [Site] with a door, which others may reach. Without a certificate it speaks plain HTTP, to a
// proxy.
func ServeGuarded(ctx context.Context, listener net.Listener, handler http.Handler, certificate *Certificate) error {
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		WriteTimeout:      60 * time.Second,
		IdleTimeout:       60 * time.Second,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          log.New(io.Discard, "", 0), // it names addresses
	}
	serve := server.Serve
	if certificate != nil {
		server.TLSConfig = certificate.config()
		serve = func(l net.Listener) error { return server.ServeTLS(l, "", "") }
	}
	ended := make(chan error, 1)
	go func() { ended <- serve(listener) }()

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
