// Package edition publishes: an edition appears whole, or not at all.
//
// What comes in is a description of the inputs (a [Manifest] without its
// files) and a function that writes the files into an empty folder. What goes
// out is the folder root/<edition>, with manifest.json naming the size and
// SHA-256 of every file, and root/latest, a text file that holds the edition's
// name.
//
// Promised: a reader who looks into root sees an edition complete or not at
// all, also after a crash or a loss of power at any moment. A published edition
// never changes: publishing the same inputs again changes nothing, publishing
// other content under the same name is refused, and [Verify] names every file
// that is no longer what was published.
//
//	m := edition.Manifest{Edition: "2010-12-31-000009", AsOf: "2010-12-31", KnownAt: 9}
//	path, existed, err := edition.Publish("data/editions", m, writePages)
//
// One process publishes at a time; the caller holds the installation's lock.
package edition

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/google/renameio/v2"

	"bolyst/internal/journal"
	"bolyst/internal/seal"
)

const (
	manifestName = seal.ManifestName
	latestName   = "latest"
	// A folder under this prefix is an edition in the making, or what a crash
	// left of one. No reader looks at names that begin with a dot.
	unfinishedPrefix = ".unfinished-"
)

// ErrImmutable is returned when other content was to be published under the
// name of an edition that exists.
var ErrImmutable = errors.New("a published edition is never changed")

// ErrDamaged is returned when the edition that was to be published exists, but
// its files are no longer those of its manifest.
var ErrDamaged = errors.New("the published files were changed afterwards")

var editionName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$`)

// Publish lets write fill an empty folder, completes m with what was written
// (whatever m.Files holds is replaced), and makes the folder appear as
// root/<m.Edition>. Then root/latest names it.
//
// An edition that exists with an equal manifest is left as it is, and existed
// is true. An error leaves the editions and latest as they were, but for one
// case: an edition that has appeared stays when only naming it in latest failed.
func Publish(root string, m Manifest, write func(dir string) error) (path string, existed bool, err error) {
	if !editionName.MatchString(m.Edition) || m.Edition == latestName {
		return "", false, fmt.Errorf("edition name %q: letters, digits, dot, hyphen and underscore are allowed", m.Edition)
	}
	// Editions hold figures for named audiences: the group may read, others not.
	if err := os.MkdirAll(root, 0o750); err != nil {
		return "", false, fmt.Errorf("editions folder: %w", err)
	}
	if err := removeLeftovers(root); err != nil {
		return "", false, err
	}

	draft := filepath.Join(root, unfinishedPrefix+m.Edition)
	if err := os.Mkdir(draft, 0o750); err != nil {
		return "", false, fmt.Errorf("edition %s: %w", m.Edition, err)
	}
	defer os.RemoveAll(draft) // nothing is there any more once it has its name

	if err := write(draft); err != nil {
		return "", false, fmt.Errorf("edition %s: %w", m.Edition, err)
	}
	if m, err = complete(draft, m); err != nil {
		return "", false, fmt.Errorf("edition %s: %w", m.Edition, err)
	}

	path = filepath.Join(root, m.Edition)
	switch _, err := os.Lstat(path); {
	case err == nil:
		existed = true
		if err := same(path, m); err != nil {
			return "", false, fmt.Errorf("edition %s: %w", m.Edition, err)
		}
	case errors.Is(err, fs.ErrNotExist):
		if err := os.Rename(draft, path); err != nil {
			return "", false, fmt.Errorf("edition %s: %w", m.Edition, err)
		}
		if err := journal.Flush(root); err != nil {
			return "", false, fmt.Errorf("edition %s: %w", m.Edition, err)
		}
	default:
		return "", false, fmt.Errorf("edition %s: %w", m.Edition, err)
	}

	// Also for an edition that existed: a crash may have come between the two
	// steps, and to publish an old edition again is to say that it is the one to show.
	if err := setLatest(root, m.Edition); err != nil {
		return "", false, fmt.Errorf("edition %s: latest: %w", m.Edition, err)
	}
	return path, existed, nil
}

// removeLeftovers clears what a crashed run left: it was never visible.
func removeLeftovers(root string) error {
	entries, err := os.ReadDir(root)
	if err != nil {
		return fmt.Errorf("editions folder: %w", err)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), unfinishedPrefix) && !strings.HasPrefix(e.Name(), "."+latestName) {
			continue
		}
		if err := os.RemoveAll(filepath.Join(root, e.Name())); err != nil {
			return fmt.Errorf("leftover of a stopped run: %w", err)
		}
	}
	return nil
}

// same reports how the published edition at path is not what m describes.
func same(path string, m Manifest) error {
	published, err := ReadManifest(path)
	if err != nil {
		return err
	}
	if what, differs := published.difference(m); differs {
		return &Changed{[]Finding{what}, ErrImmutable}
	}
	damaged, err := Verify(path)
	if err != nil {
		return err
	}
	if len(damaged) > 0 {
		return &Changed{damaged, ErrDamaged}
	}
	return nil
}

func setLatest(root, name string) error {
	file := filepath.Join(root, latestName)
	if was, err := os.ReadFile(file); err == nil && string(was) == name+"\n" {
		return nil
	}
	if err := renameio.WriteFile(file, []byte(name+"\n"), 0o640, renameio.WithTempDir(root)); err != nil {
		return err
	}
	return journal.Flush(root)
}

// Latest returns the name of the edition published last. Before the first one
// the error is fs.ErrNotExist.
func Latest(root string) (string, error) {
	text, err := os.ReadFile(filepath.Join(root, latestName))
	if err != nil {
		return "", fmt.Errorf("latest edition: %w", err)
	}
	name := strings.TrimSpace(string(text))
	if !editionName.MatchString(name) {
		return "", fmt.Errorf("latest edition: %q is no edition's name", name)
	}
	if _, err := os.Stat(filepath.Join(root, name, manifestName)); err != nil {
		return "", fmt.Errorf("latest edition: %w", err)
	}
	return name, nil
}

// List returns the names of the published editions, sorted.
func List(root string) ([]string, error) {
	entries, err := os.ReadDir(root) // sorted by name
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil // nothing published yet
	}
	if err != nil {
		return nil, fmt.Errorf("editions folder: %w", err)
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() || !editionName.MatchString(e.Name()) {
			continue
		}
		if _, err := os.Stat(filepath.Join(root, e.Name(), manifestName)); err == nil {
			names = append(names, e.Name())
		}
	}
	return names, nil
}
