package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"runtime"
)

// leastSecret is the number of bytes under which a key could be guessed.
const leastSecret = 32

// Secret is the content of the key file, or the mistake that stands in the way: the file is not there, others than its
// owner may read it, or it is too short. White space around a key written as text does not belong to it, so that an editor
// that ends the last line changes no pseudonym.
func (c *Config) Secret() ([]byte, []Mistake) {
	found := &findings{file: c.file, places: c.places}
	wrong := func(code string, args ...any) ([]byte, []Mistake) {
		found.wrong("$.key_file", Mistake{Code: code, Args: args})
		return nil, found.mistakes
	}
	info, err := os.Stat(c.KeyPath())
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return wrong("config.key_file.missing", c.KeyFile)
	case err != nil:
		return wrong("config.key_file.unreadable", c.KeyFile, reason(err))
	case !info.Mode().IsRegular():
		return wrong("config.key_file.no_file", c.KeyFile)
	case isOpenToOthers(info):
		return wrong("config.key_file.open", c.KeyFile, info.Mode().Perm(), c.KeyPath())
	}
	secret, err := os.ReadFile(c.KeyPath())
	if err != nil {
		return wrong("config.key_file.unreadable", c.KeyFile, reason(err))
	}
	if isText(secret) {
		secret = bytes.TrimSpace(secret)
	}
	if len(secret) < leastSecret {
		return wrong("config.key_file.short", c.KeyFile, amount{len(secret), "count.bytes"}, leastSecret)
	}
	return secret, nil
}

// isText tells whether all bytes are printable or white space, as of a key written in hexadecimal. A random key of 32
// bytes is so once in 10^13.
func isText(content []byte) bool {
	return !bytes.ContainsFunc(content, func(r rune) bool {
		return r > '~' || r < ' ' && r != '\n' && r != '\r' && r != '\t'
	})
}

// isOpenToOthers says whether others than its owner may read a file. Windows keeps no such bits.
func isOpenToOthers(info fs.FileInfo) bool {
	return info.Mode().Perm()&0o077 != 0 && runtime.GOOS != "windows"
}
