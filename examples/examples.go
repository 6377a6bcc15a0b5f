// Package examples holds the programmes that ship inside the binary, ready to be unpacked: their configuration, and the files that
// such a programme has. What comes in are the folders beside this file; what goes out is a file system for each. Promised: the
// people and companies in them are invented (see the README.md of each), and nothing else is in there, in particular nothing that
// a run in the folder has left behind.
package examples

import (
	"embed"
	"io/fs"
)

// The names are listed one by one on purpose: "all:kom" would take a data folder and a key file that someone made by trying the
// example in place, and would build them into the program.
//
//go:embed kom/README.md kom/bolyst.yaml kom/kommentarer.yaml kom/filer/*.csv kom/filer/*.xlsx
//go:embed nine/README.md nine/bolyst.yaml nine/indicators/*.sql nine/filer/*.csv nine/filer/*.xlsx
var files embed.FS

// Names are the examples, in the order in which they are best looked at:
//
//   - kom: KOM Trainee as of the end of 2010, as the programme itself would set it up.
//   - nine: the nine programmes of the evaluation of 2011, as an evaluator would collect from them.
//
// The published totals come out of both, and a few rows are rejected on purpose.
func Names() []string { return []string{"kom", "nine"} }

// Named is the folder of the example of that name, with bolyst.yaml and what belongs to it, and the source files in filer. A name that is not one of Names
// is a fault of the program, and panics.
func Named(name string) fs.FS {
	folder, err := fs.Sub(files, name)
	if err != nil {
		panic(err)
	}
	return folder
}
