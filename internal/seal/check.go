package seal

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// A Finding is one thing that is not as it was. The program words it in the reader's language.
type Finding struct {
	Code      string // one of those below
	Name      string // of the file
	Line      int    // of the file, where it is a line
	Want, Got string // the SHA-256 that should be, and the one that is
}

// The codes of findings.
const (
	Differs = "differs" // a file or a line has another checksum
	Missing = "missing" // a file is gone
	Extra   = "extra"   // a file that nobody vouches for
	NoFile  = "no_file" // something else stands in place of a file
	Broken  = "broken"  // a line or a document that cannot be read
)

func (f Finding) String() string {
	return fmt.Sprintf("%s: %s, line %d, want %s, got %s", f.Name, f.Code, f.Line, f.Want, f.Got)
}

// Check reads every byte of the folder again and returns a finding for every file that is not the one vouched for, is missing,
// or is none of them; sorted by file. The names that are left out are looked at by nobody.
func Check(dir string, files []File, leftOut ...string) ([]Finding, error) {
	known := make(map[string]File, len(files))
	for _, f := range files {
		known[f.Path] = f
	}
	var wrong []Finding
	err := walk(dir, func(path, name string, e fs.DirEntry) error {
		if e.IsDir() || slices.Contains(leftOut, name) {
			return nil
		}
		want, ok := known[name]
		delete(known, name)
		if !ok {
			wrong = append(wrong, Finding{Code: Extra, Name: name})
			return nil
		}
		finding, err := want.check(path, e.Type())
		if finding.Code != "" {
			wrong = append(wrong, finding)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	for name := range known {
		wrong = append(wrong, Finding{Code: Missing, Name: name})
	}
	slices.SortFunc(wrong, func(a, b Finding) int { return cmp.Compare(a.Name, b.Name) })
	return wrong, nil
}

// CheckFile reads every byte of one file again. The finding has no code when the file is the one vouched for.
func (f File) CheckFile(dir string) (Finding, error) {
	path := filepath.Join(dir, filepath.FromSlash(f.Path))
	info, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Finding{Code: Missing, Name: f.Path}, nil
	}
	if err != nil {
		return Finding{}, err
	}
	return f.check(path, info.Mode().Type())
}

func (f File) check(path string, kind fs.FileMode) (Finding, error) {
	if !kind.IsRegular() {
		return Finding{Code: NoFile, Name: f.Path}, nil
	}
	now, err := Sum(path)
	if err == nil && (now.SHA256 != f.SHA256 || now.Size != f.Size) {
		return Finding{Code: Differs, Name: f.Path, Want: f.SHA256, Got: now.SHA256}, nil
	}
	return Finding{}, err
}
