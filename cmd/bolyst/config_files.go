package main

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// found is what lies where a source has its files. All of it is sorted.
type found struct {
	files     []string // absolute paths
	partial   []string // files that are still being transferred: a part of each lies beside it
	temporary []string // what other programs leave there: parts, and signs that a file is open
}

// Files are the absolute paths of the source's files, sorted; none is no error.
func (c *Config) Files(s Source) ([]string, error) {
	f, err := c.find(s)
	return f.files, err
}

// find looks for the source's files. Hidden files are left out.
func (c *Config) find(s Source) (f found, err error) {
	if isFile(c.Path(s.Path)) {
		file := c.Path(s.Path)
		return found{files: []string{file}, temporary: locksOf(file)}, nil // a name with brackets in it is a name first, a pattern second
	}
	root, pattern := c.folder, path.Clean(filepath.ToSlash(s.Path))
	if filepath.IsAbs(s.Path) {
		volume := filepath.VolumeName(s.Path)
		root, pattern = volume+string(filepath.Separator), strings.TrimLeft(pattern[len(volume):], "/")
	}
	// Only what stands in the configuration is a pattern: its folder may have any name. What is not finished has more after it.
	matches, err := fs.Glob(os.DirFS(root), pattern+"*")
	if err != nil {
		return f, err
	}
	slices.Sort(matches)
	parts := map[string]bool{} // of files of these names
	for _, match := range matches {
		parts[strings.ToLower(wholeName(match))] = true
	}
	for _, match := range matches {
		fits, _ := path.Match(pattern, match) // the pattern is good, or Glob had said so
		file := filepath.Join(root, filepath.FromSlash(match))
		switch name := path.Base(match); {
		case !isFile(file):
		case isTemporary(name):
			f.temporary = append(f.temporary, file)
		case !fits || strings.HasPrefix(name, "."):
		case parts[strings.ToLower(match)]: // Firefox keeps an empty file of that name meanwhile
			f.partial = append(f.partial, file)
		default:
			f.files = append(f.files, file)
		}
	}
	for _, file := range f.files {
		for _, lock := range locksOf(file) {
			if !slices.Contains(f.temporary, lock) { // its name need not be as the pattern says
				f.temporary = append(f.temporary, lock)
			}
		}
	}
	slices.Sort(f.temporary)
	return f, nil
}

// locksOf are the signs beside a file that Excel or LibreOffice has it open.
func locksOf(file string) (locks []string) {
	folder, name := filepath.Split(file)
	for _, lock := range []string{folder + "~$" + name, folder + ".~lock." + name + "#"} {
		if isFile(lock) {
			locks = append(locks, lock)
		}
	}
	return locks
}

func isFile(file string) bool {
	info, err := os.Stat(file)
	return err == nil && info.Mode().IsRegular()
}

// The names that programs give to what is not finished (browsers, copying programs, OneDrive), and to the sign that a file is
// open (Excel, LibreOffice) or was edited.
var (
	partEndings       = []string{".part", ".partial", ".filepart", ".crdownload", ".download", ".opdownload", ".tmp"}
	temporaryEndings  = append([]string{"~", ".lock", ".lck", ".swp"}, partEndings...)
	temporaryPrefixes = []string{"~$", ".~", "~syncthing~", ".syncthing."}
)

// isTemporary says whether a name is none that a person gives to a file.
func isTemporary(name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(temporaryEndings, func(ending string) bool { return strings.HasSuffix(name, ending) }) ||
		slices.ContainsFunc(temporaryPrefixes, func(prefix string) bool { return strings.HasPrefix(name, prefix) })
}

// wholeName is the name that a file will have once its transfer is done, or "".
func wholeName(part string) string {
	for _, ending := range partEndings {
		if cut := len(part) - len(ending); cut > 0 && strings.EqualFold(part[cut:], ending) {
			return part[:cut]
		}
	}
	return ""
}
