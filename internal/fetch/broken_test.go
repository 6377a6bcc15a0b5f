package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"
)

func TestTransferThatIsCutKeepsNothing(t *testing.T) {
	packed := pack(t, strings.Repeat("1;2009;Kvinne\n", 1000))
	cases := []struct {
		name, answer   string
		found, allowed string
	}{
		{"at byte 5 of 100", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n12345", "5", "100"},
		{"before the first byte", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n", "0", "100"},
		{"in a chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\n12345", "5", ""},
		{"between chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n", "5", ""},
		{"in a packed file", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + strconv.Itoa(len(packed)) + "\r\n\r\n" + string(packed[:40]), "40", strconv.Itoa(len(packed))},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			address, web := serveRaw(t, func(conn net.Conn) {
				_, _ = io.WriteString(conn, c.answer)
				_ = conn.(*tls.Conn).NetConn().Close() // the line is cut, nobody hangs up
			})
			folder := private(t)
			_, err := HTTPS{URL: address, Web: web, Sleep: noSleep}.Fetch(context.Background(), folder, State{})
			f := wantFault(t, err, CodeCut, folder)
			if f.Found != c.found || f.Allowed != c.allowed || f.Tries != 4 {
				t.Errorf("got byte %s of %s after %d tries, want %s of %s after 4", f.Found, f.Allowed, f.Tries, c.found, c.allowed)
			}
		})
	}
}

func TestEndThatCouldBeACutIsRefused(t *testing.T) {
	address, web := serveRaw(t, func(conn net.Conn) {
		_, _ = io.WriteString(conn, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\na;b\n1;2\n")
	})
	folder := private(t)
	_, err := HTTPS{URL: address, Web: web}.Fetch(context.Background(), folder, State{})
	wantFault(t, err, CodeOpenEnd, folder)
}

func TestCutAtEveryByteIsNoticed(t *testing.T) {
	const body = "Søknadsnr;Kull\n1;2009\n"
	answer := "HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nContent-Length: " + strconv.Itoa(len(body)) + "\r\n\r\n" + body
	n := 0
	address, web := serveRaw(t, func(conn net.Conn) { _, _ = io.WriteString(conn, answer[:n]) })
	for n = range answer {
		folder := private(t)
		_, err := HTTPS{URL: address, Web: web, Limits: Limits{Tries: 1}}.Fetch(context.Background(), folder, State{})
		want := CodeCut
		if n < len(answer)-len(body) {
			want = CodeConnection
		}
		wantFault(t, err, want, folder)
	}
	n = len(answer)
	if _, err := (HTTPS{URL: address, Web: web}).Fetch(context.Background(), private(t), State{}); err != nil {
		t.Errorf("the whole answer: %v", err)
	}
}

func TestSlowServerHasOnlyItsTime(t *testing.T) {
	cases := []struct {
		name    string
		handler http.HandlerFunc
	}{
		{"no answer", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }},
		{"byte by byte", func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				_, _ = io.WriteString(w, ".")
				_ = http.NewResponseController(w).Flush()
				time.Sleep(time.Millisecond)
			}
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			server, web := serve(t, c.handler)
			folder := private(t)
			began := time.Now()
			_, err := HTTPS{URL: server.URL, Web: web, Limits: Limits{Time: 150 * time.Millisecond}}.Fetch(context.Background(), folder, State{})
			if f := wantFault(t, err, CodeTime, folder); f.Allowed != "150 ms" {
				t.Errorf("got %q, want 150 ms", f.Allowed)
			}
			if took := time.Since(began); took > 5*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}

func TestPackedFileIsUnpacked(t *testing.T) {
	const content = "a;b\n1;2\n"
	cases := []struct {
		name, path, encoding string
		body                 []byte
	}{
		{"in transfer", "/a.csv", "gzip", pack(t, content)},
		{"as a file", "/a.csv.gz", "", pack(t, content)},
		{"as a file, called a transfer", "/a.csv.gz", "gzip", pack(t, content)},
		{"as both", "/a.csv.gz", "x-gzip", pack(t, string(pack(t, content)))},
		{"not at all", "/a.csv", "identity", []byte(content)},
	}
	for _, c := range cases {
		server, web := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			if c.encoding != "" {
				w.Header().Set("Content-Encoding", c.encoding)
			}
			_, _ = w.Write(c.body)
		})
		file, err := HTTPS{URL: server.URL + c.path, Web: web}.Fetch(context.Background(), private(t), State{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		wantContent(t, file, content)
		if file.Name != "a.csv" {
			t.Errorf("%s: got the name %s, want a.csv", c.name, file.Name)
		}
	}
}

func TestWhatIsNotAnHonestFileIsRefused(t *testing.T) {
	bomb := pack(t, strings.Repeat("0", 200<<20))
	damaged := pack(t, strings.Repeat("1;2009\n", 1000))
	damaged[len(damaged)/2] ^= 0xff
	wrongSum := pack(t, "a;b\n")
	wrongSum[len(wrongSum)-6] ^= 0xff
	cases := []struct {
		name, encoding string
		body           []byte
		limits         Limits
		code           string
	}{
		{"gzip bomb", "gzip", bomb, Limits{}, CodeUnpacked},
		{"more than the limit, said beforehand", "", []byte("12345678901"), Limits{Bytes: 10}, CodeLarge},
		{"more than the limit, unpacked", "gzip", pack(t, strings.Repeat("1;2\n", 100)), Limits{Bytes: 200}, CodeLarge},
		{"damaged", "gzip", damaged, Limits{}, CodeDamaged},
		{"wrong checksum", "gzip", wrongSum, Limits{}, CodeDamaged},
		{"half a packed file", "gzip", damaged[:30], Limits{}, CodeDamaged},
		{"not packed at all", "gzip", []byte("a;b\n"), Limits{}, CodeDamaged},
		{"unknown packing", "br", []byte("a;b\n"), Limits{}, CodeEncoding},
		{"page to sign in", "", []byte("\ufeff\n<!DOCTYPE html><title>Logg inn</title>"), Limits{}, CodeWebPage},
		{"page, packed", "gzip", pack(t, "<HTML><body>"), Limits{}, CodeWebPage},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			server, web := serve(t, func(w http.ResponseWriter, _ *http.Request) {
				if c.encoding != "" {
					w.Header().Set("Content-Encoding", c.encoding)
				}
				_, _ = w.Write(c.body)
			})
			folder := private(t)
			_, err := HTTPS{URL: server.URL + "/" + canary, Web: web, Limits: c.limits}.Fetch(context.Background(), folder, State{})
			wantFault(t, err, c.code, folder)
		})
	}
}

