package deliver

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/textproto"
	"strings"
	"sync"

	"github.com/wneessen/go-mail"
	"github.com/wneessen/go-mail/smtp"
)

// conversation is one with a mail server that has greeted, and accepted who we are.
type conversation struct {
	client *mail.Client
	with   *smtp.Client
	line   *dialled
	forget func() bool
}

// open begins a conversation, protected as is asked for.
func (s SMTP) open(ctx context.Context, from string) (*conversation, error) {
	options := []mail.Option{mail.WithPort(s.Port), mail.WithTimeout(perCommand), mail.WithoutNoop(), mail.WithHELO(domainOf(from)),
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
			return nil, err
		}
		how := map[string]mail.SMTPAuthType{Plain: mail.SMTPAuthPlain, Login: mail.SMTPAuthLogin, XOAuth2: mail.SMTPAuthXOAUTH2}[s.Auth]
		options = append(options, mail.WithSMTPAuth(how), mail.WithUsername(s.User), mail.WithPassword(secret))
	}
	client, err := mail.NewClient(s.Host, options...)
	if err != nil {
		return nil, &Fault{Code: CodeUnreached, Asked: s.Host, Final: true}
	}
	forget := context.AfterFunc(ctx, line.close) // the library waits for each answer; a stop does not wait with it
	with, err := client.DialToSMTPClientWithContext(ctx)
	if err != nil {
		forget()
		line.close()
		return nil, s.unreached(ctx, line.pickedUp(), err)
	}
	return &conversation{client, with, line, forget}, nil
}

// quit takes leave. What the server says to that matters to nobody.
func (c *conversation) quit() { c.client.CloseWithSMTPClient(c.with) }

func (c *conversation) close() {
	c.forget()
	c.line.close()
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

func (d *dialled) pickedUp() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.connection != nil
}

func (d *dialled) close() {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.connection != nil {
		d.connection.Close()
	}
}

// unreached is why there is no conversation. Nothing has been sent.
func (s SMTP) unreached(ctx context.Context, picksUp bool, err error) error {
	if errors.Is(ctx.Err(), context.Canceled) {
		return &Fault{Code: codeStopped, Asked: s.Host}
	}
	f := &Fault{Code: CodeUnreached, Asked: s.Host, err: err}
	if picksUp {
		f.Code = CodeSilent
	}
	var untrusted *tls.CertificateVerificationError
	code := answerCode(err)
	switch {
	case errors.As(err, &untrusted):
		f.Code, f.Final = CodeCertificate, true
	case code >= 500 && s.Auth == "": // before anybody has said who he is
		f.Code, f.Found, f.Final = CodeRefused, fmt.Sprint(code), true
	case code >= 500:
		f.Code, f.Found, f.Final = CodeSignIn, fmt.Sprint(code), true
	case code >= 400:
		f.Code, f.Found = CodeBusy, fmt.Sprint(code)
	case errors.Is(err, mail.ErrPlainAuthNotSupported), errors.Is(err, mail.ErrLoginAuthNotSupported), errors.Is(err, mail.ErrXOauth2AuthNotSupported),
		strings.Contains(err.Error(), "does not support SMTP AUTH"): // the library has no name for it, nor for the next
		f.Code, f.Final = CodeSignIn, true
	case s.Encryption == StartTLS && strings.Contains(err.Error(), "does not support STARTTLS"):
		f.Code, f.Final = CodeEncryption, true
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
