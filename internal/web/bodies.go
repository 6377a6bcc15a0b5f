package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/andybalholm/brotli"
)

// noTime keeps Last-Modified out of the response: the content's own hash says
// more, and a copied or restored edition has other file times.
var noTime time.Time

const (
	packedAtMost = 8 << 20  // a file that is larger is sent as it is
	keptAtMost   = 96 << 20 // of files altogether, as they are and packed
	lookAgain    = time.Second
	brotliLevel  = 7 // the best levels take seconds for a script, and the first reader waits
)

// bodies remembers every text that was served, as it is and packed where that
// pays, and the hash of every file: read once, when it is first asked for, and
// not kept in the edition, whose folder people read too. An edition never
// changes, but its folder is only a folder: a file with another size or time is
// read again.
type bodies struct {
	mu    sync.Mutex
	known map[string]*body
	kept  int
}

type body struct {
	size     int64
	modified time.Time
	looked   time.Time // when the file was last seen to be this one

	read   sync.Once // by the first who asks; the others wait for it
	err    error
	hash   string
	plain  []byte // of a text; nil: it is sent from its file
	gzip   []byte // nil where it does not pay
	brotli []byte
}

// of is the body of a file whose size and time are those of info. Open is asked for its content when it is not known.
func (b *bodies) of(name string, info fs.FileInfo, text bool, open func() (*os.File, error)) (*body, error) {
	b.mu.Lock()
	found := b.known[name]
	if found == nil || found.size != info.Size() || !found.modified.Equal(info.ModTime()) {
		if b.known == nil {
			b.known = map[string]*body{}
		}
		found = &body{size: info.Size(), modified: info.ModTime()}
		b.known[name] = found
	}
	b.mu.Unlock()
	found.read.Do(func() {
		if found.err = found.fill(text, open); found.err != nil {
			b.forget(name, found)
			return
		}
		b.count(len(found.plain) + len(found.gzip) + len(found.brotli))
	})
	return found, found.err
}

// fresh is the body of a file that was looked at less than a second ago, which is more often than a folder is mended by hand.
func (b *bodies) fresh(name string, now time.Time) *body {
	b.mu.Lock()
	defer b.mu.Unlock()
	if found := b.known[name]; found != nil && now.Sub(found.looked).Abs() < lookAgain {
		return found
	}
	return nil
}

// look notes that the file is still this one. The body has been read by then.
func (b *bodies) look(found *body, now time.Time) {
	b.mu.Lock()
	defer b.mu.Unlock()
	found.looked = now
}

func (b *body) fill(text bool, open func() (*os.File, error)) error {
	file, err := open()
	if err != nil {
		return err
	}
	defer file.Close()
	if info, err := file.Stat(); err != nil || !info.Mode().IsRegular() || info.Size() != b.size {
		return fs.ErrInvalid // replaced since it was looked at
	}
	h := sha256.New()
	if !text || b.size > packedAtMost {
		if _, err := io.Copy(h, file); err != nil {
			return err
		}
		b.hash = hex.EncodeToString(h.Sum(nil)[:16])
		return nil
	}
	if b.plain, err = io.ReadAll(file); err != nil {
		return err
	}
	h.Write(b.plain)
	b.hash = hex.EncodeToString(h.Sum(nil)[:16])
	b.gzip = packed(b.plain, func(w io.Writer) io.WriteCloser {
		zip, _ := gzip.NewWriterLevel(w, gzip.BestCompression) // the level is one of its own
		return zip
	})
	b.brotli = packed(b.plain, func(w io.Writer) io.WriteCloser { return brotli.NewWriterLevel(w, brotliLevel) })
	return nil
}

// packed is nil where a reader would not notice.
func packed(plain []byte, by func(io.Writer) io.WriteCloser) []byte {
	var small bytes.Buffer
	w := by(&small)
	w.Write(plain) // into memory
	if w.Close() != nil || small.Len() >= len(plain)*9/10 {
		return nil
	}
	return bytes.Clone(small.Bytes())
}

// count adds up what is kept. When it is too much, all is forgotten: what is still asked for comes back.
func (b *bodies) count(bytes int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.kept += bytes; b.kept > keptAtMost {
		clear(b.known)
		b.kept = 0
	}
}

func (b *bodies) forget(name string, one *body) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.known[name] == one {
		delete(b.known, name)
	}
}

// as chooses the form in which the body is sent to somebody who reads these codings.
func (b *body) as(accepted string) (content []byte, coding string) {
	switch {
	case b.brotli != nil && accepts(accepted, "br"):
		return b.brotli, "br"
	case b.gzip != nil && accepts(accepted, "gzip"):
		return b.gzip, "gzip"
	}
	return b.plain, ""
}

// accepts reads the header Accept-Encoding.
func accepts(header, coding string) bool {
	for part := range strings.SplitSeq(header, ",") {
		named, weight, _ := strings.Cut(strings.TrimSpace(part), ";")
		if strings.EqualFold(strings.TrimSpace(named), coding) {
			weight = strings.ReplaceAll(weight, " ", "")
			return strings.Trim(strings.TrimPrefix(weight, "q="), "0.") != "" || weight == ""
		}
	}
	return false
}
