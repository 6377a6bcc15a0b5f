package deliver_test

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"log"
	"net"
	"net/http/httptest"
	"net/mail"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"

	"bolyst/internal/deliver"
)

// postOffice is a mail server that can be told to refuse.
type postOffice struct {
	mu       sync.Mutex
	came     []string // the messages that it has taken
	to       []string
	signedIn []string
	mail     func() error // what it answers to MAIL FROM, RCPT TO and to the end of the data
	rcpt     func() error
	data     func(*smtp.Conn) error

	address *net.TCPAddr
	roots   *x509.CertPool
}

// open starts the server: with TLS from the first byte, or after STARTTLS, or without any.
func open(t *testing.T, encryption string) *postOffice {
	t.Helper()
	certified := httptest.NewTLSServer(nil)
	certified.Close()
	o := &postOffice{roots: x509.NewCertPool()}
	o.roots.AddCert(certified.Certificate())
	server := smtp.NewServer(smtp.BackendFunc(func(c *smtp.Conn) (smtp.Session, error) { return &session{postOffice: o, conn: c}, nil }))
	server.ErrorLog = log.New(io.Discard, "", 0)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	o.address = l.Addr().(*net.TCPAddr)
	config := &tls.Config{Certificates: certified.TLS.Certificates}
	switch encryption {
	case deliver.TLS:
		l = tls.NewListener(l, config)
	case deliver.StartTLS:
		server.TLSConfig = config
	}
	go server.Serve(l)
	t.Cleanup(func() { server.Close() })
	return o
}

// by is the way to it.
func (o *postOffice) by(encryption, auth string) deliver.SMTP {
	return deliver.SMTP{Envelope: deliver.Envelope{From: "Traineeordninga <tal@example.no>", To: "leiar@example.no", Attached: []string{".xlsx"}, Now: now},
		Host: "127.0.0.1", Port: o.address.Port, Encryption: encryption, Auth: auth, User: "tal", Roots: o.roots,
		Password: func(context.Context) (string, error) { return "hemmeleg", nil }}
}

type session struct {
	*postOffice
	conn *smtp.Conn
}

func (*session) AuthMechanisms() []string { return []string{"PLAIN", "LOGIN", "XOAUTH2"} }

func (s *session) Auth(how string) (sasl.Server, error) {
	check := func(user, password string) error {
		if user != "tal" || password != "hemmeleg" {
			return smtp.ErrAuthFailed
		}
		s.mu.Lock()
		s.signedIn = append(s.signedIn, how)
		s.mu.Unlock()
		return nil
	}
	switch how {
	case "PLAIN":
		return sasl.NewPlainServer(func(_, user, password string) error { return check(user, password) }), nil
	case "LOGIN":
		return &login{check: check}, nil
	}
	return bearer(check), nil
}

// login asks for the name and then the password, as old servers do.
type login struct {
	user  string
	asked int
	check func(user, password string) error
}

func (l *login) Next(answer []byte) ([]byte, bool, error) {
	l.asked++
	switch l.asked {
	case 1:
		return []byte("Username:"), false, nil
	case 2:
		l.user = string(answer)
		return []byte("Password:"), false, nil
	}
	return nil, true, l.check(l.user, string(answer))
}

// bearer takes a token in the form user=…\x01auth=Bearer …\x01\x01.
type bearer func(user, token string) error

func (b bearer) Next(answer []byte) ([]byte, bool, error) {
	parts := strings.Split(string(answer), "\x01")
	if len(parts) < 2 {
		return nil, true, smtp.ErrAuthFailed
	}
	return nil, true, b(strings.TrimPrefix(parts[0], "user="), strings.TrimPrefix(parts[1], "auth=Bearer "))
}

func (s *session) Mail(string, *smtp.MailOptions) error {
	if s.mail != nil {
		return s.mail()
	}
	return nil
}

func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	if s.rcpt != nil {
		return s.rcpt()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.to = append(s.to, to)
	return nil
}

