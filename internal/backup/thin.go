package backup

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bolyst/internal/journal"
)

// Thin removes backups that need not be kept, and returns their names: the last of each of the newest days that have one is
// kept, and the last of each of the newest months. The newest backup always is.
func Thin(root string, days, months int) (removed []string, err error) {
	names, err := List(root)
	if err != nil {
		return nil, err
	}
	keep := map[string]bool{}
	for _, kind := range []struct {
		form string
		most int
	}{{"2006-01-02", max(days, 1)}, {"2006-01", months}} {
		seen := map[string]bool{}
		for _, name := range slices.Backward(names) {
			at, _ := At(name)
			if of := at.Format(kind.form); !seen[of] && len(seen) < kind.most {
				seen[of], keep[name] = true, true
			}
		}
	}
	for _, name := range names {
		if keep[name] {
			continue
		}
		// It loses its name first: half a backup is none.
		gone := filepath.Join(root, unfinished+name)
		if err := os.Rename(filepath.Join(root, name), gone); err != nil {
			return removed, err
		}
		if err := errors.Join(journal.Flush(root), os.RemoveAll(gone)); err != nil {
			return removed, err
		}
		removed = append(removed, name)
	}
	return removed, nil
}

// unfinished begins the name of a backup that is being made or removed, or of what a crash left of one.
const unfinished = ".unfinished-"

// sweep removes what a crash left.
func sweep(root string) error {
	entries, err := os.ReadDir(root)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), unfinished) {
			if err := os.RemoveAll(filepath.Join(root, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}
