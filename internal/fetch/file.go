package fetch

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// File is what a source held, on this machine.
type File struct {
	Path      string // "" when Unchanged
	Name      string // the file's own name, safe to use as one
	Bytes     int64
	Unchanged bool  // the source says that nothing is new since the State handed in
	State     State // hand it in next time, once what the file holds is kept
}

// State is what a web server said of a file, to be shown it the next time. The
// zero State asks for the file whatever it holds.
type State struct {
	Of           string `json:"of,omitempty"` // a digest of the address; another address begins anew
	ETag         string `json:"etag,omitempty"`
	LastModified string `json:"last_modified,omitempty"`
}

// temporary begins the names of files that are not whole yet.
const temporary = ".fetch-"

// draft is a file that is being written. It counts, and refuses to grow beyond
// most bytes.
type draft struct {
	file    *os.File
	folder  string
	n, most int64
}

// newDraft prepares the folder and begins a file in it.
func newDraft(folder string, most int64) (*draft, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, onDisk(folder, err)
	}
	info, err := os.Stat(folder)
	if err != nil {
		return nil, onDisk(folder, err)
	}
	// A folder is not closed to others in silence: somebody may rely on it.
	if info.Mode().Perm()&0o077 != 0 {
		return nil, &Fault{Code: CodeFolder, Asked: folder, Found: info.Mode().Perm().String(), Allowed: "0700"}
	}
	left, err := os.ReadDir(folder)
	if err != nil {
		return nil, onDisk(folder, err)
	}
	for _, entry := range left {
		if strings.HasPrefix(entry.Name(), temporary) {
			if err := os.Remove(filepath.Join(folder, entry.Name())); err != nil {
				return nil, onDisk(folder, err)
			}
		}
	}
	file, err := os.CreateTemp(folder, temporary) // 0600
	if err != nil {
		return nil, onDisk(folder, err)
	}
	return &draft{file: file, folder: folder, most: most}, nil
}

// Write adds to the file. Its errors are faults.
func (d *draft) Write(p []byte) (int, error) {
	if d.n+int64(len(p)) > d.most {
		return 0, &Fault{Code: CodeLarge, Allowed: size(d.most)}
	}
	n, err := d.file.Write(p)
	d.n += int64(n)
	if err != nil {
		return n, onDisk(d.folder, err)
	}
	return n, nil
}

// publish gives the file its name, in place of an older one of that name.
func (d *draft) publish(name string) (File, error) {
	if err := d.file.Sync(); err != nil {
		return File{}, onDisk(d.folder, err)
	}
	if err := d.file.Close(); err != nil {
		return File{}, onDisk(d.folder, err)
	}
	path := filepath.Join(d.folder, name)
	if err := os.Rename(d.file.Name(), path); err != nil {
		return File{}, onDisk(d.folder, err)
	}
	d.file = nil
	return File{Path: path, Name: name, Bytes: d.n}, nil
}

// discard removes the file unless it was published.
func (d *draft) discard() {
	if d.file != nil {
		_ = d.file.Close()
		_ = os.Remove(d.file.Name())
	}
}

// onDisk leaves the name of the file out: it is temporary and says nothing.
func onDisk(folder string, err error) *Fault {
	if path, ok := errors.AsType[*os.PathError](err); ok {
		err = path.Err
	} else if link, ok := errors.AsType[*os.LinkError](err); ok {
		err = link.Err
	}
	return &Fault{Code: CodeDisk, Asked: folder, Found: err.Error()}
}
