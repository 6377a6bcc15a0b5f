package deliver

import (
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	netmail "net/mail"
	"time"

	"github.com/wneessen/go-mail"
)

// How the connection to a mail server is protected.
const (
	StartTLS = "starttls" // begins in the clear, and goes over to TLS or ends
	TLS      = "tls"      // TLS from the first byte
	Clear    = "none"     // not at all: for a server on this machine or in this house, without a password
)

// How one signs in to a mail server.
const (
	Plain   = "plain"
	Login   = "login"
	XOAuth2 = "xoauth2"
)

// SMTP sends by a mail server.
type SMTP struct {
	Envelope
	Host       string
	Port       int
	Encryption string // StartTLS, TLS or Clear
	Auth       string // Plain, Login, XOAuth2; "": nobody signs in
	User       string
	Password   func(context.Context) (string, error) // or the token of XOAuth2
	Roots      *x509.CertPool                        // issuers of certificates to trust; nil: the system's
}

// perCommand is how long the server may take for one answer.
const perCommand = time.Minute

// Once is false: a mail that is sent twice comes twice.
func (SMTP) Once() bool { return false }

// Deliver sends the message, and takes the server's word for it.
func (s SMTP) Deliver(ctx context.Context, p Parcel) (string, error) {
	m, err := s.message(ctx, p)
	if err != nil {
		return "", err
	}
	talk, err := s.open(ctx, m.GetFrom()[0].Address)
	if err != nil {
		return "", err
	}
	defer talk.close()
	err = talk.client.SendWithSMTPClient(talk.with, m)
	if !m.IsDelivered() { // what the server says after it has taken the message matters to nobody
		return "", s.refused(ctx, err)
	}
	talk.quit()
	return m.GetMessageID(), nil
}

// Greet does all that comes before a message, signs in too, and takes its leave: nothing is sent. How long it may take is the
// context's.
func (s SMTP) Greet(ctx context.Context) error {
	from, err := netmail.ParseAddress(s.From)
	if err != nil {
		return &Fault{Code: CodeSender, Final: true}
	}
	talk, err := s.open(ctx, from.Address)
	if err != nil {
		return err
	}
	defer talk.close()
	talk.quit()
	return nil
}

// refused is what the server said of the message, or that the connection broke while it was on its way.
func (s SMTP) refused(ctx context.Context, err error) error {
	f := &Fault{Code: CodeCut, Asked: s.Host, err: err}
	said, is := errors.AsType[*mail.SendError](err)
	if !is {
		f.Uncertain = true
		return f
	}
	code := said.ErrorCode()
	f.Found = fmt.Sprint(code)
	if enhanced := said.EnhancedStatusCode(); enhanced != "" {
		f.Found += " " + enhanced
	}
	switch {
	case code < 400: // no answer: until the end of the data has been sent, nothing can have arrived
		f.Found, f.Code = "", CodeUnreached
		if said.Reason == mail.ErrSMTPDataClose {
			f.Code, f.Uncertain = CodeCut, true
		}
		if ctx.Err() != nil {
			f.Code = codeStopped
		}
	case code < 500:
		f.Code = CodeBusy
	case said.Reason == mail.ErrSMTPRcptTo:
		f.Code, f.Final = CodeRecipient, true
	case said.Reason == mail.ErrSMTPMailFrom:
		f.Code, f.Final = CodeSender, true
	default:
		f.Code, f.Final = CodeRefused, true
	}
	return f
}
