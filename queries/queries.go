// Package queries holds the SQL and nothing else.
//
// A figure is made in three steps, each a folder or file here. known/ asks which facts count, as of a date and known at a
// batch, and gives plain tables named like the feeds: trainees, offers, residence. indicators/ asks of those who counts and
// what became of each: one row per subject with its outcome. count.sql and sum.sql count the subjects, the same way for
// every indicator. schema.sql is the model under them, load/ how rows come into it.
//
// In the statements of load/ the words {feed}, {fields} and {key} stand for names from a feed's contract; values are
// parameters always.
package queries

import (
	"embed"
	"io/fs"
	"path"
	"strings"
)

//go:embed *.sql known/*.sql load/*.sql indicators/*.sql
var files embed.FS

// Known names the tables of known/ in the order in which they are made: a later one may ask an earlier one.
var Known = []string{"applications", "companies", "finances", "trainees", "offers", "residency", "residence", "reported"}

// Text returns the statement of a file such as "count.sql" or "known/trainees.sql". A name that is not there is a fault of
// the program, and panics.
func Text(name string) string {
	content, err := files.ReadFile(name)
	if err != nil {
		panic(err)
	}
	return string(content)
}

// Indicators returns the indicators that come with the program: id -> statement.
func Indicators() map[string]string {
	found := map[string]string{}
	names, err := fs.Glob(files, "indicators/*.sql")
	if err != nil {
		panic(err)
	}
	for _, name := range names {
		found[strings.TrimSuffix(path.Base(name), ".sql")] = Text(name)
	}
	return found
}
