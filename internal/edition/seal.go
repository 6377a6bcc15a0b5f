package edition

import (
	"errors"
	"fmt"
	"slices"

	"bolyst/internal/seal"
)

// complete turns a folder of written files into an edition that only lacks its
// name: every file is hashed and on the disk, and so is the manifest.
func complete(dir string, m Manifest) (Manifest, error) {
	var err error
	if m.Files, err = seal.Folder(dir); err != nil {
		return m, err
	}
	if slices.ContainsFunc(m.Files, func(f File) bool { return f.Path == manifestName }) {
		return m, fmt.Errorf("%s is written by the publication itself", manifestName)
	}
	if len(m.Files) == 0 {
		return m, errors.New("no file was written")
	}
	m = m.sorted()
	text, err := m.encode()
	if err != nil {
		return m, err
	}
	return m, seal.WriteManifest(dir, text)
}
