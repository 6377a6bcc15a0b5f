package backup

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"

	"bolyst/internal/journal"
	"bolyst/internal/seal"
)

// A Source is a file to be kept: where it lies, and its name in the backup, with slashes.
type Source struct{ From, Path string }

// Manifest says what a backup consists of.
type Manifest struct {
	Backup  string      `json:"backup"` // its name
	Program string      `json:"program"`
	Name    string      `json:"name"`    // of the installation
	KnownAt int         `json:"batches"` // the last batch
	Data    string      `json:"data"`    // the data folder, as the configuration writes it
	Files   []seal.File `json:"files"`
}

// Make makes the backup m.Backup of the files. Copied is how many of them are not links to the backup before.
func Make(root string, m Manifest, sources []Source) (path string, copied int, err error) {
	if _, ok := At(m.Backup); !ok {
		return "", 0, fmt.Errorf("%q is no name of a backup", m.Backup)
	}
	if err := os.MkdirAll(root, 0o700); err != nil {
		return "", 0, err
	}
	if err := sweep(root); err != nil {
		return "", 0, err
	}
	path = filepath.Join(root, m.Backup)
	if _, err := os.Lstat(path); err == nil {
		return "", 0, &os.PathError{Op: "backup", Path: path, Err: os.ErrExist}
	}
	draft := filepath.Join(root, unfinished+m.Backup)
	if err := os.Mkdir(draft, 0o700); err != nil {
		return "", 0, err
	}
	copied, err = fill(root, draft, m, sources)
	if err == nil {
		err = os.Rename(draft, path)
	}
	if err != nil {
		return "", 0, errors.Join(err, os.RemoveAll(draft))
	}
	return path, copied, journal.Flush(root)
}

// fill makes the draft into a backup that only lacks its name.
func fill(root, draft string, m Manifest, sources []Source) (copied int, err error) {
	before, err := newest(root)
	if err != nil {
		return 0, err
	}
	sums := map[string]string{}
	for _, s := range sources {
		sum, linked, err := before.take(s, draft)
		if err != nil {
			return 0, fmt.Errorf("%s: %w", s.Path, err)
		}
		if sums[s.Path] = sum; !linked {
			copied++
		}
	}
	if m.Files, err = seal.Folder(draft); err != nil {
		return 0, err
	}
	for _, f := range m.Files {
		if sums[f.Path] != f.SHA256 {
			return 0, fmt.Errorf("%s was changed while it was copied", f.Path)
		}
	}
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(m); err != nil {
		return 0, err
	}
	return copied, seal.WriteManifest(draft, text.Bytes())
}

// earlier is the backup before, by the names of its files.
type earlier struct {
	path  string
	files map[string]seal.File
}

func newest(root string) (earlier, error) {
	names, err := List(root)
	if err != nil || len(names) == 0 {
		return earlier{}, err
	}
	path := filepath.Join(root, names[len(names)-1])
	m, err := Read(path)
	if err != nil {
		return earlier{}, nil // it is damaged, which is for verify to tell: everything is copied
	}
	e := earlier{path, map[string]seal.File{}}
	for _, f := range m.Files {
		e.files[f.Path] = f
	}
	return e, nil
}

// take puts a file into the draft: a link to the one of the backup before where that is still the same, or else a copy.
func (e earlier) take(s Source, draft string) (sum string, linked bool, err error) {
	to := filepath.Join(draft, filepath.FromSlash(s.Path))
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		return "", false, err
	}
	if path.Ext(s.Path) == ".jsonl" {
		return e.takeLines(s, to)
	}
	now, err := seal.Sum(s.From)
	if err != nil || e.link(s.Path, now.SHA256, to) {
		return now.SHA256, err == nil, err
	}
	return now.SHA256, false, copyFile(s.From, to)
}

// takeLines takes a journal as far as it has come: somebody may be adding a line, such as that a page was read.
func (e earlier) takeLines(s Source, to string) (sum string, linked bool, err error) {
	content, err := os.ReadFile(s.From)
	if err != nil {
		return "", false, err
	}
	content = content[:bytes.LastIndexByte(content, '\n')+1]
	if sum = seal.SumOf(content); e.link(s.Path, sum, to) {
		return sum, true, nil
	}
	return sum, false, os.WriteFile(to, content, 0o600)
}

// link makes a link to the file of the backup before, where there is one that is still whole and the same.
func (e earlier) link(name, sum, to string) bool {
	before, ok := e.files[name]
	if !ok || before.SHA256 != sum {
		return false
	}
	damaged, err := before.CheckFile(e.path)
	return err == nil && damaged.Code == "" && os.Link(filepath.Join(e.path, filepath.FromSlash(name)), to) == nil
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close() // it was only read
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}
