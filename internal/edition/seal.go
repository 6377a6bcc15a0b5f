package edition

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// seal turns a folder of written files into an edition that only lacks its
// name: every file is hashed and on the disk, and so is the manifest.
func seal(dir string, m Manifest) (Manifest, error) {
	m.Files = nil
	var folders []string
	err := walk(dir, func(path, name string, folder bool) error {
		if folder {
			folders = append(folders, path)
			return nil
		}
		if name == manifestName {
			return fmt.Errorf("%s is written by the publication itself", manifestName)
		}
		sum, size, err := hashFile(path, true)
		m.Files = append(m.Files, File{Path: name, SHA256: sum, Size: size})
		return err
	})
	if err != nil {
		return m, err
	}
	if len(m.Files) == 0 {
		return m, errors.New("no file was written")
	}

	m = m.sorted()
	text, err := m.encode()
	if err != nil {
		return m, err
	}
	if err := writeSynced(filepath.Join(dir, manifestName), text); err != nil {
		return m, err
	}
	// A file's name is durable only when its folder is: the innermost first.
	for _, folder := range slices.Backward(folders) {
		if err := syncPath(folder); err != nil {
			return m, err
		}
	}
	return m, nil
}

// walk visits dir and everything in it, folders before their content, in the
// order of names. Anything but files and folders (a link, a pipe) is an error:
// it would lead a reader out of the edition.
func walk(dir string, visit func(path, name string, folder bool) error) error {
	return filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		if !e.IsDir() && !e.Type().IsRegular() {
			return fmt.Errorf("%s is neither a file nor a folder", name)
		}
		return visit(path, name, e.IsDir())
	})
}

// hashFile returns the SHA-256 and the size of a file, and with sync has it on
// the disk before it returns.
func hashFile(path string, sync bool) (sum string, size int64, err error) {
	f, err := os.Open(path)
	if err != nil {
		return "", 0, err
	}
	defer f.Close()
	h := sha256.New()
	if size, err = io.Copy(h, f); err != nil {
		return "", 0, err
	}
	if sync {
		err = f.Sync()
	}
	return hex.EncodeToString(h.Sum(nil)), size, err
}

func writeSynced(path string, text []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o640)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	return errors.Join(err, f.Sync(), f.Close())
}

// syncPath makes what happened in a folder durable. A failed fsync is never
// tried again: the kernel may have thrown the pages away and say yes next time.
func syncPath(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
