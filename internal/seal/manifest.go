package seal

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"bolyst/internal/journal"
)

// ManifestName is the file in which a folder says what it consists of.
const ManifestName = "manifest.json"

// WriteManifest seals a manifest, an indented JSON object with the member files, and has it in the folder and on the disk. It
// is the last file that is written.
func WriteManifest(dir string, text []byte) error {
	f, err := os.OpenFile(filepath.Join(dir, ManifestName), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o640)
	if err != nil {
		return err
	}
	_, err = f.Write(Object(text))
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	return journal.Flush(dir)
}

// CheckManifest reads every byte of a folder again and holds it against its manifest; the manifest itself comes first.
func CheckManifest(dir string) ([]Finding, error) {
	text, err := os.ReadFile(filepath.Join(dir, ManifestName))
	if errors.Is(err, fs.ErrNotExist) {
		return []Finding{{Code: Missing, Name: ManifestName}}, nil
	}
	if err != nil {
		return nil, err
	}
	var wrong []Finding
	if ok, want, got := Intact(text); !ok {
		wrong = append(wrong, Finding{Code: Differs, Name: ManifestName, Want: want, Got: got})
	}
	var m struct {
		Files []File `json:"files"`
	}
	if err := json.Unmarshal(text, &m); err != nil {
		if len(wrong) > 0 {
			return wrong, nil // what cannot be read vouches for nothing
		}
		return nil, err
	}
	more, err := Check(dir, m.Files, ManifestName)
	return append(wrong, more...), err
}
