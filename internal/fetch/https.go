package fetch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"path"
	"strings"
)

// HTTPS is a file at an address of the web.
type HTTPS struct {
	URL     string
	Token   string            // sent as Authorization: Bearer …; "" sends nothing
	Headers map[string]string // names and secret values, for servers that want something else
	Web     Web
	Limits  Limits
	Sleep   Sleep // nil waits for real
}

// Fetch brings the file to the folder, unless the server says that it is the
// one of last time.
func (h HTTPS) Fetch(ctx context.Context, folder string, last State) (File, error) {
	p := newPatience("https", h.Limits, h.Sleep)
	return p.within(ctx, func(ctx context.Context) (File, error) {
		at, err := address(h.URL)
		if err != nil {
			return File{}, err
		}
		secret, err := h.secret(at.Host)
		if err != nil {
			return File{}, err
		}
		digest := sha256.Sum256([]byte(h.URL))
		of := hex.EncodeToString(digest[:8])
		if last.Of != of {
			last = State{}
		}
		client := h.Web.Client()
		defer client.CloseIdleConnections()
		var file File
		err = p.again(ctx, func() error {
			file, err = h.once(ctx, client, request{at, conditions(last), secret}, folder, p.limits.Bytes)
			return err
		})
		if file.Unchanged { // what a 304 does not repeat still holds
			fill(&file.State.ETag, last.ETag)
			fill(&file.State.LastModified, last.LastModified)
		}
		file.State.Of = of
		return file, err
	})
}

// once asks a single time.
func (h HTTPS) once(ctx context.Context, client *http.Client, r request, folder string, most int64) (File, error) {
	answer, err := h.Web.ask(ctx, client, r)
	if err != nil {
		return File{}, err
	}
	defer answer.Body.Close()
	host := answer.Request.URL.Host
	state := State{ETag: answer.Header.Get("ETag"), LastModified: answer.Header.Get("Last-Modified")}
	if answer.StatusCode == http.StatusNotModified {
		if len(r.open) == 0 {
			return File{}, status(host, answer) // to a question without conditions
		}
		return File{Unchanged: true, State: state}, nil
	}
	if answer.ContentLength > most {
		return File{}, &Fault{Code: CodeLarge, Asked: host, Allowed: size(most)}
	}
	d, err := newDraft(folder, most)
	if err != nil {
		return File{}, err
	}
	defer d.discard()
	name := fileName(r.address, answer)
	b := &body{ctx: ctx, answer: answer, packed: strings.EqualFold(path.Ext(name), ".gz")}
	if b.packed {
		name = safeName(name[:len(name)-len(".gz")])
	}
	if err := b.copyTo(d); err != nil {
		return File{}, err
	}
	file, err := d.publish(name)
	file.State = state
	return file, err
}

// conditions ask for the file only if it is another than last time.
func conditions(last State) http.Header {
	h := http.Header{}
	if last.ETag != "" {
		h.Set("If-None-Match", last.ETag)
	}
	if last.LastModified != "" {
		h.Set("If-Modified-Since", last.LastModified)
	}
	return h
}

// secret are the headers that open the source. Whitespace around a secret is
// dropped: a file it is read from often ends in a line break.
func (h HTTPS) secret(host string) (http.Header, error) {
	sent := http.Header{}
	if h.Token != "" {
		sent.Set("Authorization", "Bearer "+strings.TrimSpace(h.Token))
	}
	for name, value := range h.Headers {
		sent.Set(name, strings.TrimSpace(value))
	}
	return sent, sendable(host, sent)
}

// sendable refuses headers that HTTP has no place for, and does so without
// repeating them.
func sendable(host string, headers http.Header) error {
	for name, values := range headers {
		value := strings.TrimPrefix(values[0], "Bearer ")
		odd := func(r rune) bool { return r < ' ' || r == 0x7f }
		if name == "" || value == "" || strings.ContainsFunc(value, odd) || strings.ContainsFunc(name, notInName) {
			return &Fault{Code: CodeSecret, Asked: host}
		}
	}
	return nil
}

func notInName(r rune) bool {
	return r != '-' && r != '_' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
}
