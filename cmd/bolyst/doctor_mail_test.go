package main

import (
	"crypto/tls"
	"encoding/pem"
	"fmt"
	"io"
	"log"
	"net"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
)

// guardedPost is a mail server with STARTTLS that only "tall" with the right password may use.
type guardedPost struct{ postOffice }

func (o *guardedPost) NewSession(*smtp.Conn) (smtp.Session, error) {
	return &guardedSession{postSession{postOffice: &o.postOffice}}, nil
}

type guardedSession struct{ postSession }

func (*guardedSession) AuthMechanisms() []string { return []string{"PLAIN"} }

func (*guardedSession) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, user, password string) error {
		if user != "tall" || password != "hemmelig" {
			return smtp.ErrAuthFailed
		}
		return nil
	}), nil
}

// openGuarded starts the server, and returns its port and the file of its certificate.
func openGuarded(t *testing.T) (o *guardedPost, port int, certificate string) {
	t.Helper()
	certified := httptest.NewTLSServer(nil)
	certified.Close()
	certificate = filepath.Join(t.TempDir(), "ca.pem")
	block := &pem.Block{Type: "CERTIFICATE", Bytes: certified.Certificate().Raw}
	if err := os.WriteFile(certificate, pem.EncodeToMemory(block), 0o600); err != nil {
		t.Fatal(err)
	}
	o = &guardedPost{postOffice{came: map[string][]string{}}}
	server := smtp.NewServer(o)
	server.ErrorLog = log.New(io.Discard, "", 0)
	server.TLSConfig = &tls.Config{Certificates: certified.TLS.Certificates}
	l := listening(t)
	go server.Serve(l)
	t.Cleanup(func() { server.Close() })
	return o, portOf(l), certificate
}

func listening(t *testing.T) net.Listener {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

func portOf(l net.Listener) int { return l.Addr().(*net.TCPAddr).Port }

// mailing is a folder with a target for each of these mail servers.
func mailing(t *testing.T, servers map[string]string) trial {
	t.Helper()
	tr := trial{folder: t.TempDir()}
	config := `name: Prøve
programmes: [{id: kom, name: KOM, started: 2024, region: [{kommune: "1505", from: 2006-01-01}]}]
deliver:
`
	for id, server := range servers {
		config += fmt.Sprintf("  - {id: %s, audience: board, mail: {from: tall@example.no, smtp: {%s}, recipients: [{id: chair, address: leder@example.no}]}}\n", id, server)
	}
	for file, content := range map[string]string{"bolyst.yaml": config, "right": "hemmelig\n", "wrong": "feil\n"} {
		if err := os.WriteFile(filepath.Join(tr.folder, file), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return tr
}

// Somebody who picks up is no mail server yet: it must greet, encrypt and let us in, and gets nothing.
func TestDoctorGreetsTheMailServerAsADeliveryWouldAndSendsNothing(t *testing.T) {
	o, port, certificate := openGuarded(t)
	_, open := openPost(t)
	gone := listening(t)
	gone.Close()
	tr := mailing(t, map[string]string{
		"fine":     fmt.Sprintf("host: 127.0.0.1, port: %d, user: tall, password: {file: right}", port),
		"password": fmt.Sprintf("host: 127.0.0.1, port: %d, user: tall, password: {file: wrong}", port),
		"secret":   fmt.Sprintf("host: 127.0.0.1, port: %d, user: tall, password: {file: none}", port),
		"name":     fmt.Sprintf("host: localhost, port: %d", port), // the certificate is for the address
		"encrypt":  fmt.Sprintf("host: 127.0.0.1, port: %d", open),
		"clear":    fmt.Sprintf("host: 127.0.0.1, port: %d, tls: none", open),
		"gone":     fmt.Sprintf("host: 127.0.0.1, port: %d", portOf(gone)),
	})
	doctor := tr.program(t, "bolyst", "doctor")
	doctor.Env = append(doctor.Env, "SSL_CERT_FILE="+certificate, "BOLYST_LANG=nb")
	said, _ := doctor.CombinedOutput()
	for _, want := range []string{
		"ok    mottaker        fine svarer",
		"ok    mottaker        clear svarer",
		fmt.Sprintf("feil  mottaker        password: innloggingen ble ikke godtatt (127.0.0.1:%d: 535); se om brukeren og passordet er rette", port),
		fmt.Sprintf("feil  mottaker        secret: hemmeligheten mangler eller kan ikke brukes (127.0.0.1:%d); se om filen", port),
		fmt.Sprintf("feil  mottaker        name: sertifikatet er ikke til å stole på (localhost:%d); se om host er navnet", port),
		fmt.Sprintf("feil  mottaker        encrypt: tjeneren krypterer ikke (127.0.0.1:%d); skriv tls: tls", open),
		fmt.Sprintf("feil  mottaker        gone: ingen svarte (127.0.0.1:%d); se om adressen og porten er rette", portOf(gone)),
	} {
		if !strings.Contains(string(said), want) {
			t.Errorf("doctor does not say %q:\n%s", want, said)
		}
	}
	if len(o.came) > 0 {
		t.Errorf("something was sent: %v", o.came)
	}
}

func TestDoctorDoesNotWaitForAMailServerThatSaysNothing(t *testing.T) {
	l := listening(t) // the system picks up
	tr := mailing(t, map[string]string{"mute": fmt.Sprintf("host: 127.0.0.1, port: %d", portOf(l))})
	c := &console{out: io.Discard, err: io.Discard, config: filepath.Join(tr.folder, "bolyst.yaml"), now: scriptClock}
	in, err := c.configured(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for language, want := range map[Language]string{
		"nb": "mute: noen tar imot, men svarer ikke som en e-posttjener (127.0.0.1:%d); se om porten er rett",
		"nn": "mute: nokon tek imot, men svarer ikkje som ein e-posttenar (127.0.0.1:%d); sjå om porten er rett",
		"en": "mute: somebody picks up, but does not answer as a mail server does (127.0.0.1:%d); see whether the port is right",
	} {
		d := &doctor{world: c, installation: in, language: language, patience: 100 * time.Millisecond}
		d.targets(t.Context())
		if got := d.findings[0]; got.State != faulty || !strings.HasPrefix(got.Text, fmt.Sprintf(want, portOf(l))) {
			t.Errorf("got %+v", got)
		}
	}
}
