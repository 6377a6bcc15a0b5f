package main

import (
	"errors"
	"io/fs"
	"syscall"
)

// reasons are the words for what the operating system says most.
var reasons = map[syscall.Errno]term{
	syscall.ENOENT:        "reason.missing",
	syscall.EACCES:        "reason.permission",
	syscall.EPERM:         "reason.permission",
	syscall.EISDIR:        "reason.folder",
	syscall.ENOSPC:        "reason.full",
	syscall.EDQUOT:        "reason.full",
	syscall.EROFS:         "reason.read_only",
	syscall.EFBIG:         "reason.too_large",
	syscall.EIO:           "reason.failing",
	syscall.EADDRINUSE:    "reason.in_use",
	syscall.EADDRNOTAVAIL: "reason.other_address",
}

// reason is what the operating system says, without the path that the message names anyhow: an argument of Say, in the
// reader's language where it is one of the reasons.
func reason(err error) any {
	if words, ok := worded(err); ok {
		return words
	}
	if file := (*fs.PathError)(nil); errors.As(err, &file) {
		return file.Err.Error()
	}
	return err.Error()
}

// worded are the words for what the operating system says, if there are any.
func worded(err error) (words term, ok bool) {
	var errno syscall.Errno
	if !errors.As(err, &errno) {
		return "", false
	}
	words, ok = reasons[errno]
	return words, ok
}
