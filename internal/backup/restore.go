package backup

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

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
	for _, f := range m.Files {
		name, ok := strings.CutPrefix(f.Path, under)
		if !ok {
			continue
		}
		file := filepath.Join(draft, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			return err
		}
		if err := copyFile(filepath.Join(path, filepath.FromSlash(f.Path)), file); err != nil {
			return err
		}
		want[name] = f.SHA256
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
