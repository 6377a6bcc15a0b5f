package web

import (
	"crypto/tls"
	"io/fs"
	"os"
	"sync"
)

// Certificate is that of two files, which are read again when they have changed: whoever renews them need not tell us.
type Certificate struct {
	certFile, keyFile string

	mu   sync.Mutex
	seen [2]fs.FileInfo
	last *tls.Certificate
}

// OpenCertificate reads the files, in PEM.
func OpenCertificate(certFile, keyFile string) (*Certificate, error) {
	c := &Certificate{certFile: certFile, keyFile: keyFile}
	_, err := c.current(nil)
	return c, err
}

// current is the certificate of the files as they are. While they are being renewed, and do not fit each other, the last one
// that did is as good as it was.
func (c *Certificate) current(*tls.ClientHelloInfo) (*tls.Certificate, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	var now [2]fs.FileInfo
	changed := c.last == nil
	for i, file := range []string{c.certFile, c.keyFile} {
		info, err := os.Stat(file)
		if err != nil {
			return c.last, c.unless(err)
		}
		now[i] = info
		before := c.seen[i]
		changed = changed || before == nil || !os.SameFile(before, info) || !before.ModTime().Equal(info.ModTime()) || before.Size() != info.Size()
	}
	if !changed {
		return c.last, nil
	}
	read, err := tls.LoadX509KeyPair(c.certFile, c.keyFile)
	if err != nil {
		return c.last, c.unless(err)
	}
	c.last, c.seen = &read, now
	return c.last, nil
}

// unless is the error, unless there is a certificate to go on with.
func (c *Certificate) unless(err error) error {
	if c.last != nil {
		return nil
	}
	return err
}

func (c *Certificate) config() *tls.Config {
	return &tls.Config{MinVersion: tls.VersionTLS12, GetCertificate: c.current}
}
