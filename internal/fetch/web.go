package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

// Web is how the hosts of the web are reached: directly, by HTTPS, without the
// proxies that the environment may name. The zero value reaches public
// addresses and trusts whom the system trusts.
type Web struct {
	Allow []string       // hosts, as addresses name them, that may be private or on this machine
	Roots *x509.CertPool // issuers of certificates to trust; nil: the system's

	resolver *net.Resolver // nil: the system's
}

// mostRedirects are followed before we give up.
const mostRedirects = 3

// Client speaks HTTP/1.1 to the hosts that may be reached, and decides nothing by itself: not on redirects, which
// open follows, and not on compression, which body undoes and counts.
func (w Web) Client() *http.Client {
	return &http.Client{
		Transport: &http.Transport{
			DialContext:            w.dial,
			TLSClientConfig:        &tls.Config{RootCAs: w.Roots, MinVersion: tls.VersionTLS12},
			TLSHandshakeTimeout:    15 * time.Second,
			ResponseHeaderTimeout:  2 * time.Minute, // some make the file only now
			MaxResponseHeaderBytes: 1 << 16,
			DisableCompression:     true,
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// request is one question to a web server.
type request struct {
	address *url.URL
	open    http.Header // may be shown to anybody
	secret  http.Header // is sent to the host of the address, and to no other
}

// address reads an address of the configuration.
func address(text string) (*url.URL, error) {
	u, err := url.Parse(text)
	if err != nil || !askable(u) {
		return nil, &Fault{Code: CodeURL} // the text may hold a password
	}
	return u, nil
}

func askable(u *url.URL) bool { return u.Scheme == "https" && u.Hostname() != "" && u.User == nil }

// ask sends the question and follows at most three redirects. The answer is one
// of 200 and 304; its body is the caller's to close.
func (w Web) ask(ctx context.Context, client *http.Client, r request) (*http.Response, error) {
	for at, redirects := r.address, 0; ; redirects++ {
		answer, err := r.send(ctx, client, at)
		if err != nil {
			return nil, err
		}
		if answer.StatusCode == http.StatusOK || answer.StatusCode == http.StatusNotModified {
			return answer, nil
		}
		finish(answer)
		next, err := redirect(answer)
		switch {
		case err != nil:
			return nil, err
		case next == nil:
			return nil, status(at.Host, answer)
		case redirects == mostRedirects:
			return nil, &Fault{Code: CodeRedirects, Asked: r.address.Host, Allowed: strconv.Itoa(mostRedirects)}
		}
		at = next
	}
}

func (r request) send(ctx context.Context, client *http.Client, at *url.URL) (*http.Response, error) {
	q, err := http.NewRequestWithContext(ctx, http.MethodGet, at.String(), nil)
	if err != nil {
		return nil, &Fault{Code: CodeURL}
	}
	q.Header.Set("User-Agent", "bolyst")
	q.Header.Set("Accept-Encoding", "gzip")
	for name, values := range r.open {
		q.Header[name] = values
	}
	// net/http would carry a header of our own to any host, and Authorization
	// to any host below the first; here the host must be the same, port and all.
	if at.Host == r.address.Host {
		for name, values := range r.secret {
			q.Header[name] = values
		}
	}
	answer, err := client.Do(q)
	if err != nil {
		return nil, unreached(ctx, at.Host, err)
	}
	return answer, nil
}

// redirect is where an answer points, or nil when it points nowhere.
func redirect(answer *http.Response) (*url.URL, error) {
	switch answer.StatusCode {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
	default:
		return nil, nil
	}
	next, err := answer.Location()
	if err != nil {
		return nil, nil // a redirect to nowhere is a strange status, no more
	}
	if !askable(next) {
		return nil, &Fault{Code: CodeRedirect, Asked: answer.Request.URL.Host, Found: clean(next.Scheme + "://" + next.Host)}
	}
	return next, nil
}

// finish reads the rest of a short body, so that the connection can be used again.
func finish(answer *http.Response) {
	_, _ = io.CopyN(io.Discard, answer.Body, 1<<16)
	_ = answer.Body.Close()
}
