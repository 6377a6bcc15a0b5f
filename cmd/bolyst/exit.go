package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"bolyst/dashboards"
	"bolyst/internal/batch"
	"bolyst/internal/store"
)

// The exit codes of the program. The help of every command names them.
const (
	exitDone     = 0
	exitFailed   = 1
	exitUse      = 2 // the words of the command line cannot be understood
	exitRejected = 3 // done, but more rows were rejected than the source allows
)

// failure is an error that has already been told in the reader's language, line by line.
type failure struct {
	lines   []string
	refused []refused // what the lines are about, where they are about files
}

// refused is a file that was not taken in, or a source of which nothing was, and the line that says why.
type refused struct{ source, file, why string }

// refuse adds what was not taken in. The file is "" when the source as a whole was not.
func (f *failure) refuse(source, file string, lines ...string) {
	f.lines = append(f.lines, lines...)
	for _, line := range lines {
		f.refused = append(f.refused, refused{source, file, line})
	}
}

func (f failure) Error() string { return fmt.Sprint(f.lines) }

// told makes a failure of one sentence.
func told(line string) error { return failure{lines: []string{line}} }

// errRejected ends a command that did its work, but had to reject more rows than the source allows. It has been said.
var errRejected = errors.New("rows rejected beyond the limit")

// misused is an error of use that only shows after the command line was parsed.
type misused struct{ line string }

func (m misused) Error() string { return m.line }

// exitCode says what went wrong, and returns the code. Of several errors each is said, and the gravest decides: what failed is
// graver than rows that were rejected.
func exitCode(err error, c *console) int {
	code := exitDone
	for _, err := range parts(err) {
		if one := sayError(err, c); code == exitDone || one < code {
			code = one
		}
	}
	return code
}

// parts are the errors that were joined in one.
func parts(err error) []error {
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return []error{err}
	}
	var all []error
	for _, err := range joined.Unwrap() {
		all = append(all, parts(err)...)
	}
	return all
}

// sayError says what went wrong, and returns the code for it.
func sayError(err error, c *console) int {
	l := c.speaks()
	var f failure
	var m misused
	var damaged *batch.LedgerError
	var file *fs.PathError
	if disk := store.Disk(err); disk != nil {
		err = disk
	}
	words, isWorded := worded(err)
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errRejected):
		return exitRejected
	case errors.As(err, &m):
		fmt.Fprintln(c.err, m.line)
		return exitUse
	case errors.As(err, &f):
		for _, line := range f.lines {
			fmt.Fprintln(c.err, line)
		}
	case errors.Is(err, store.ErrInUse):
		fmt.Fprintln(c.err, l.Say("exit.in_use"))
	case errors.Is(err, batch.ErrGap):
		fmt.Fprintln(c.err, l.Say("exit.gap"))
	case errors.Is(err, dashboards.ErrNotBuilt):
		fmt.Fprintln(c.err, l.Say("exit.not_built"))
	case errors.As(err, &damaged) && damaged.Unbalanced != nil:
		b := damaged.Unbalanced
		fmt.Fprintln(c.err, l.Say("exit.ledger_balance", damaged.Line, l.Say("ingest.balance", b.Read, b.Loaded, b.Unchanged, b.Superseded, b.Rejected)))
	case errors.As(err, &damaged):
		fmt.Fprintln(c.err, l.Say("exit.ledger", damaged.Line))
	case errors.As(err, &file) && isWorded:
		fmt.Fprintln(c.err, printable(l.Say("exit.disk", file.Path, words)))
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(c.err, l.Say("exit.stopped"))
	default:
		fmt.Fprintln(c.err, l.Say("exit.failed", printable(err.Error())))
	}
	return exitFailed
}
