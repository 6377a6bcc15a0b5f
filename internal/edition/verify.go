package edition

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
)

// Verify reads every byte of the edition in the folder path again and returns a
// finding for every file that differs from the manifest, is missing, or is not
// part of the edition; sorted by file, empty when all is as published.
func Verify(path string) ([]Finding, error) {
	m, err := ReadManifest(path)
	if err != nil {
		return nil, err
	}
	published := make(map[string]File, len(m.Files))
	for _, f := range m.Files {
		published[f.Path] = f
	}

	var wrong []Finding
	err = filepath.WalkDir(path, func(file string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		name, err := filepath.Rel(path, file)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		if name == manifestName {
			return nil
		}
		want, ok := published[name]
		if !ok {
			wrong = append(wrong, Finding{Code: FindingExtra, Name: name})
			return nil
		}
		delete(published, name)
		if !e.Type().IsRegular() {
			wrong = append(wrong, Finding{Code: FindingNoFile, Name: name})
			return nil
		}
		sum, size, err := hashFile(file, false)
		if err != nil {
			return err
		}
		if sum != want.SHA256 || size != want.Size {
			wrong = append(wrong, Finding{Code: FindingDiffers, Name: name})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for name := range published {
		wrong = append(wrong, Finding{Code: FindingMissing, Name: name})
	}
	slices.SortFunc(wrong, func(a, b Finding) int { return cmp.Compare(a.Name, b.Name) })
	return wrong, nil
}
