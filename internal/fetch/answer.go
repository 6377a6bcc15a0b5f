package fetch

import (
	"cmp"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"net/http"
	"strconv"
	"time"
)

// status is the fault behind an answer that is not the file.
func status(host string, answer *http.Response) *Fault {
	f := &Fault{Code: CodeStatus, Asked: host, Found: "HTTP " + strconv.Itoa(answer.StatusCode)}
	switch code := answer.StatusCode; {
	case code == http.StatusUnauthorized:
		f.Code = CodeSignIn
	case code == http.StatusForbidden:
		f.Code = CodeForbidden
	case code == http.StatusNotFound, code == http.StatusGone:
		f.Code = CodeMissing
	case code == http.StatusTooManyRequests: // Teamtailor tells the seconds left in a header of its own
		f.Code, f.Passing = CodeTooOften, true
		f.Wait = cmp.Or(retryAfter(answer.Header), seconds(answer.Header.Get("X-Rate-Limit-Reset")))
	case code >= 500:
		f.Code, f.Wait = CodeServer, retryAfter(answer.Header)
		f.Passing = code != http.StatusNotImplemented && code != http.StatusHTTPVersionNotSupported
	}
	return f
}

// retryAfter is how long the server asks us to wait. A point in time is taken
// against the server's own clock, so ours may be wrong.
func retryAfter(h http.Header) time.Duration {
	text := h.Get("Retry-After")
	until, err := http.ParseTime(text)
	if err != nil {
		return seconds(text)
	}
	now, err := http.ParseTime(h.Get("Date"))
	if err != nil {
		return 0
	}
	return max(0, until.Sub(now))
}

func seconds(text string) time.Duration {
	n, err := strconv.ParseUint(text, 10, 31)
	if err != nil {
		return 0
	}
	return time.Duration(n) * time.Second
}

// unreached is the fault behind a question that got no answer. The error it
// comes from is dropped: it quotes the whole address.
func unreached(ctx context.Context, host string, err error) *Fault {
	if ctx.Err() != nil {
		return outOfTime(host)
	}
	if private, ok := errors.AsType[notPublicError](err); ok {
		return &Fault{Code: CodePrivate, Asked: host, Found: private.address.String()}
	}
	if name, ok := errors.AsType[*net.DNSError](err); ok {
		return &Fault{Code: CodeName, Asked: host, Passing: !name.IsNotFound}
	}
	if code := untrusted(err); code != "" {
		return &Fault{Code: code, Asked: host}
	}
	return &Fault{Code: CodeConnection, Asked: host, Passing: true}
}

// untrusted is what was wrong with the server's TLS, "" when nothing was.
func untrusted(err error) string {
	if e, ok := errors.AsType[x509.CertificateInvalidError](err); ok && e.Reason == x509.Expired {
		return CodeCertificateExpired
	}
	if _, ok := errors.AsType[x509.HostnameError](err); ok {
		return CodeCertificateName
	}
	if _, ok := errors.AsType[*tls.CertificateVerificationError](err); ok {
		return CodeCertificate
	}
	_, notTLS := errors.AsType[tls.RecordHeaderError](err)
	op, ok := errors.AsType[*net.OpError](err)
	refused := ok && op.Op == "remote error" // an alert in the handshake
	if notTLS || refused || errors.Is(err, http.ErrSchemeMismatch) {
		return CodeTLS
	}
	return ""
}

// outOfTime is the fault of a fetch whose time is over; within adds how long it
// had, or gives the context's error where it is the caller who will not wait.
func outOfTime(asked string) *Fault { return &Fault{Code: CodeTime, Asked: asked, Passing: true} }
