package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Read reads one file. Every row that has content is handed either to accept,
// as a Record, or to reject, as all the problems found in it; rows is the
// number of both together. Rows are read as they come and not kept.
//
// A file may lack the column of a field that the contract does not require;
// nothing is then known of that field. A required column must be there.
//
// A file that cannot be trusted as a whole gives an error of type Refused.
// This may be found only after rows were handed over, so whenever Read returns
// an error the caller must discard all that it was given.
func Read(ctx context.Context, path string, m Mapping, key Key, accept func(Record) error, reject func([]Problem) error) (rows int, err error) {
	file := filepath.Base(path)
	if holdsIdentityNumber(file) {
		return 0, Refused{Problem{File: hideDigits(file), Rule: RuleIdentityName, Masked: true}}
	}
	if err := m.usable(); err != nil {
		return 0, err
	}
	if len(key.secret) == 0 && len(m.Feed.Personal) > 0 {
		return 0, errors.New("pseudonym key: not set")
	}
	src, err := open(path, m.Format)
	if err != nil {
		return 0, atFile(file, "", err)
	}
	defer src.Close()

	h, err := findHeader(src, m)
	if err != nil {
		return 0, atFile(file, src.sheet(), err)
	}
	c := newChecker(m, key, h, file, src.sheet())
	err = c.all(ctx, src, accept, reject)
	return c.rows, atFile(file, src.sheet(), err)
}

// open opens a file as the kind the source says it is.
func open(path string, format Format) (source, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	var src source
	if format.Type == "xlsx" {
		src, err = openXLSX(f, format)
	} else {
		src, err = openCSV(f, format)
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return src, nil
}

// all checks the rows that are left in the source.
func (c *checker) all(ctx context.Context, src source, accept func(Record) error, reject func([]Problem) error) error {
	for {
		r, err := src.next()
		if errors.Is(err, io.EOF) {
			return c.finish()
		}
		if err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if r.blank() {
			continue
		}
		values, problems, err := c.check(r)
		if err != nil {
			return err
		}
		if len(problems) > 0 {
			err = reject(problems)
		} else {
			err = accept(Record{Sheet: c.sheet, Row: r.number, Values: values})
		}
		if err != nil {
			return err
		}
	}
}

// atFile adds the file to an error. Of an error of the file system it leaves
// out the path, whose folders may be named after a person.
func atFile(file, sheet string, err error) error {
	var refused Refused
	var pathErr *fs.PathError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &refused):
		if refused.File == "" {
			refused.File = file
		}
		if refused.Sheet == "" {
			refused.Sheet = sheet
		}
		return refused
	case errors.As(err, &pathErr):
		return fmt.Errorf("%s: %w", file, pathErr.Err)
	}
	return fmt.Errorf("%s: %w", file, err)
}
