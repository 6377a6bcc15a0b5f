package web

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"os"
	"sync"
	"time"
)

// noTime keeps Last-Modified out of the response: the content's own hash says
// more, and a copied or restored edition has other file times.
var noTime time.Time

// tags remembers the ETag of every file that was served. An edition never
// changes, but its folder is only a folder: a file with another size or time is
// read again.
type tags struct{ known sync.Map } // file name -> known

type known struct {
	size     int64
	modified time.Time
	tag      string
}

func (t *tags) of(name string, f *os.File, info fs.FileInfo) (string, error) {
	if v, ok := t.known.Load(name); ok {
		if k := v.(known); k.size == info.Size() && k.modified.Equal(info.ModTime()) {
			return k.tag, nil
		}
	}
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	tag := `"` + hex.EncodeToString(h.Sum(nil)[:16]) + `"`
	t.known.Store(name, known{size: info.Size(), modified: info.ModTime(), tag: tag})
	return tag, nil
}
