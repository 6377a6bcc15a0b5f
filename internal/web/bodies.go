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
)

// noTime keeps Last-Modified out of the response: the content's own hash says
// more, and a copied or restored edition has other file times.
var noTime time.Time

const (
	packedAtMost = 8 << 20  // a file that is larger is sent as it is
	keptAtMost   = 64 << 20 // of packed files altogether
)

// bodies remembers the hash of every file that was served, and the file packed
// where that pays: packed once, when it is first asked for, and not in the
// edition, whose folder people read too. An edition never changes, but its
// folder is only a folder: a file with another size or time is read again.
type bodies struct {
	mu    sync.Mutex
	known map[string]body
	kept  int
}

type body struct {
	size     int64
	modified time.Time
	hash     string
	packed   []byte // with gzip; nil where it does not pay
}

func (b *bodies) of(name string, f *os.File, info fs.FileInfo, pack bool) (body, error) {
	b.mu.Lock()
	known, ok := b.known[name]
	b.mu.Unlock()
	if ok && known.size == info.Size() && known.modified.Equal(info.ModTime()) {
		return known, nil
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return body{}, err
	}
	found := body{size: info.Size(), modified: info.ModTime()}
	h := sha256.New()
	var packed bytes.Buffer
	to := io.Writer(h)
	pack = pack && info.Size() <= packedAtMost
	zip, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression) // the level is one of its own
	if pack {
		to = io.MultiWriter(h, zip)
	}
	if _, err := io.Copy(to, f); err != nil {
		return body{}, err
	}
	found.hash = hex.EncodeToString(h.Sum(nil)[:16])
	if zip.Close() == nil && pack && int64(packed.Len()) < info.Size()*9/10 {
		found.packed = packed.Bytes()
	}
	b.keep(name, found)
	return found, nil
}

// keep remembers a body. When there are too many, all are forgotten: those that are still asked for come back.
func (b *bodies) keep(name string, found body) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.kept += len(found.packed); b.kept > keptAtMost || b.known == nil {
		b.known, b.kept = map[string]body{}, len(found.packed)
	}
	b.known[name] = found
}

// acceptsGzip reads the header Accept-Encoding.
func acceptsGzip(header string) bool {
	for part := range strings.SplitSeq(header, ",") {
		coding, weight, _ := strings.Cut(strings.TrimSpace(part), ";")
		if strings.EqualFold(strings.TrimSpace(coding), "gzip") {
			weight = strings.ReplaceAll(weight, " ", "")
			return strings.Trim(strings.TrimPrefix(weight, "q="), "0.") != "" || weight == ""
		}
	}
	return false
}
