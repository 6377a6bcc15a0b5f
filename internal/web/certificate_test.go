package web_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/json"
	"encoding/pem"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"testing"
	"time"

	"bolyst/internal/web"
)

func encode(t *testing.T, content any) []byte {
	t.Helper()
	text, err := json.Marshal(content)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// writeCertificate writes a certificate of that name.
func writeCertificate(t *testing.T, folder, name string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: name}, NotAfter: time.Now().Add(time.Hour), DNSNames: []string{name}}
	cert, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	for file, block := range map[string]*pem.Block{"cert.pem": {Type: "CERTIFICATE", Bytes: cert}, "key.pem": {Type: "PRIVATE KEY", Bytes: secret}} {
		if err := os.WriteFile(filepath.Join(folder, file), pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func TestRenewedCertificateIsUsedWithoutARestart(t *testing.T) {
	folder := t.TempDir()
	writeCertificate(t, folder, "first.example.no")
	certificate, err := web.OpenCertificate(filepath.Join(folder, "cert.pem"), filepath.Join(folder, "key.pem"))
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- web.ServeGuarded(ctx, listener, http.NotFoundHandler(), certificate) }()
	shown := func() string {
		conn, err := tls.Dial("tcp", listener.Addr().String(), &tls.Config{InsecureSkipVerify: true})
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		return conn.ConnectionState().PeerCertificates[0].Subject.CommonName
	}
	if got := shown(); got != "first.example.no" {
		t.Errorf("got %s", got)
	}
	writeCertificate(t, folder, "second.example.no")
	if got := shown(); got != "second.example.no" {
		t.Errorf("renewed: got %s", got)
	}
	if err := os.WriteFile(filepath.Join(folder, "key.pem"), []byte("half a"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := shown(); got != "second.example.no" {
		t.Errorf("while it is renewed: got %s", got)
	}
	if _, err := tls.Dial("tcp", listener.Addr().String(), &tls.Config{InsecureSkipVerify: true, MaxVersion: tls.VersionTLS11}); err == nil {
		t.Error("speaks TLS 1.1")
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if _, err := web.OpenCertificate(filepath.Join(folder, "cert.pem"), filepath.Join(folder, "key.pem")); err == nil {
		t.Error("files that do not fit: got no error")
	}
}
