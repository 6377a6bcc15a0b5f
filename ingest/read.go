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
// as a Record, or to reject, as all the problems found in it; Summary.Rows is
// the number of both together. Rows are read as they come and not kept. With the
// problems comes the key of the row, the values of Feed.Key, if it can be read
// all the same, and otherwise nil.
//
// A file may lack the column of a field that the contract does not require;
// nothing is then known of that field. A required column must be there. Where
// several sheets are asked for, each has its own header row.
//
// A file that cannot be trusted as a whole gives an error of type Refused.
// This may be found only after rows were handed over, so whenever Read returns
// an error the caller must discard all that it was given.
func Read(ctx context.Context, path string, m Mapping, key Key, accept func(Record) error, reject func(problems []Problem, key []any) error) (Summary, error) {
	file := filepath.Base(path)
	if holdsIdentityNumber(file) {
		return Summary{}, Refused{Problem{File: hideDigits(file), Rule: RuleIdentityName, Masked: true}}
	}
	if err := m.usable(); err != nil {
		return Summary{}, err
	}
	if len(key.secret) == 0 && len(m.Feed.Personal) > 0 {
		return Summary{}, errors.New("pseudonym key: not set")
	}
	src, err := open(path, m.Format)
	if err != nil {
		return Summary{}, atFile(file, "", err)
	}
	defer src.Close()
	r := reading{m: m, key: key, file: file, src: src, accept: accept, reject: reject}
	err = r.sheets(ctx)
	return r.summary, atFile(file, src.sheet(), err)
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

// reading is one file on its way.
type reading struct {
	m       Mapping
	key     Key
	file    string
	src     source
	accept  func(Record) error
	reject  func(problems []Problem, key []any) error
	summary Summary
	numbers int // identity numbers found so far
}

// sheets reads the sheets that were asked for. One without any content is
// passed over, unless it is the only one.
func (r *reading) sheets(ctx context.Context) error {
	var empty error
	for read := 0; ; {
		h, ahead, err := findHeader(r.src, r.m)
		switch {
		case errors.Is(err, errEmptySheet):
			if empty == nil {
				empty = atFile(r.file, r.src.sheet(), err)
			}
			r.summary.notice(r.problem(Problem{Rule: NoticeSheetEmpty}))
		case err != nil:
			return err
		default:
			read++
			if err := r.checkColumns(h); err != nil {
				return err
			}
			if err := r.rows(ctx, h, ahead); err != nil {
				return err
			}
		}
		if err := r.src.nextSheet(); errors.Is(err, io.EOF) {
			if read == 0 {
				return empty
			}
			return nil
		} else if err != nil {
			return err
		}
	}
}

// rows hands over the rows below the header. Those ahead were read in search
// of it.
func (r *reading) rows(ctx context.Context, h header, ahead []*row) error {
	c := newChecker(r, h)
	bs := r.blocks(h, c, ahead)
	defer bs.stop()
	sum := account{checker: c, numbers: &r.numbers, firstDays: map[string]bool{}}
	for b := bs.next(nil); ; b = bs.next(b) {
		for i := range b.verdicts {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := r.handOver(&b.verdicts[i], &sum); err != nil {
				return err
			}
		}
		sum.addTypes(b.types)
		if errors.Is(b.err, io.EOF) {
			return sum.finish()
		}
		if b.err != nil {
			return b.err
		}
	}
}

func (r *reading) handOver(v *verdict, sum *account) error {
	if v.total {
		r.summary.ignore(v.problems[0])
		return nil
	}
	r.summary.Rows++
	if err := sum.add(v); err != nil {
		return err
	}
	if len(v.problems) > 0 {
		return r.reject(v.problems, v.key)
	}
	r.tellFirstDays(v, sum.firstDays)
	return r.accept(Record{Sheet: sum.checker.sheet, Row: v.row, Values: v.values})
}

func (r *reading) nextRow(ahead *[]*row) (*row, error) {
	if rows := *ahead; len(rows) > 0 {
		*ahead = rows[1:]
		return rows[0], nil
	}
	return r.src.next()
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
