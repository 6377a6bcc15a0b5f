package backup

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"bolyst/internal/journal"
	"bolyst/internal/seal"
)

// restoring begins the name of a folder that is being filled from a backup.
const restoring = ".restoring-"

// Restore makes the folder to of what the backup has under a name such as "data/". The folder must not be there, or be empty;
// it appears whole or not at all. Mend, if not nil, changes what is restored before it appears.
func Restore(path string, m Manifest, under, to string, mend func(folder string) error) error {
	parent := filepath.Dir(to)
	if err := os.MkdirAll(parent, 0o700); err != nil {
		return err
	}
	draft := filepath.Join(parent, restoring+filepath.Base(to))
	if err := os.RemoveAll(draft); err != nil { // what a crash left
		return err
	}
	if err := os.Mkdir(draft, 0o700); err != nil {
		return err
	}
	want := map[string]string{}
	for _, f := range m.Under(under) {
		file := filepath.Join(draft, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			return err
		}
		if err := copyFile(filepath.Join(path, filepath.FromSlash(under+f.Path)), file); err != nil {
			return err
		}
		want[f.Path] = f.SHA256
	}
	files, err := seal.Folder(draft)
	if err != nil {
		return err
	}
	for _, f := range files {
		if f.SHA256 != want[f.Path] {
			return fmt.Errorf("%s is not what the backup holds", f.Path)
		}
	}
	if mend != nil {
		if err := mend(draft); err != nil {
			return err
		}
	}
	if err := os.Remove(to); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if err := os.Rename(draft, to); err != nil {
		return err
	}
	return journal.Flush(parent)
}

// RestoreFiles puts what the backup has under a name into a folder with other files, each file whole or not at all.
func RestoreFiles(path string, m Manifest, under, to string) error {
	for _, f := range m.Under(under) {
		file := filepath.Join(to, filepath.FromSlash(f.Path))
		folder, name := filepath.Split(file)
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return err
		}
		draft := filepath.Join(folder, restoring+name)
		if err := os.Remove(draft); err != nil && !errors.Is(err, os.ErrNotExist) { // what a crash left
			return err
		}
		if err := copyFile(filepath.Join(path, filepath.FromSlash(under+f.Path)), draft); err != nil {
			return err
		}
		if err := journal.Flush(draft); err != nil {
			return err
		}
		if err := os.Rename(draft, file); err != nil {
			return err
		}
		if err := journal.Flush(folder); err != nil {
			return err
		}
	}
	return nil
}
