package edition

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"bolyst/internal/seal"
)

// Manifest says what an edition was made from and what it consists of. It holds
// no clock time: equal inputs give an equal manifest, byte for byte.
type Manifest struct {
	Edition string   `json:"edition"`
	Program string   `json:"program"`  // version of the program that made it
	AsOf    string   `json:"as_of"`    // facts up to this date count
	KnownAt int      `json:"known_at"` // the last batch that had been loaded
	Config  string   `json:"config"`   // SHA-256 of the configuration
	After   []string `json:"after"`    // the editions published before, which it was compared with
	// Of these, those whose figures stand beside this one's, by audience: what each of them may be shown.
	Beside  map[string][]string `json:"beside,omitempty"`
	Sources []SourceFile        `json:"sources"`
	Files   []File              `json:"files"`
}

// SourceFile is one file that the figures rest on, as it was when it was read.
type SourceFile struct {
	Source string `json:"source"`
	File   string `json:"file"`
	SHA256 string `json:"sha256"`
	Batch  int    `json:"batch"`
}

// File is one file of the edition.
type File = seal.File

// ReadManifest returns the manifest of the edition in the folder path.
func ReadManifest(path string) (Manifest, error) {
	text, err := os.ReadFile(filepath.Join(path, manifestName))
	if err != nil {
		return Manifest{}, fmt.Errorf("manifest: %w", err)
	}
	var m Manifest
	if err := json.Unmarshal(text, &m); err != nil {
		return Manifest{}, fmt.Errorf("manifest: %w", err)
	}
	return m, nil
}

// sorted returns a copy whose order does not depend on who filled it.
func (m Manifest) sorted() Manifest {
	m.Sources = append([]SourceFile{}, m.Sources...) // never null in JSON
	slices.SortFunc(m.Sources, func(a, b SourceFile) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.File, b.File),
			cmp.Compare(a.Batch, b.Batch), cmp.Compare(a.SHA256, b.SHA256))
	})
	m.After = append([]string{}, m.After...)
	slices.Sort(m.After)
	m.Files = append([]File{}, m.Files...)
	slices.SortFunc(m.Files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return m
}

func (m Manifest) encode() ([]byte, error) {
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false) // file names are shown as they are
	enc.SetIndent("", "  ")
	if err := enc.Encode(m); err != nil {
		return nil, err
	}
	return text.Bytes(), nil
}

// difference names the first thing in which now differs from the published m:
// files before inputs, because a reader sees files. It is "" when they are equal.
func (m Manifest) difference(now Manifest) (what Finding, differs bool) {
	was := make(map[string]File, len(m.Files))
	for _, f := range m.Files {
		was[f.Path] = f
	}
	for _, f := range now.Files {
		switch old, ok := was[f.Path]; {
		case !ok:
			return Finding{Code: FindingNew, Name: f.Path}, true
		case old != f:
			return Finding{Code: FindingOther, Name: f.Path}, true
		}
		delete(was, f.Path)
	}
	for _, f := range m.Files { // sorted, unlike the map
		if _, left := was[f.Path]; left {
			return Finding{Code: FindingOnlyThen, Name: f.Path}, true
		}
	}

	for _, field := range []struct{ name, was, now string }{
		{"program", m.Program, now.Program},
		{"as_of", m.AsOf, now.AsOf},
		{"known_at", fmt.Sprint(m.KnownAt), fmt.Sprint(now.KnownAt)},
		{"config", m.Config, now.Config},
	} {
		if field.was != field.now {
			return Finding{FindingField, field.name, field.was, field.now}, true
		}
	}
	if !slices.Equal(m.Sources, now.Sources) {
		return Finding{Code: FindingSources}, true
	}
	if !slices.Equal(m.After, now.After) {
		return Finding{Code: FindingAfter}, true
	}
	return Finding{}, false
}