func (s *session) Data(r io.Reader) error {
	content, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	if s.data != nil {
		if err := s.data(s.conn); err != nil {
			return err
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.came = append(s.came, string(content))
	return nil
}

func (*session) Reset()        {}
func (*session) Logout() error { return nil }

func (o *postOffice) taken() []string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return slices.Clone(o.came)
}

func TestMailArrivesByEachWayOfProtectingItAndSigningIn(t *testing.T) {
	for _, way := range []struct{ encryption, auth, mechanism string }{
		{deliver.StartTLS, deliver.Plain, "PLAIN"},
		{deliver.TLS, deliver.Login, "LOGIN"},
		{deliver.TLS, deliver.XOAuth2, "XOAUTH2"},
		{deliver.StartTLS, "", ""},
		{deliver.Clear, "", ""},
	} {
		t.Run(way.encryption+" "+way.auth, func(t *testing.T) {
			o := open(t, way.encryption)
			receipt, err := o.by(way.encryption, way.auth).Deliver(t.Context(), aParcel(t))
			if err != nil {
				t.Fatal(err)
			}
			came := o.taken()
			if len(came) != 1 || !slices.Equal(o.to, []string{"leiar@example.no"}) {
				t.Fatalf("%d messages to %v", len(came), o.to)
			}
			if way.mechanism != "" && !slices.Contains(o.signedIn, way.mechanism) {
				t.Errorf("signed in by %v, want %s", o.signedIn, way.mechanism)
			}
			m, err := mail.ReadMessage(strings.NewReader(came[0]))
			if err != nil {
				t.Fatal(err)
			}
			for header, want := range map[string]string{"Message-Id": receipt, "Auto-Submitted": "auto-generated", "List-Id": "<board.bolyst.example.no>",
				"To": "<leiar@example.no>", "Date": "Tue, 24 Nov 2026 06:00:00 +0000"} {
				if got := m.Header.Get(header); got != want {
					t.Errorf("%s: got %q, want %q", header, got, want)
				}
			}
			if !strings.HasSuffix(receipt, "@example.no>") {
				t.Errorf("receipt %s", receipt)
			}
		})
	}
}

// Every refusal ends as the code that tells whether to try again, and no address or word of the server is in it.
func TestRefusalsOfTheMailServerSayWhetherToTryAgain(t *testing.T) {
	say := func(code int, a, b, c int) error {
		return &smtp.SMTPError{Code: code, EnhancedCode: smtp.EnhancedCode{a, b, c}, Message: "<leiar@example.no> Kari Nordmann finst ikkje"}
	}
	for _, c := range []struct {
		name      string
		refuse    func(*postOffice)
		want      string
		found     string
		final     bool
		uncertain bool
	}{
		{"greylisted", func(o *postOffice) { o.rcpt = func() error { return say(451, 4, 7, 1) } }, deliver.CodeBusy, "451 4.7.1", false, false},
		{"unknown recipient", func(o *postOffice) { o.rcpt = func() error { return say(550, 5, 1, 1) } }, deliver.CodeRecipient, "550 5.1.1", true, false},
		{"sender not allowed", func(o *postOffice) { o.mail = func() error { return say(553, 5, 7, 1) } }, deliver.CodeSender, "553 5.7.1", true, false},
		{"full for now", func(o *postOffice) { o.data = func(*smtp.Conn) error { return say(452, 4, 3, 1) } }, deliver.CodeBusy, "452 4.3.1", false, false},
		{"too large", func(o *postOffice) { o.data = func(*smtp.Conn) error { return say(552, 5, 3, 4) } }, deliver.CodeRefused, "552 5.3.4", true, false},
		{"cut after the data", func(o *postOffice) {
			o.data = func(c *smtp.Conn) error { c.Conn().Close(); return errors.New("gone") }
		}, deliver.CodeCut, "", false, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := open(t, deliver.StartTLS)
			c.refuse(o)
			_, err := o.by(deliver.StartTLS, deliver.Plain).Deliver(t.Context(), aParcel(t))
			f := faultOf(t, err)
			if f.Code != c.want || f.Found != c.found || f.Final != c.final || f.Uncertain != c.uncertain {
				t.Errorf("got %+v", f)
			}
			if said := f.Error(); strings.Contains(said, "example.no") || strings.Contains(said, "Kari") {
				t.Errorf("the fault says %s", said)
			}
		})
	}
}

func TestMailIsNotSentWithoutTheProtectionThatIsAskedFor(t *testing.T) {
	o := open(t, deliver.Clear)
	_, err := o.by(deliver.StartTLS, "").Deliver(t.Context(), aParcel(t))
	if f := faultOf(t, err); f.Code != deliver.CodeEncryption || !f.Final {
		t.Errorf("no STARTTLS: got %+v", f)
	}
	for _, encryption := range []string{deliver.StartTLS, deliver.TLS} {
		o := open(t, encryption)
		way := o.by(encryption, deliver.Plain)
		way.Roots = x509.NewCertPool()
		_, err := way.Deliver(t.Context(), aParcel(t))
		if f := faultOf(t, err); f.Code != deliver.CodeCertificate || !f.Final {
			t.Errorf("%s, unknown issuer: got %+v", encryption, f)
		}
		if len(o.signedIn)+len(o.taken()) > 0 {
			t.Error("something was sent to a stranger")
		}
	}
}

