// Package journal keeps a file to which lines are only ever added.
//
// In comes a line; when [File.Append] returns without an error the line survives
// a power cut, and with an error nothing was added. Out come the whole lines, in
// the order in which they were added. What a crash left of a line that was being
// written never counted: it is passed over by [Open], and cut off by the next
// Append.
//
//	file, lines, err := journal.Open("data/ledger.jsonl")
//	err = file.Append([]byte(`{"batch":1}`))
//
// One process writes at a time; the caller holds the lock.
package journal

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// File is a journal that can be added to.
type File struct {
	path  string
	clean int64 // its length up to the last whole line
}

// Open reads the journal, which need not exist yet, and returns its lines without their ends.
func Open(path string) (*File, [][]byte, error) {
	f := &File{path: path}
	content, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return f, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	var lines [][]byte
	for {
		line, rest, whole := bytes.Cut(content, []byte("\n"))
		if !whole {
			return f, lines, nil
		}
		lines, content, f.clean = append(lines, line), rest, f.clean+int64(len(line))+1
	}
}

// Append adds one line, which has no line end in it. With an error nothing was added: what stands there then must not count
// later, since nobody is told that it does. A flush that failed may have lost the line for good, whatever a second try says,
// so there is none: whoever gets an error must stop writing.
func (f *File) Append(line []byte) error {
	file, err := os.OpenFile(f.path, os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer file.Close() // flushed by then
	line = append(bytes.Clone(line), '\n')
	if err := f.write(file, line); err != nil {
		file.Truncate(f.clean)
		return err
	}
	f.clean += int64(len(line))
	return nil
}

// write writes the line and flushes it, first cutting off what a crash may have left of an earlier one.
func (f *File) write(file *os.File, line []byte) error {
	if err := file.Truncate(f.clean); err != nil {
		return err
	}
	if _, err := file.WriteAt(line, f.clean); err != nil {
		return err
	}
	if err := file.Sync(); err != nil || f.clean > 0 {
		return err
	}
	return Flush(filepath.Dir(f.path)) // the journal's name, which is new
}

// Flush flushes the lines that were read: a crash may have kept the last of them from it, and they count because they have
// been read.
func (f *File) Flush() error {
	if f.clean == 0 {
		return nil
	}
	if err := Flush(f.path); err != nil {
		return err
	}
	return Flush(filepath.Dir(f.path))
}

// Flush has one file or folder on the disk before it returns. Of a folder that means the names in it.
func Flush(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(file.Sync(), file.Close())
}
