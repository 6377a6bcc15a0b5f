package store

import (
	"errors"
	"io/fs"
	"regexp"
	"syscall"

	"github.com/duckdb/duckdb-go/v2"
)

// saidOfDisk are the operating system's sentences that the engine hands on as text.
var saidOfDisk = map[string]syscall.Errno{
	"No space left on device": syscall.ENOSPC,
	"Disk quota exceeded":     syscall.EDQUOT,
	"File too large":          syscall.EFBIG,
	"Input/output error":      syscall.EIO,
	"Read-only file system":   syscall.EROFS,
	"Permission denied":       syscall.EACCES,
}

var ofDisk = regexp.MustCompile(`file "([^"]+)".*: ([A-Z][a-z/ -]+)$`)

// Disk tells a fault of the disk from other faults of the engine, which has only words for it: the file and what the operating
// system said. It is nil for any other error.
func Disk(err error) *fs.PathError {
	var engine *duckdb.Error
	if !errors.As(err, &engine) {
		return nil
	}
	found := ofDisk.FindStringSubmatch(engine.Error())
	if found == nil || saidOfDisk[found[2]] == 0 {
		return nil
	}
	return &fs.PathError{Op: "write", Path: found[1], Err: saidOfDisk[found[2]]}
}
