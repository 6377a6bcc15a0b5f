package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
)

// Path is the absolute path of one that is written in the configuration: it starts from the configuration's folder.
func (c *Config) Path(written string) string {
	if filepath.IsAbs(written) {
		return filepath.Clean(written)
	}
	return filepath.Join(c.folder, filepath.FromSlash(written))
}

// Folder is the absolute path of the folder that the configuration lies in.
func (c *Config) Folder() string { return c.folder }

// DataFolder is the absolute path of the folder for batches, ledger, database and editions.
func (c *Config) DataFolder() string { return c.Path(c.Data) }

// KeyPath is the absolute path of the file with the pseudonym key.
func (c *Config) KeyPath() string { return c.Path(c.KeyFile) }

// Hash is the SHA-256 of the configuration's bytes, followed by those of its commentary where it has one, and of the
// programmes' own indicators. Whether they were saved on Windows, with its mark at the beginning and its line ends, makes no difference.
func (c *Config) Hash() string {
	sum := sha256.New()
	sum.Write(unixBytes(c.content))
	if c.Commentary != "" {
		sum.Write([]byte{0}) // ends the one, so that no line can move from one file to the other unseen
		sum.Write(unixBytes(c.comments))
	}
	for _, o := range c.own {
		fmt.Fprintf(sum, "\x00%s\x00%s", o.fileID(), o.content)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

func unixBytes(content []byte) []byte {
	return bytes.ReplaceAll(bytes.TrimPrefix(content, []byte(byteOrderMark)), []byte("\r\n"), []byte("\n"))
}

// Warnings are what is not wrong but may not be meant: no sources, a source whose path matches no file.
func (c *Config) Warnings() []Mistake {
	found := &findings{file: c.file, places: c.places}
	if len(c.Sources) == 0 {
		found.wrong("$.sources", Mistake{Code: "config.warning.no_sources"})
	}
	for i, s := range c.Sources {
		if s.isRemote() {
			continue // asked when it is due
		}
		if files, err := c.Files(s); err != nil || len(files) == 0 {
			found.wrong(item("$.sources", i)+".path", Mistake{Code: "config.warning.no_files", Args: []any{s.Path}})
		}
	}
	for _, name := range []string{"board", "centre"} {
		if floor, _ := c.Editions.Audiences.Floor(name); floor == 1 {
			found.wrong("$.editions.audiences."+name, Mistake{Code: "config.warning.floor"})
		}
	}
	sortMistakes(found.mistakes)
	return found.mistakes
}
