package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"bolyst/ingest"
)

const (
	// usualSettle is how long a file of a folder lies still before it is read: longer than a program that copies or
	// synchronises pauses between two pieces.
	usualSettle = 3 * time.Second
	// longestWait is how long a run waits for files to lie still. One that needs longer is taken the next time.
	longestWait = 5 * time.Second
)

// settle is how long the source's files must have lain still. A file that is named by itself is read as it is, unless the
// source says otherwise: somebody has just saved it, and asks for its figures.
func (s Source) settle() time.Duration {
	switch {
	case s.Settle != nil:
		return time.Duration(*s.Settle) * time.Second
	case s.isSeveral():
		return usualSettle
	}
	return 0
}

// complete are the source's files that can be read now. What other programs leave among them is left alone, and said once.
func (in *installation) complete(ctx context.Context, s Source) (files []string, waiting bool, err error) {
	f, err := in.config.find(s)
	if err != nil {
		return nil, false, err
	}
	if len(f.temporary) > 0 {
		var names []string
		for _, file := range f.temporary {
			names = append(names, filepath.Base(in.shownName(file)))
		}
		fmt.Fprintln(in.err, in.language.Say("ingest.temporary", s.ID, in.language.List(names)))
	}
	for _, file := range f.partial {
		fmt.Fprintln(in.err, in.language.Say("ingest.unfinished", in.shownName(file)))
	}
	files, err = in.settled(ctx, s, f.files)
	return files, len(f.files)+len(f.partial) > len(files), err
}

// settled leaves out the files that are still being written, and says which. Old files cost no time; for one that was changed
// a moment ago the run waits until it has lain still, and looks again.
func (in *installation) settled(ctx context.Context, s Source, files []string) ([]string, error) {
	fresh, wait := map[string]fs.FileInfo{}, time.Duration(0) // as the files were; nil: there is no point in waiting
	for _, file := range files {
		info, err := os.Stat(file)
		if err != nil {
			continue // told when it is read
		}
		left := s.settle() - in.now().Sub(info.ModTime())
		if left > s.settle() { // changed in the future, by another clock
			left = min(s.settle(), longestWait)
		}
		switch {
		case left > longestWait:
			fresh[file] = nil
		case left > 0:
			fresh[file], wait = info, max(wait, left)
		}
	}
	if err := pause(ctx, wait); err != nil {
		return nil, err
	}
	return slices.DeleteFunc(files, func(file string) bool {
		before, isFresh := fresh[file]
		if !isFresh || before != nil && untouched(file, before) {
			return false
		}
		fmt.Fprintln(in.err, in.language.Say("ingest.unfinished", in.shownName(file)))
		return true
	}), nil
}

// pause waits, or returns the context's error when it ends first.
func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

// untouched says whether a file is the one that it was: nobody has written to it, or put another in its place.
func untouched(file string, before fs.FileInfo) bool {
	now, err := os.Stat(file)
	return err == nil && os.SameFile(now, before) && now.Size() == before.Size() && now.ModTime().Equal(before.ModTime())
}

// unlessChanged is the error of having read a file, or that it changed meanwhile: half of one file and half of another is
// neither.
func (in *installation) unlessChanged(file string, before fs.FileInfo, err error) error {
	if untouched(file, before) {
		return err
	}
	return told(in.language.Say("ingest.changed", in.shownName(file)))
}

// shownName is the file's name as it may be repeated.
func (in *installation) shownName(file string) string {
	return ingest.ShownName(in.config.nameOf(file))
}
