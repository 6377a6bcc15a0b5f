package main

import (
	"context"
	"errors"
)

// service looks whether the service would start, by what it looks at itself, and whether who is to sign in can.
func (d *doctor) service(ctx context.Context) {
	addresses, err := (&serveCommand{}).addresses(d.installation)
	if err != nil {
		d.unserved(err)
		return
	}
	e, err := d.entrance(addresses[0])
	if err != nil {
		d.unserved(err)
		return
	}
	if e.door != nil && e.door.Provider != nil {
		if err := e.door.Provider.Reach(ctx); err != nil {
			d.say("service", faulty, d.language.Say("doctor.unreached", d.config.SignIn.OIDC.Issuer))
		}
	}
	if !d.inUse { // or the service has its address already
		listeners, err := listen(d.installation, addresses)
		if err != nil {
			d.unserved(err)
			return
		}
		for _, l := range listeners {
			l.Close()
		}
	}
	d.say("service", fine, d.language.Say("doctor.service.fine", addresses[0]))
}

// unserved tells why the service does not start, as the service does.
func (d *doctor) unserved(err error) {
	var said failure
	var use misused
	switch {
	case errors.As(err, &said):
		for _, line := range said.lines {
			d.say("service", faulty, line)
		}
	case errors.As(err, &use):
		d.say("service", faulty, use.line)
	default:
		d.say("service", faulty, d.language.Say("exit.failed", err.Error()))
	}
}