func TestEndlessBodyStopsAtTheLimit(t *testing.T) {
	server, web := serve(t, func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			if _, err := w.Write(bytes.Repeat([]byte("1;2009\n"), 1000)); err != nil {
				return
			}
		}
	})
	folder := private(t)
	_, err := HTTPS{URL: server.URL, Web: web, Limits: Limits{Bytes: 1 << 20}}.Fetch(context.Background(), folder, State{})
	wantFault(t, err, CodeLarge, folder)
}

func TestTableSentAsHTMLIsATable(t *testing.T) {
	server, web := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8") // what many write when they do not say
		_, _ = io.WriteString(w, "a;b\n<html>;2\n")
	})
	if _, err := (HTTPS{URL: server.URL, Web: web}).Fetch(context.Background(), private(t), State{}); err != nil {
		t.Error(err)
	}
}

func TestServerWithoutGoodTLSIsNotAsked(t *testing.T) {
	good, trusting := serve(t, func(http.ResponseWriter, *http.Request) {})
	_, port, _ := strings.Cut(strings.TrimPrefix(good.URL, "https://"), ":")
	plain := httptest.NewServer(good.Config.Handler)
	defer plain.Close()
	gone := httptest.NewServer(nil)
	gone.Close()
	old, oldRoots := expired(t)
	cases := []struct {
		name, address string
		web           Web
		code          string
	}{
		{"issuer unknown", good.URL, Web{Allow: []string{"127.0.0.1"}}, CodeCertificate},
		{"another host's certificate", "https://annen.example:" + port, Web{Allow: []string{"annen.example"}, Roots: trusting.Roots, resolver: lookUps(t, "127.0.0.1")}, CodeCertificateName},
		{"certificate expired", "https://" + old, Web{Allow: []string{"127.0.0.1"}, Roots: oldRoots}, CodeCertificateExpired},
		{"no TLS", strings.Replace(plain.URL, "http:", "https:", 1), trusting, CodeTLS},
		{"nobody there", strings.Replace(gone.URL, "http:", "https:", 1), trusting, CodeConnection},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			folder := private(t)
			_, err := HTTPS{URL: c.address + "/?" + canary, Token: canary, Web: c.web, Sleep: noSleep}.Fetch(context.Background(), folder, State{})
			wantFault(t, err, c.code, folder)
		})
	}
}

func pack(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// expired starts a server whose certificate ended yesterday.
func expired(t *testing.T) (address string, roots *x509.CertPool) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	made := &x509.Certificate{
		SerialNumber: big.NewInt(1), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		NotBefore: time.Now().AddDate(-1, 0, 0), NotAfter: time.Now().AddDate(0, 0, -1),
		IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, made, made, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	certificate, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	roots = x509.NewCertPool()
	roots.AddCert(certificate)
	server := httptest.NewUnstartedServer(nil)
	server.Config.ErrorLog = quiet
	server.TLS = &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}}
	server.StartTLS()
	t.Cleanup(server.Close)
	return strings.TrimPrefix(server.URL, "https://"), roots
}
