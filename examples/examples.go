// Package examples holds the programmes that ship inside the binary, ready to be unpacked: their configuration, and the files that
// such a programme has. What comes in are the folders beside this file; what goes out is a file system for each. Promised: the
// people and companies in them are invented (see kom/README.md), and nothing else is in there, in particular nothing that a run
// in the folder has left behind.
package examples

import (
	"embed"
	"io/fs"
)

// The names are listed one by one on purpose: "all:kom" would take a data folder and a key file that someone made by trying the
// example in place, and would build them into the program.
//
//go:embed kom/README.md kom/bolyst.yaml kom/kommentarer.yaml kom/filer/*.csv kom/filer/*.xlsx
var files embed.FS

// KOM is the folder kom: KOM Trainee as of the end of 2010, with kom/bolyst.yaml, its comments, and the source files in kom/filer.
// The published totals come out of it, and a few rows are rejected on purpose.
var KOM fs.FS = files
