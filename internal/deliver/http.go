package deliver

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptrace"
	"sync/atomic"
	"time"
)

// perAnswer is how long a web service may take for one answer.
const perAnswer = time.Minute

// post sends the body once, and follows nobody elsewhere. The secret may be the address itself, so no error names more of it
// than the host.
func post(ctx context.Context, client *http.Client, address, contentType string, body []byte, headers http.Header) (*http.Response, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, perAnswer, nil)
	defer cancel()
	var sent atomic.Bool
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{WroteRequest: func(i httptrace.WroteRequestInfo) { sent.Store(i.Err == nil) }})
	q, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return nil, &Fault{Code: CodeSecret, Final: true}
	}
	q.GetBody = nil // not twice by itself
	q.Header.Set("Content-Type", contentType)
	q.Header.Set("User-Agent", "bolyst")
	for name, values := range headers {
		q.Header[name] = values
	}
	answer, err := client.Do(q)
	if err != nil {
		f := &Fault{Code: CodeUnreached, Asked: q.URL.Host, err: errors.Unwrap(err)} // without the address
		if _, untrusted := errors.AsType[*tls.CertificateVerificationError](err); untrusted {
			f.Code, f.Final = CodeCertificate, true
		}
		if sent.Load() {
			f.Code, f.Uncertain = CodeCut, true
		}
		return nil, f
	}
	io.Copy(io.Discard, io.LimitReader(answer.Body, 1<<16)) // the code says what there is to know
	answer.Body.Close()
	return answer, refusal(q.URL.Host, answer.StatusCode)
}

// refusal is what a code says, nil when it was taken.
func refusal(host string, code int) error {
	f := &Fault{Code: CodeRefused, Asked: host, Found: fmt.Sprint(code), Final: true}
	switch {
	case code >= 200 && code < 300:
		return nil
	case code == http.StatusUnauthorized || code == http.StatusForbidden:
		f.Code = CodeSignIn
	case code == http.StatusRequestEntityTooLarge:
		f.Code = CodeLarge
	case code == http.StatusRequestTimeout || code == http.StatusTooManyRequests || code == http.StatusServiceUnavailable:
		f.Code, f.Final = CodeBusy, false
	case code >= 500: // it had the whole, and does not say what became of it
		f.Code, f.Final, f.Uncertain = CodeBusy, false, true
	}
	return f
}
