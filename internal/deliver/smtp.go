package deliver

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/textproto"
	"strings"
	"sync"
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
	options := []mail.Option{mail.WithPort(s.Port), mail.WithTimeout(perCommand), mail.WithoutNoop(), mail.WithHELO(domainOf(m.GetFrom()[0].Address)),
		mail.WithTLSConfig(s.tls())}
	line := &dialled{tls: s.tls()}
	options = append(options, mail.WithDialContextFunc(line.dial))
	switch s.Encryption {
	case TLS:
		line.encrypts = true
		options = append(options, mail.WithSSL())
	case Clear:
		options = append(options, mail.WithTLSPolicy(mail.NoTLS))
	default:
		options = append(options, mail.WithTLSPolicy(mail.TLSMandatory))
	}
	if s.Auth != "" {
		secret, err := s.Password(ctx)
		if err != nil {
			return "", err
		}
		how := map[string]mail.SMTPAuthType{Plain: mail.SMTPAuthPlain, Login: mail.SMTPAuthLogin, XOAuth2: mail.SMTPAuthXOAUTH2}[s.Auth]
		options = append(options, mail.WithSMTPAuth(how), mail.WithUsername(s.User), mail.WithPassword(secret))
	}
	client, err := mail.NewClient(s.Host, options...)
	if err != nil {
		return "", &Fault{Code: CodeUnreached, Asked: s.Host, Final: true}
	}
	defer line.close()
	defer context.AfterFunc(ctx, line.close)() // the library waits for each answer; a stop does not wait with it
	conversation, err := client.DialToSMTPClientWithContext(ctx)
	if err != nil {
		return "", s.unreached(ctx, err)
	}
	err = client.SendWithSMTPClient(conversation, m)
	if !m.IsDelivered() { // what the server says after it has taken the message matters to nobody
		return "", s.refused(ctx, err)
	}
	client.CloseWithSMTPClient(conversation)
	return m.GetMessageID(), nil
}

func (s SMTP) tls() *tls.Config {
	return &tls.Config{ServerName: s.Host, RootCAs: s.Roots, MinVersion: tls.VersionTLS12}
}

// dialled keeps hold of the connection, which the library leaves open when it cannot use it.
type dialled struct {
	tls      *tls.Config
	encrypts bool

	mu         sync.Mutex
	connection net.Conn
}

func (d *dialled) dial(ctx context.Context, network, address string) (net.Conn, error) {
	c, err := (&net.Dialer{}).DialContext(ctx, network, address)
	if err != nil {
		return nil, err
	}
	d.mu.Lock()
	d.connection = c
	d.mu.Unlock()
	if d.encrypts {
		return tls.Client(c, d.tls), nil // the handshake comes with the first word
	}
	return c, nil
}

func (d *dialled) close() {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.connection != nil {
		d.connection.Close()
	}
}

// unreached is why there is no conversation. Nothing has been sent.
func (s SMTP) unreached(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return &Fault{Code: codeStopped, Asked: s.Host}
	}
	f := &Fault{Code: CodeUnreached, Asked: s.Host, err: err}
	var untrusted *tls.CertificateVerificationError
	code := answerCode(err)
	switch {
	case errors.As(err, &untrusted):
		f.Code, f.Final = CodeCertificate, true
	case code >= 500:
		f.Code, f.Found, f.Final = CodeSignIn, fmt.Sprint(code), true
	case code >= 400:
		f.Code, f.Found = CodeBusy, fmt.Sprint(code)
	case errors.Is(err, mail.ErrPlainAuthNotSupported), errors.Is(err, mail.ErrLoginAuthNotSupported), errors.Is(err, mail.ErrXOauth2AuthNotSupported):
		f.Code, f.Final = CodeSignIn, true
	case s.Encryption == StartTLS && strings.Contains(err.Error(), "does not support STARTTLS"): // the library has no name for it
		f.Code, f.Final = CodeEncryption, true
	}
	return f
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

// answerCode is the code that the server answered with, 0 when it did not answer.
func answerCode(err error) int {
	if said, is := errors.AsType[*textproto.Error](err); is {
		return said.Code
	}
	return 0
}
