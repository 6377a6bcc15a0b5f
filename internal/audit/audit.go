// Package audit keeps the log of who signed in, read, started and changed what.
//
// In comes an [Entry]; it is on the disk when [Log.Add] returns without an
// error. Out come the entries, and whether they are still what was written: each
// line carries the hash of the line before it, so that a line that was changed,
// taken out or moved is named by [Verify]. How far the log had come stands in a
// second file, so that lines cut off its end are missed too. Whoever may write
// both files can write both anew; the last hash, kept elsewhere, gives that away.
//
// An entry holds the user's name and nothing else of a person: no address, no
// browser, and no name that was only tried.
//
//	log := audit.Open("data")
//	err := log.Add(audit.Entry{At: now, Who: "kari", Did: audit.Read, What: "2010-12-31-b0025-12ec25e5/board"})
//	n, broken, err := audit.Verify("data")
package audit

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/google/renameio/v2"
	"github.com/rogpeppe/go-internal/lockedfile"

	"bolyst/internal/journal"
)

const (
	LogName  = "audit.jsonl" // in the data folder
	headName = "audit.head"
	lockName = "audit.lock"
)

// What is logged.
const (
	SignedIn   = "signed_in"
	Failed     = "sign_in_failed"
	SignedOut  = "signed_out"
	Read       = "read"
	Downloaded = "downloaded"
	Traced     = "figure_traced"
	Asked      = "job_asked"
	Ran        = "job_ran"
	Added      = "user_added"
	Removed    = "user_removed"
	Erased     = "person_erased"
	KinErased  = "kin_erased" // an erased person under an id that came to light later
	Expired    = "persons_expired"
	Approved   = "edition_approved"
	Rejected   = "edition_rejected"
)

// Deeds lists what can be logged.
func Deeds() []string {
	return []string{SignedIn, Failed, SignedOut, Read, Downloaded, Traced, Asked, Ran, Added, Removed, Erased, KinErased, Expired, Approved, Rejected}
}

// Entry is one deed.
type Entry struct {
	Number int       `json:"n"`
	At     time.Time `json:"at"`
	Who    string    `json:"who,omitempty"` // "": the service itself, or nobody who is known
	Did    string    `json:"did"`
	What   string    `json:"what,omitempty"`
	Before string    `json:"before"` // the hash of the line before
}

// head is how far the log had come.
type head struct {
	Number int    `json:"n"`
	Hash   string `json:"hash"`
}

// Log is the log of one data folder. Other processes may add to it too.
type Log struct {
	folder string

	mu   sync.Mutex
	file *journal.File
	size int64
	head head
}

// Open hands out the log of the folder, which need not be there yet.
func Open(folder string) *Log { return &Log{folder: folder} }

// Add adds an entry, its number and chain filled in. An entry that could not be added did not happen: the caller does not do
// what it is about.
func (l *Log) Add(e Entry) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.add(e); err != nil {
		l.file = nil // what is there is looked at anew
		return fmt.Errorf("%s: %w", LogName, err)
	}
	return nil
}

func (l *Log) add(e Entry) error {
	if err := os.MkdirAll(l.folder, 0o750); err != nil {
		return err
	}
	unlock, err := lockedfile.MutexAt(filepath.Join(l.folder, lockName)).Lock()
	if err != nil {
		return err
	}
	defer unlock()
	if err := l.catchUp(); err != nil {
		return err
	}
	e.Number, e.Before, e.At = l.head.Number+1, l.head.Hash, e.At.UTC().Truncate(time.Millisecond)
	line, err := json.Marshal(e)
	if err != nil {
		return err
	}
	if err := l.file.Append(line); err != nil {
		return err
	}
	l.size += int64(len(line)) + 1
	l.head = head{e.Number, hash(line)}
	text, err := json.Marshal(l.head)
	if err != nil {
		return err
	}
	return renameio.WriteFile(filepath.Join(l.folder, headName), append(text, '\n'), 0o600, renameio.WithTempDir(l.folder))
}

// catchUp reads what another process has added, or nobody has read yet.
func (l *Log) catchUp() error {
	path := filepath.Join(l.folder, LogName)
	info, err := os.Stat(path)
	if l.file != nil && (err == nil && info.Size() == l.size || errors.Is(err, fs.ErrNotExist) && l.size == 0) {
		return nil
	}
	file, lines, err := journal.Open(path)
	if err != nil {
		return err
	}
	l.file, l.size, l.head = file, 0, head{}
	for _, line := range lines {
		l.size += int64(len(line)) + 1
	}
	if n := len(lines); n > 0 {
		l.head = head{n, hash(lines[n-1])}
	}
	return nil
}

func hash(line []byte) string {
	sum := sha256.Sum256(line)
	return hex.EncodeToString(sum[:])
}

// List returns the entries.
func List(folder string) ([]Entry, error) {
	lines, err := read(folder)
	if err != nil {
		return nil, err
	}
	var entries []Entry
	for i, line := range lines {
		var e Entry
		if err := json.Unmarshal(line, &e); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", LogName, i+1, err)
		}
		entries = append(entries, e)
	}
	return entries, nil
}

func read(folder string) ([][]byte, error) {
	_, lines, err := journal.Open(filepath.Join(folder, LogName))
	return lines, err
}

// Result is what [Verify] found.
type Result struct {
	Lines  int
	Hash   string // of the last line, to be kept elsewhere
	Broken int    // the first line that is not what was written; 0: none
}

// Verify reads every line. A log that is shorter than it was is broken at the first line that is missing.
func Verify(folder string) (Result, error) {
	lines, err := read(folder)
	if err != nil {
		return Result{}, err
	}
	noted, err := readHead(folder)
	if err != nil {
		return Result{}, err
	}
	r := Result{Lines: len(lines)}
	for i, line := range lines {
		var e Entry
		switch {
		case !unchanged(line, &e) || e.Number != i+1:
			r.Broken = i + 1
		case e.Before != r.Hash: // this one is whole, and follows another line than it followed
			r.Broken = max(i, 1)
		case noted.Number == i+1 && noted.Hash != hash(line):
			r.Broken = i + 1
		}
		if r.Broken > 0 {
			return r, nil
		}
		r.Hash = hash(line)
	}
	if noted.Number > len(lines) || noted.Number == 0 && len(lines) > 1 {
		r.Broken = len(lines) + 1
	}
	return r, nil
}

// unchanged tells whether the line reads as an entry that would be written so.
func unchanged(line []byte, e *Entry) bool {
	if json.Unmarshal(line, e) != nil {
		return false
	}
	again, err := json.Marshal(*e)
	return err == nil && bytes.Equal(again, line)
}

func readHead(folder string) (noted head, err error) {
	text, err := os.ReadFile(filepath.Join(folder, headName))
	if errors.Is(err, fs.ErrNotExist) {
		return head{}, nil
	}
	if err == nil {
		err = json.Unmarshal(text, &noted)
	}
	if err != nil {
		return head{}, fmt.Errorf("%s: %w", headName, err)
	}
	return noted, nil
}
