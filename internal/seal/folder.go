package seal

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"bolyst/internal/journal"
)

// File is one file of a folder. Path is relative to the folder, with slashes.
type File struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
	Size   int64  `json:"size"`
}

// Folder returns the files of a folder, sorted, and has each of them and their names on the disk before it returns. Anything
// but files and folders (a link, a pipe) is an error: it would lead a reader out of the folder.
func Folder(dir string) ([]File, error) {
	var files []File
	var folders []string
	err := walk(dir, func(path, name string, e fs.DirEntry) error {
		switch {
		case e.IsDir():
			folders = append(folders, path)
			return nil
		case !e.Type().IsRegular():
			return fmt.Errorf("%s is neither a file nor a folder", name)
		}
		file, err := Sum(path)
		file.Path = name
		files = append(files, file)
		return errors.Join(err, journal.Flush(path))
	})
	if err != nil {
		return nil, err
	}
	// A file's name is durable only when its folder is: the innermost first.
	for _, folder := range slices.Backward(folders) {
		if err := journal.Flush(folder); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return files, nil
}

// Sum reads a file to its end and returns its size and SHA-256.
func Sum(path string) (File, error) {
	file, err := os.Open(path)
	if err != nil {
		return File{}, err
	}
	defer file.Close() // it was only read
	sum := sha256.New()
	size, err := io.Copy(sum, file)
	return File{SHA256: hex.EncodeToString(sum.Sum(nil)), Size: size}, err
}

// walk visits dir and everything in it, folders before their content, in the order of names.
func walk(dir string, visit func(path, name string, e fs.DirEntry) error) error {
	return filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		return visit(path, filepath.ToSlash(name), e)
	})
}
