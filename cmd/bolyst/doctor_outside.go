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

	"bolyst/internal/deliver"
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

// usualPatience is how long a mail server may take to greet us: some let strangers wait on purpose.
const usualPatience = 20 * time.Second

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
			d.greeted(t, d.greet(ctx, t))
		default: // a service that takes nothing without doing something with it
			d.say("target", note, d.language.Say("doctor.target.untried", t.ID))
		}
	}
}

// greet says good day to a mail server as the delivery will, and goodbye.
func (d *doctor) greet(ctx context.Context, t Delivery) error {
	way, err := d.target(t, Recipient{})
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, d.patience)
	defer cancel()
	return way.(deliver.SMTP).Greet(ctx)
}

// greeted tells whether a mail server took us in, and what to do when it did not.
func (d *doctor) greeted(t Delivery, err error) {
	fault, is := errors.AsType[*deliver.Fault](err)
	switch {
	case err == nil:
		d.say("target", fine, d.language.Say("doctor.reached", t.ID))
	case !is:
		d.say("target", faulty, d.language.Say("doctor.unreached", t.ID))
	default:
		where := fault.Asked // or whoever gives out the token that one signs in with
		if where == t.Mail.SMTP.Host || where == t.ID {
			where = net.JoinHostPort(t.Mail.SMTP.Host, strconv.Itoa(t.Mail.SMTP.Port))
		}
		if fault.Found != "" {
			where += ": " + fault.Found
		}
		d.say("target", faulty, d.language.Say("doctor.target.mail", t.ID, term("deliveries.reason."+fault.Code), where, term("doctor.mail."+fault.Code)))
	}
}
