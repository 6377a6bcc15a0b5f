package main

import (
	"context"
	"errors"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"bolyst/internal/fetch"
)

// sources looks whether the place is there that each source is read from. Nothing is fetched.
func (d *doctor) sources(ctx context.Context) {
	for _, s := range d.config.Sources {
		if !s.isRemote() {
			folder := d.config.Path(s.Path)
			for strings.ContainsAny(folder, "*?[") {
				folder = filepath.Dir(folder)
			}
			if _, err := os.Stat(folder); err != nil {
				d.say("source", faulty, d.language.Say("doctor.source.missing", s.ID, s.Path, reason(err)))
				continue
			}
			d.say("source", fine, d.language.Say("doctor.source.there", s.ID, s.Path))
			continue
		}
		d.reached("source", s.ID, d.reach(ctx, s))
	}
}

// reach asks where the source's rows are fetched from whether anybody is there.
func (d *doctor) reach(ctx context.Context, s Source) error {
	origin, err := d.origin(s)
	if err != nil {
		return err
	}
	there, ok := origin.(interface{ Reach(context.Context) error })
	if !ok {
		return nil
	}
	return there.Reach(ctx)
}

// reached tells whether a source or a target answers.
func (d *doctor) reached(check, id string, err error) {
	var fault *fetch.Fault
	var said failure
	switch {
	case err == nil:
		d.say(check, fine, d.language.Say("doctor.reached", id))
	case errors.As(err, &fault):
		d.say(check, faulty, d.language.Say("ingest.fetch", id, fault.Text(string(d.language))))
	case errors.As(err, &said):
		for _, line := range said.lines {
			d.say(check, faulty, line)
		}
	default:
		d.say(check, faulty, d.language.Say("doctor.unreached", id))
	}
}

// dialWithin is how long a mail server may take to answer the telephone.
const dialWithin = 10 * time.Second

// targets looks whether editions can leave the house. Nothing is sent.
func (d *doctor) targets(ctx context.Context) {
	for _, t := range d.config.Deliver {
		folder := ""
		switch {
		case t.Folder != nil:
			folder = t.Folder.Path
		case t.Mail != nil:
			folder = t.Mail.Folder
		}
		switch {
		case folder != "":
			if err := writable(d.config.Path(folder)); err != nil {
				d.say("target", faulty, d.language.Say("doctor.target.closed", t.ID, folder, reason(err)))
				continue
			}
			d.say("target", fine, d.language.Say("doctor.reached", t.ID))
		case t.Mail != nil && t.Mail.SMTP != nil:
			address := net.JoinHostPort(t.Mail.SMTP.Host, strconv.Itoa(t.Mail.SMTP.Port))
			line, err := (&net.Dialer{Timeout: dialWithin}).DialContext(ctx, "tcp", address)
			if err != nil {
				d.say("target", faulty, d.language.Say("doctor.target.mail", t.ID, address))
				continue
			}
			line.Close() // nothing was said
			d.say("target", fine, d.language.Say("doctor.reached", t.ID))
		default: // a service that takes nothing without doing something with it
			d.say("target", note, d.language.Say("doctor.target.untried", t.ID))
		}
	}
}
