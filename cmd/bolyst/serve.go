package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"sync"
	"time"

	"bolyst/internal/audit"
	"bolyst/internal/web"
)

// serveCommand is the service: it takes in, publishes and serves by itself until it is stopped.
type serveCommand struct {
	Listen string `placeholder:"${address_word_help}" help:"${serve_listen_help}"`
	Log    string `placeholder:"text|json" help:"${serve_log_help}"`
}

// stopWithin is how long the service takes to stop, whatever it is doing. What it leaves then is what a kill leaves.
const stopWithin = 10 * time.Second

func (cmd *serveCommand) Run(ctx context.Context, c *console) error {
	in, err := c.configured(ctx)
	if err != nil {
		return err
	}
	addresses, err := cmd.addresses(in)
	if err != nil {
		return err
	}
	door, err := in.entrance(addresses[0])
	if err != nil {
		return err
	}
	s := newService(c, newLog(c.err, or(cmd.Log, in.config.Server.Log)))
	if in, err = s.open(ctx); err != nil { // the lock comes first: of two that are started, one serves
		return err
	}
	if door.door != nil {
		s.audit = audit.Open(in.config.DataFolder())
		s.watchUsers(in, door.door.Users)
	}
	runner, err := s.take(in)
	if err != nil {
		return errors.Join(err, in.Close())
	}
	listeners, err := listen(in, addresses)
	if err != nil {
		return errors.Join(err, in.Close())
	}
	fmt.Fprintln(c.out, in.language.Say("demo.serving", door.shown(listeners[0])))
	return s.serve(ctx, in, door, listeners, func(ctx context.Context) error { return s.work(ctx, in, runner) })
}

// addresses are where the pages and, if that is elsewhere, the metrics are served. Metrics have no sign-in of their own.
func (cmd *serveCommand) addresses(in *installation) ([]string, error) {
	if cmd.Log != "" && cmd.Log != logForms[0] && cmd.Log != logForms[1] {
		return nil, misused{in.language.Say("use.log", cmd.Log, in.language.List(logForms))}
	}
	addresses := []string{or(cmd.Listen, in.config.Server.Listen)}
	if in.config.Server.Metrics != "" {
		addresses = append(addresses, in.config.Server.Metrics)
	}
	for i, address := range addresses {
		host, _, err := net.SplitHostPort(address)
		if err != nil {
			return nil, misused{in.language.Say("use.listen", address)}
		}
		if i > 0 && !isLoopback(host) {
			return nil, told(in.language.Say("serve.metrics", address))
		}
	}
	return addresses, nil
}

func or(asked, configured string) string {
	if asked != "" {
		return asked
	}
	return configured
}

func listen(in *installation, addresses []string) (listeners []net.Listener, err error) {
	for _, address := range addresses {
		listener, err := net.Listen("tcp", address)
		if err != nil {
			for _, l := range listeners {
				l.Close()
			}
			return nil, told(in.language.Say("serve.port_taken", address, reason(err)))
		}
		listeners = append(listeners, listener)
	}
	return listeners, nil
}

// serve answers requests while the work is done, which ends with ctx. When the server fails, the work is stopped.
func (s *service) serve(ctx context.Context, in *installation, e entrance, listeners []net.Listener, work func(context.Context) error) error {
	if err := os.MkdirAll(in.editions(), 0o750); err != nil {
		return err
	}
	root, err := os.OpenRoot(in.editions())
	if err != nil {
		return err
	}
	defer root.Close()
	held := heldProgrammes{root: root}
	site := web.Site{Editions: root, Latest: in.newestFor, IsShown: in.isShown, Approver: in.config.Editions.SignOff.By, SignOff: s.signOff, Ready: s.ready, Jobs: s.jobsPage, Ask: s.ask, Data: s.dataPage, Trace: s.tracePage,
		Door: e.door, Address: e.address, Words: in.words, Programmes: held.of, Record: s.recordDeed, Served: s.served, Broke: s.broke, Now: s.now}
	handlers := []http.Handler{nil, s.measures.handler()}
	if len(listeners) == 1 {
		site.Metrics = handlers[1]
	}
	handlers[0] = site.Handler()

	ctx, stop := context.WithCancel(ctx)
	defer stop()
	stopped := make(chan struct{})
	defer close(stopped)
	go s.cutOff(ctx, stopped)
	s.stopping = ctx.Done()
	failed := make([]error, len(listeners))
	var serving sync.WaitGroup
	for i, listener := range listeners {
		s.log.Info("serving", "address", listener.Addr().String())
		serving.Go(func() {
			defer stop()
			if i == 0 {
				failed[i] = web.ServeGuarded(ctx, listener, handlers[i], e.certificate) // entrance has said who may come
				return
			}
			failed[i] = web.Serve(ctx, listener, handlers[i])
		})
	}
	err = work(ctx)
	stop()
	serving.Wait()
	s.log.Info("stopped")
	return errors.Join(append(failed, err)...)
}

// cutOff ends the program when it does not stop by itself.
func (s *service) cutOff(ctx context.Context, stopped <-chan struct{}) {
	<-ctx.Done()
	s.log.Info("stopping")
	select {
	case <-stopped:
	case <-time.After(stopWithin):
		s.log.Error("something does not stop, and is cut off")
		os.Exit(exitFailed)
	}
}

// newService is a service whose commands speak into the log.
func newService(c *console, log logger) *service {
	s := &service{log: log, looking: make(chan struct{}, mostLooks)}
	s.console = &console{out: io.Discard, err: said{log}, language: c.language, config: c.config, now: c.now}
	s.measures = newMeasures(s)
	return s
}
