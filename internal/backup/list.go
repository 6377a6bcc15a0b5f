package backup

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"bolyst/internal/seal"
)

// nameForm is how a backup is named by its time, in UTC: sorted by name is sorted by time, and no colon stands in it, since
// Windows takes none.
const nameForm = "2006-01-02T150405Z"

// Name is the name of a backup that is made at that time.
func Name(at time.Time) string { return at.UTC().Format(nameForm) }

// At is the time at which the backup of that name was made.
func At(name string) (time.Time, bool) {
	at, err := time.Parse(nameForm, name)
	return at, err == nil
}

// List returns the names of the backups, oldest first. A root that is not there holds none.
func List(root string) ([]string, error) {
	entries, err := os.ReadDir(root) // sorted
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var names []string
	for _, e := range entries {
		if _, ok := At(e.Name()); ok && e.IsDir() {
			names = append(names, e.Name())
		}
	}
	return names, err
}

// Read returns the manifest of the backup in the folder path.
func Read(path string) (Manifest, error) {
	text, err := os.ReadFile(filepath.Join(path, seal.ManifestName))
	if err != nil {
		return Manifest{}, err
	}
	var m Manifest
	if err := json.Unmarshal(text, &m); err != nil {
		return m, fmt.Errorf("%s: %w", seal.ManifestName, err)
	}
	for _, f := range m.Files {
		if !fs.ValidPath(f.Path) {
			return m, fmt.Errorf("%s: %q leads out of the backup", seal.ManifestName, f.Path)
		}
	}
	return m, nil
}

// Under returns the files that the backup has under a name such as "data/", named from there.
func (m Manifest) Under(name string) []seal.File {
	var files []seal.File
	for _, f := range m.Files {
		if rest, ok := strings.CutPrefix(f.Path, name); ok {
			f.Path = rest
			files = append(files, f)
		}
	}
	return files
}
