package main

import (
	"cmp"
	"slices"
	"strings"
)

// A place is where something stands in the file, counted from 1.
type place struct{ line, column int }

// places maps the path of everything in the file to its place: of an entry the place of its key, of a list's item the
// place where it begins.
type places map[string]place

// at is the place of the path, or of the nearest thing around it that stands in the file.
func (p places) at(path string) place {
	for {
		if found, ok := p[path]; ok {
			return found
		}
		end := strings.LastIndexAny(path, ".[")
		if end < 0 {
			return place{1, 1}
		}
		path = path[:end]
	}
}

// findings collects the mistakes of one file.
type findings struct {
	file     string
	places   places
	mistakes []Mistake
}

// wrong notes a mistake about what stands at the path. Of several about the same thing the first is enough: the others
// follow from it.
func (f *findings) wrong(path string, m Mistake) {
	at := f.places.at(path)
	for _, earlier := range f.mistakes {
		if earlier.Path == path && earlier.Line == at.line && earlier.Column == at.column {
			return
		}
	}
	f.wrongAt(at, path, m)
}

// wrongAt notes a mistake at a place of its own.
func (f *findings) wrongAt(at place, path string, m Mistake) {
	m.File, m.Line, m.Column, m.Path = f.file, at.line, at.column, path
	f.mistakes = append(f.mistakes, m)
}

// mistakenIn tells whether a mistake has been noted at the path or inside what stands there.
func (f *findings) mistakenIn(path string) bool {
	return slices.ContainsFunc(f.mistakes, func(m Mistake) bool {
		rest, inside := strings.CutPrefix(m.Path, path)
		return inside && (rest == "" || rest[0] == '.' || rest[0] == '[')
	})
}

// oneOf notes it when the value is not among the allowed ones; nothing is said of a value that is missing.
func (f *findings) oneOf(path, value, code string, allowed []string) {
	if value != "" && !slices.Contains(allowed, value) {
		f.wrong(path, Mistake{Code: code, Args: []any{value}, Allowed: allowed, Suggestion: closest(value, allowed)})
	}
}

// sortMistakes puts the mistakes in the order in which they stand in the file.
func sortMistakes(mistakes []Mistake) {
	slices.SortStableFunc(mistakes, func(a, b Mistake) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column), cmp.Compare(a.Path, b.Path))
	})
}

// misspelt tells whether a key beside it was probably meant to be this one.
func (f *findings) misspelt(at, key string) bool {
	return slices.ContainsFunc(f.mistakes, func(m Mistake) bool {
		return m.Code == "config.key.unknown" && m.Suggestion == key && strings.HasPrefix(m.Path, at+".")
	})
}
