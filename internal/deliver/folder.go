package deliver

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"bolyst/internal/journal"
)

// unfinished begins the name of a folder that is being filled.
const unfinished = ".unfinished-"

// Folder lays the parcel in a folder of its own, which appears whole. The folder around it must be there: where a network
// disk is not mounted nothing is written beside it unseen.
type Folder struct {
	Path string
	// Fixed lays the workbooks, and what was printed of them, under the same name each time as well, for those who keep a link.
	Fixed bool
}

// Once is true: the parcel's folder has the name of the edition.
func (Folder) Once() bool { return true }

// Deliver fills a folder beside, and renames it. One of that name is complete, and is left alone: a programme that keeps
// folders alike on several machines may have changed its workbooks since.
func (f Folder) Deliver(ctx context.Context, p Parcel) (string, error) {
	if info, err := os.Stat(f.Path); err != nil {
		return "", disk(f.Path, err)
	} else if !info.IsDir() {
		return "", &Fault{Code: CodeMissing, Asked: f.Path}
	}
	to := filepath.Join(f.Path, p.Name())
	_, err := os.Lstat(to)
	if errors.Is(err, fs.ErrNotExist) {
		err = f.fill(ctx, p, to)
	}
	if err == nil && f.Fixed {
		err = f.fix(ctx, p)
	}
	return p.Name(), disk(f.Path, err)
}

// fill makes the folder of the parcel.
func (f Folder) fill(ctx context.Context, p Parcel, to string) error {
	draft := filepath.Join(f.Path, unfinished+p.Name())
	if err := os.RemoveAll(draft); err != nil { // what a stopped run left
		return err
	}
	defer os.RemoveAll(draft) // nothing is there any more once it has its name
	if err := os.Mkdir(draft, 0o750); err != nil {
		return err
	}
	folders := map[string]bool{draft: true}
	for _, file := range p.Files {
		path := filepath.Join(draft, file.local())
		for folder := filepath.Dir(path); !folders[folder]; folder = filepath.Dir(folder) {
			folders[folder] = true
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			return err
		}
		if err := lay(ctx, file, path); err != nil {
			return err
		}
	}
	for folder := range folders { // a file's name is on the disk only when its folder is
		if err := journal.Flush(folder); err != nil {
			return err
		}
	}
	if err := os.Rename(draft, to); err != nil {
		return err
	}
	return journal.Flush(f.Path)
}

// lay writes one file and has it on the disk.
func lay(ctx context.Context, file File, path string) error {
	return create(path, func(w io.Writer) error { return file.copyTo(ctx, w) })
}

func create(path string, write func(io.Writer) error) error {
	w, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o640)
	if err != nil {
		return err
	}
	err = write(w)
	if err == nil {
		err = w.Sync()
	}
	return errors.Join(err, w.Close())
}

// fix replaces the files that keep their names, one by one: a reader sees the old one or the new one.
func (f Folder) fix(ctx context.Context, p Parcel) error {
	for _, file := range p.Files {
		if !file.isDocument() {
			continue
		}
		path := filepath.Join(f.Path, file.local())
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			return err
		}
		if err := replace(path, func(w io.Writer) error { return file.copyTo(ctx, w) }); err != nil {
			return err
		}
	}
	return nil
}

// replace writes a file beside, under a name that the next attempt knows again, and renames it.
func replace(path string, write func(io.Writer) error) error {
	folder := filepath.Dir(path)
	draft := filepath.Join(folder, unfinished+filepath.Base(path))
	if err := os.Remove(draft); err != nil && !errors.Is(err, fs.ErrNotExist) { // what a stopped run left
		return err
	}
	err := create(draft, write)
	if err == nil {
		err = os.Rename(draft, path)
	}
	if err != nil {
		return errors.Join(err, os.RemoveAll(draft))
	}
	return journal.Flush(folder)
}
