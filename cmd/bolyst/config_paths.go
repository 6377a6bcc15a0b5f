package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
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

// Hash is the SHA-256 of the configuration's bytes, followed by those of its commentary where it has one. Whether they were
// saved on Windows, with its mark at the beginning and its line ends, makes no difference.
func (c *Config) Hash() string {
	sum := sha256.New()
	sum.Write(unixBytes(c.content))
	if c.Commentary != "" {
		sum.Write([]byte{0}) // ends the one, so that no line can move from one file to the other unseen
		sum.Write(unixBytes(c.comments))
	}
	return hex.EncodeToString(sum.Sum(nil))
}

func unixBytes(content []byte) []byte {
	return bytes.ReplaceAll(bytes.TrimPrefix(content, []byte(byteOrderMark)), []byte("\r\n"), []byte("\n"))
}

// Files are the absolute paths of the source's files, sorted; none is no error. What Excel leaves beside an open workbook
// (~$ before its name) and hidden files are left out.
func (c *Config) Files(s Source) ([]string, error) {
	if info, err := os.Stat(c.Path(s.Path)); err == nil && info.Mode().IsRegular() {
		return []string{c.Path(s.Path)}, nil // a name with brackets in it is a name first, a pattern second
	}
	root, pattern := c.folder, path.Clean(filepath.ToSlash(s.Path))
	if filepath.IsAbs(s.Path) {
		volume := filepath.VolumeName(s.Path)
		root, pattern = volume+string(filepath.Separator), strings.TrimLeft(pattern[len(volume):], "/")
	}
	// Only what stands in the configuration is a pattern: its folder may have any name.
	matches, err := fs.Glob(os.DirFS(root), pattern)
	if err != nil {
		return nil, err
	}
	var files []string
	for _, match := range matches {
		name := path.Base(match)
		file := filepath.Join(root, filepath.FromSlash(match))
		if info, err := os.Stat(file); err != nil || !info.Mode().IsRegular() || strings.HasPrefix(name, "~$") || strings.HasPrefix(name, ".") {
			continue
		}
		files = append(files, file)
	}
	slices.Sort(files)
	return files, nil
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
