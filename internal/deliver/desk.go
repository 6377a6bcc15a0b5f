package deliver

import (
	"context"
	"errors"
	"runtime/debug"
	"slices"
	"time"
)

// An Order is one delivery that is to be made.
type Order struct {
	Key
	Audience string
	Target   func() (Target, error) // with its secrets, which may be missing
	Parcel   func() (Parcel, error)
}

// A Desk makes deliveries, one at a time.
type Desk struct {
	Ledger *Ledger
	Now    func() time.Time
	// Ended, if not nil, is told how each attempt ended, and of an error why.
	Ended func(Entry, error)
}

// patience is how long after each attempt the next one comes. After the last there is none.
var patience = []time.Duration{time.Minute, 5 * time.Minute, 15 * time.Minute, time.Hour, 3 * time.Hour, 6 * time.Hour, 12 * time.Hour}

// longest is what one attempt may take.
const longest = 10 * time.Minute

// Round delivers what is due of the orders, which are all that there is to deliver now: what else was begun is replaced. By
// hand, it also tries what waits or is given up. What fails is in the ledger and is no error; an error is that of the ledger,
// or of the context.
func (d Desk) Round(ctx context.Context, orders []Order, byHand bool) error {
	if err := d.Ledger.flush(); err != nil {
		return err
	}
	for _, e := range d.Ledger.Entries() {
		if e.open() && !slices.ContainsFunc(orders, func(o Order) bool { return o.Key == e.Key }) {
			if err := d.end(Entry{Key: e.Key, Audience: e.Audience, State: Replaced, Reason: codeReplaced, Attempt: e.Attempt, Doubtful: e.Doubtful || e.State == Trying}, nil); err != nil {
				return err
			}
		}
	}
	for _, o := range orders {
		if err := ctx.Err(); err != nil {
			return err
		}
		if last, _ := d.Ledger.Last(o.Key); d.due(last, byHand) {
			if err := d.try(ctx, o, last, byHand); err != nil {
				return err
			}
		}
	}
	return nil
}

// due tells whether a delivery is tried now. A clock that was set back does not make anyone wait longer than they would have.
func (d Desk) due(last Entry, byHand bool) bool {
	wait := last.Again.Sub(d.Now())
	switch {
	case last.State == Delivered:
		return false
	case last.State != Failed || byHand:
		return true
	case last.GivenUp():
		return false
	}
	return wait <= 0 || wait > patience[len(patience)-1]
}

// try makes one attempt.
func (d Desk) try(ctx context.Context, o Order, last Entry, byHand bool) error {
	e := Entry{Key: o.Key, Audience: o.Audience, State: Trying, Attempt: last.Attempt + 1, Doubtful: last.Doubtful || last.State == Trying}
	if last.GivenUp() && byHand {
		e.Attempt = 1 // patience begins anew
	}
	if last.Reason == codeStopped {
		e.Attempt = last.Attempt
	}
	target, err := o.Target()
	message := err == nil && !target.Once()
	if err == nil && !message {
		e.Doubtful = false
	}
	var parcel Parcel
	if err == nil {
		parcel, err = o.Parcel()
		parcel.Key, parcel.Audience, parcel.Doubtful = o.Key, o.Audience, e.Doubtful
	}
	if last.State == Trying && e.Attempt > len(patience)+1 {
		err = &Fault{Code: codeCutShort, Final: true} // it kills the program each time
	}
	e.At = d.Now().UTC()
	if err := d.Ledger.record(e); err != nil {
		return err
	}
	if err == nil {
		e.Receipt, err = attempt(ctx, target, parcel)
	}
	if err == nil {
		e.State = Delivered
		return d.end(e, nil)
	}
	f, known := errors.AsType[*Fault](err)
	switch {
	case known:
	case ctx.Err() != nil:
		f = &Fault{Code: codeStopped, Uncertain: true}
	default:
		f = &Fault{Code: CodeWords, err: err} // it never came as far as the target
	}
	e.State, e.Reason, e.Receipt = Failed, f.Code, ""
	e.Doubtful = e.Doubtful || f.Uncertain && message
	switch next := e.Attempt - 1; {
	case f.Code == codeStopped:
		e.Again = d.Now().UTC()
	case !f.Final && next < len(patience):
		e.Again = d.Now().UTC().Add(patience[next])
	}
	return d.end(e, err)
}

// end records how a delivery stands, and tells of it.
func (d Desk) end(e Entry, why error) error {
	e.At = d.Now().UTC()
	if err := d.Ledger.record(e); err != nil {
		return err
	}
	if d.Ended != nil {
		d.Ended(e, why)
	}
	return nil
}

// attempt delivers; a panic is a failure like any other. What it says is not kept, since it may hold anything.
func attempt(ctx context.Context, t Target, p Parcel) (receipt string, err error) {
	ctx, cancel := context.WithTimeout(ctx, longest)
	defer cancel()
	defer func() {
		if recover() != nil {
			err = &Fault{Code: CodePanic, Uncertain: true, err: stack(debug.Stack())}
		}
	}()
	return t.Deliver(ctx, p)
}
