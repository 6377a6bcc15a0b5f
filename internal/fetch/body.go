package fetch

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"net/http"
	"strconv"
	"strings"
)

// Honest tables shrink to a tenth, seldom to a fiftieth. The first megabyte is
// free, for small files with little in them.
const (
	mostGrowth = 100
	freeGrowth = 1 << 20
)

// body is what an answer carries, read with suspicion.
type body struct {
	ctx     context.Context
	answer  *http.Response
	packed  bool // by its name, what the server keeps is itself a gzip file
	arrived int64
	end     error // how the transfer ended; nil while it goes on
}

// Read takes what arrives, and remembers how much it was and how it ended.
func (b *body) Read(p []byte) (int, error) {
	n, err := b.answer.Body.Read(p)
	b.arrived += int64(n)
	if err != nil {
		b.end = err
	}
	return n, err
}

// copyTo writes the whole body, unpacked, or gives the fault that stopped it.
func (b *body) copyTo(out io.Writer) error {
	in, err := b.unpack()
	if err != nil {
		return err
	}
	if start, _ := in.Peek(512); isWebPage(start) {
		return &Fault{Code: CodeWebPage, Asked: b.host()}
	}
	buffer := make([]byte, 64<<10)
	for written := int64(0); ; {
		n, err := in.Read(buffer)
		written += int64(n)
		if written > freeGrowth && written > mostGrowth*b.arrived {
			return &Fault{Code: CodeUnpacked, Asked: b.host(), Allowed: strconv.Itoa(mostGrowth)}
		}
		if _, wrong := out.Write(buffer[:n]); wrong != nil {
			return asked(b.host(), wrong)
		}
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return b.stopped()
		}
	}
}

// unpack takes off the packing of the transfer, then that of the file. Some
// servers name one and the same packing as both, so the second is looked for.
func (b *body) unpack() (*bufio.Reader, error) {
	in := bufio.NewReader(b)
	switch encoding := strings.ToLower(strings.TrimSpace(b.answer.Header.Get("Content-Encoding"))); encoding {
	case "", "identity":
		// Without a length, chunks or a checksum, the end of a file and a line
		// that was cut look the same: many hang up without the goodbye of TLS.
		if b.answer.ContentLength < 0 && len(b.answer.TransferEncoding) == 0 {
			return nil, &Fault{Code: CodeOpenEnd, Asked: b.host()}
		}
	case "gzip", "x-gzip":
		unpacked, err := gzip.NewReader(in)
		if err != nil {
			return nil, b.stopped()
		}
		in = bufio.NewReader(unpacked)
	default:
		return nil, &Fault{Code: CodeEncoding, Asked: b.host(), Found: clean(encoding), Allowed: "gzip"}
	}
	if start, _ := in.Peek(2); b.packed && bytes.Equal(start, []byte{0x1f, 0x8b}) {
		unpacked, err := gzip.NewReader(in)
		if err != nil {
			return nil, b.stopped()
		}
		in = bufio.NewReader(unpacked)
	}
	return in, nil
}

// isWebPage goes by what is there: servers send tables as text/html, too.
func isWebPage(start []byte) bool {
	start = bytes.ToLower(bytes.TrimLeft(start, "\ufeff \t\r\n"))
	return bytes.HasPrefix(start, []byte("<!doctype html")) || bytes.HasPrefix(start, []byte("<html"))
}

// stopped is the fault that ended a body early: the transfer, if it was that
// which broke off, else what it carried.
func (b *body) stopped() error {
	switch {
	case b.ctx.Err() != nil:
		return outOfTime(b.host())
	case b.end == nil, b.end == io.EOF:
		return &Fault{Code: CodeDamaged, Asked: b.host()}
	}
	f := &Fault{Code: CodeCut, Asked: b.host(), Found: strconv.FormatInt(b.arrived, 10), Passing: true}
	if b.answer.ContentLength >= 0 {
		f.Allowed = strconv.FormatInt(b.answer.ContentLength, 10)
	}
	return f
}

func (b *body) host() string { return b.answer.Request.URL.Host }