func TestWrongPasswordIsAFaultThatSomebodyMustMend(t *testing.T) {
	for _, auth := range []string{deliver.Plain, deliver.Login, deliver.XOAuth2} {
		o := open(t, deliver.TLS)
		way := o.by(deliver.TLS, auth)
		way.User = "nokon annan"
		_, err := way.Deliver(t.Context(), aParcel(t))
		if f := faultOf(t, err); f.Code != deliver.CodeSignIn || !f.Final {
			t.Errorf("%s: got %+v", auth, f)
		}
	}
}

func TestStoppedMailDoesNotWaitForTheServer(t *testing.T) {
	o := open(t, deliver.StartTLS)
	ctx, stop := context.WithCancel(t.Context())
	held := make(chan struct{})
	o.data = func(*smtp.Conn) error { stop(); <-held; return nil }
	defer close(held)
	_, err := o.by(deliver.StartTLS, "").Deliver(ctx, aParcel(t))
	if f := faultOf(t, err); !f.Uncertain {
		t.Errorf("got %+v, want that it may have arrived", f)
	}
}

func TestNobodyListeningIsTriedAgain(t *testing.T) {
	o := open(t, deliver.StartTLS)
	way := o.by(deliver.StartTLS, "")
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	way.Port = l.Addr().(*net.TCPAddr).Port
	l.Close()
	_, err = way.Deliver(t.Context(), aParcel(t))
	if f := faultOf(t, err); f.Code != deliver.CodeUnreached || f.Final || f.Uncertain {
		t.Errorf("got %+v", f)
	}
}

// A greeting goes as far as a message would, and takes nothing along.
func TestGreetingSignsInAndSendsNothing(t *testing.T) {
	for _, way := range []struct{ encryption, auth string }{
		{deliver.StartTLS, deliver.Plain}, {deliver.TLS, deliver.Login}, {deliver.TLS, deliver.XOAuth2}, {deliver.StartTLS, ""}, {deliver.Clear, ""},
	} {
		o := open(t, way.encryption)
		if err := o.by(way.encryption, way.auth).Greet(t.Context()); err != nil {
			t.Errorf("%s %s: %v", way.encryption, way.auth, err)
		}
		if len(o.signedIn) > 0 != (way.auth != "") || len(o.taken())+len(o.to) > 0 {
			t.Errorf("%s %s: signed in by %v, %d messages to %v", way.encryption, way.auth, o.signedIn, len(o.taken()), o.to)
		}
	}
}

// What picks up and says nothing, hangs up, or says something else, is not a mail server, and is not waited for.
func TestWhoPicksUpAndIsNoMailServerIsToldFromNobody(t *testing.T) {
	for name, pickUp := range map[string]func(net.Conn){
		"says nothing": func(net.Conn) {},
		"hangs up":     func(c net.Conn) { c.Close() },
		"a web server": func(c net.Conn) { io.WriteString(c, "HTTP/1.1 400 Bad Request\r\n\r\n"); c.Close() },
	} {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		go func() {
			for {
				c, err := l.Accept()
				if err != nil {
					return
				}
				pickUp(c)
			}
		}()
		t.Cleanup(func() { l.Close() })
		for _, encryption := range []string{deliver.StartTLS, deliver.TLS, deliver.Clear} {
			o := &postOffice{address: l.Addr().(*net.TCPAddr)}
			ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
			err := o.by(encryption, "").Greet(ctx)
			cancel()
			if f := faultOf(t, err); f.Code != deliver.CodeSilent || f.Final {
				t.Errorf("%s, %s: got %+v", name, encryption, f)
			}
		}
	}
}

func TestServerThatLetsNobodySignInIsToldSo(t *testing.T) {
	o := open(t, deliver.Clear) // offers it over TLS alone
	if f := faultOf(t, o.by(deliver.Clear, deliver.Plain).Greet(t.Context())); f.Code != deliver.CodeSignIn || !f.Final {
		t.Errorf("got %+v", f)
	}
}
