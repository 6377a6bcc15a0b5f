package main

import (
	"context"
	"errors"
	"net/url"
	"slices"
	"time"

	"bolyst/internal/store"
	"bolyst/internal/web"
)

// The pages of those who work with the programme.
const (
	jobsAddress  = "/jobs"
	dataAddress  = "/data"
	traceAddress = "/trace"
)

// Looks into the data folder share the machine with the work.
const (
	mostLooks   = 2                // at a time; others wait for their turn
	longestLook = 30 * time.Second // with the wait
)

// desk is what the page at that address has in common with the others. What was asked of it stays in its other languages.
func (s *service) desk(address string, l Language, asked url.Values) web.Desk {
	in := s.seen().in
	d := web.Desk{Language: string(l), Service: in.config.Name, Back: l.Say("jobs.back"), At: l.Say("jobs.at", moment(s.now(), in.config.zone()))}
	for _, page := range []struct{ address, title string }{{jobsAddress, l.Say("jobs.title")}, {dataAddress, l.Say("data.title")}, {traceAddress, l.Say("trace.title")}} {
		if page.address == address {
			d.Title = page.title
			continue
		}
		d.Beside = append(d.Beside, web.Link{Address: page.address + "?lang=" + string(l), Text: page.title})
	}
	for _, other := range l.others() {
		q := url.Values{"lang": {other.Code}}
		for key, values := range asked {
			q[key] = values
		}
		d.Others = append(d.Others, web.Link{Address: address + "?" + q.Encode(), Text: other.Name, Language: other.Code})
	}
	if in.config.SignIn != nil {
		d.SignOut = l.Say("door.sign_out")
	}
	return d
}

// asks is the language asked for, or that of the installation.
func (in *installation) asks(language string) Language {
	if Language(language).Known() {
		return Language(language)
	}
	return in.language
}

// look has the installation read for a page, in the language of the page, beside the work: what had been taken in when the last
// job ended. It is not there while the data folder is closed, which store.ErrClosed says.
func (s *service) look(ctx context.Context, l Language, read func(context.Context, *installation) error) error {
	ctx, cancel := context.WithTimeout(ctx, longestLook)
	defer cancel()
	select {
	case s.looking <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-s.looking }()
	go func() { // or the look would keep the data folder from being closed
		select {
		case <-s.stopping:
			cancel()
		case <-ctx.Done():
		}
	}()
	state := s.seen()
	if state.runner == nil {
		return store.ErrClosed
	}
	look, err := state.in.store.Look(ctx, slices.Clip(state.batches))
	if err != nil {
		return err
	}
	in := *state.in
	in.language, in.store = l, look
	return errors.Join(read(ctx, &in), in.Close())
}
