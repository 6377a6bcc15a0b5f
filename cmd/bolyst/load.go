package main

import (
	"path"
	"path/filepath"
	"strings"

	"bolyst/ingest"
	"bolyst/internal/batch"
	"bolyst/internal/store"
)

// load is what became of one file.
type load struct {
	batch.Batch
	repeated bool             // the file was taken in before, in this batch
	problems []ingest.Problem // the first of them, to be shown
	notices  []ingest.Notice  // what should be known of the file, and is no fault of a row
	whole    bool             // the file holds all that its source has
	unknown  int              // rejected rows whose key cannot be read
}

// keptProblems is how many faults of a file are shown. All of them are in the batch.
const keptProblems = 20

// rejects notes the faults of one row for the screen, and gives them in the form that the batch keeps.
func (l *load) rejects(problems []ingest.Problem) []store.Reject {
	l.Rejected++
	kept := make([]store.Reject, len(problems))
	for i, p := range problems {
		if len(l.problems) < keptProblems {
			l.problems = append(l.problems, p)
		}
		kept[i] = store.Reject{Sheet: p.Sheet, Row: p.Row, Column: p.Column, Header: p.Header, Field: p.Field,
			Found: p.Found, Masked: p.Masked, Rule: p.Rule, Allowed: p.Allowed}
	}
	return kept
}

// again is the balance of a file that had been taken in before: what was loaded then is unchanged now.
func (l load) again(earlier batch.Batch) load {
	file := l.File
	l.Batch, l.repeated = earlier, true
	if file != "" { // another file with the same bytes
		l.File = file
	}
	l.Loaded, l.Unchanged, l.Removed, l.Withheld = 0, earlier.Loaded+earlier.Unchanged, 0, 0
	return l
}

// fingerprint identifies everything that makes a row of the file into what it becomes: the mapping with its contract, and
// the key that the pseudonyms are made with.
func (in *installation) fingerprint(m ingest.Mapping) string {
	return m.Hash() + "-" + in.keyMark()
}

// keyMark tells one key from another without telling anything of it.
func (in *installation) keyMark() string { return in.key.Pseudonym("", "key", "")[:8] }

// checkKey refuses a key other than the one that the record was made with: with it, every person would be a new person.
func (in *installation) checkKey() error {
	for _, b := range in.store.Ledger().Batches() {
		if _, mark, _ := strings.Cut(b.Mapping, "-"); mark != in.keyMark() {
			return told(in.language.Say("key.other", in.config.KeyFile, b.Number))
		}
	}
	return nil
}

// nameOf is the file's name in the record: seen from the configuration's folder, with slashes, so that it is the same on
// every machine; for a file elsewhere its last part.
func (c *Config) nameOf(file string) string {
	name, err := filepath.Rel(c.folder, file)
	if err != nil || strings.HasPrefix(name, "..") {
		return filepath.Base(file)
	}
	return filepath.ToSlash(name)
}

// isShared says whether several sources read the file of that name: then what is said of it names the source too.
func (c *Config) isShared(file string) bool {
	readers := 0
	for _, s := range c.Sources {
		fits, _ := path.Match(path.Clean(filepath.ToSlash(s.Path)), file)
		if fits || s.Path != "" && c.nameOf(c.Path(s.Path)) == file {
			readers++
		}
	}
	return readers > 1
}

// say writes the row balance of the file as one line, and what is gone since its source delivered before. The source is ""
// where the file's name says enough.
func (l load) say(language Language, source string) string {
	taken := "ingest.loaded"
	if l.repeated {
		taken = "ingest.repeated"
	}
	parts := []string{language.Say(taken, l.Number), language.Say("ingest.balance", l.Read, l.Loaded, l.Unchanged, l.Superseded, l.Rejected)}
	if l.Removed > 0 {
		parts = append(parts, language.Count(l.Removed, "ingest.removed", l.Removed))
	}
	if l.whole && l.unknown > 0 {
		parts = append(parts, language.Count(l.unknown, "ingest.unknown", l.unknown))
	}
	if l.Withheld > 0 {
		parts = append(parts, language.Count(l.Withheld, "ingest.withheld", l.Withheld))
	}
	name := l.File
	if source != "" {
		name = source + ": " + name
	}
	return name + ": " + strings.Join(parts, "; ")
}
