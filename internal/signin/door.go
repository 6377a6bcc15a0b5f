package signin

import (
	"context"
	"errors"
	"time"
)

// What a try can end with.
var (
	ErrWrong = errors.New("the name or the password is wrong")
	ErrBusy  = errors.New("too many tries")
)

// answerAfter is how long every answer to a name and password takes at least, right or wrong: longer than the hash.
const answerAfter = 700 * time.Millisecond

// Door is where people sign in.
type Door struct {
	Sessions *Sessions
	Users    *Users    // nil: nobody has a password
	Provider *Provider // nil: there is none

	addresses, names limit
	now              func() time.Time
}

// NewDoor makes a door of what there is.
func NewDoor(sessions *Sessions, users *Users, provider *Provider, now func() time.Time) *Door {
	d := &Door{Sessions: sessions, Users: users, now: now,
		addresses: limit{tries: triesByAddress, again: againByAddress}, names: limit{tries: triesByName, again: againByName}}
	if provider != nil {
		d.Through(provider)
	}
	return d
}

// Through has people sign in through a provider, too. Sessions through another one, or by other grants, end.
func (d *Door) Through(p *Provider) {
	d.Provider, d.Sessions.vouched = p, p.Serial()
}

// Allows counts a try from an address.
func (d *Door) Allows(address string) bool { return d.addresses.allows(network(address), d.now()) }

// Password is the user of that name and password. It answers wrong ones alike, and none at once.
func (d *Door) Password(ctx context.Context, address, name, password string) (User, error) {
	answer := time.NewTimer(answerAfter)
	defer answer.Stop()
	user, err := d.try(address, name, password)
	select {
	case <-answer.C:
	case <-ctx.Done():
		return User{}, ctx.Err()
	}
	return user, err
}

func (d *Door) try(address, name, password string) (User, error) {
	// Both are counted, whichever says no.
	from, at := d.Allows(address), d.names.allows(called(name), d.now())
	if !from || !at {
		return User{}, ErrBusy
	}
	if d.Users == nil {
		return User{}, ErrWrong
	}
	user, ok := d.Users.verify(name, password)
	if !ok {
		return User{}, ErrWrong
	}
	return user, nil
}
