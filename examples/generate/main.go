// Command generate writes the files of the example programme, examples/kom/filer.
//
// What comes in is nothing but the source code: a seed, and the stories of thirty made-up trainees. What goes out are the files
// that a trainee programme really has: exports from a recruitment system, the coordinator's own workbooks, survey answers.
// Promised: the same bytes on every run and every machine, and the totals that were published of KOM Trainee (totals_test.go
// counts them). Every person, company and organisation number is invented.
//
// The files are committed. After a change here, write them again and look at the difference:
//
//	go run ./examples/generate
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	dir := flag.String("dir", filepath.Join("examples", "kom", "filer"), "folder to write the files into")
	flag.Parse()
	if err := write(*dir); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

// write makes every file of the programme in dir, over whatever stood there.
func write(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, f := range newScheme().files() {
		content, err := f.bytes()
		if err != nil {
			return fmt.Errorf("%s: %w", f.name, err)
		}
		if err := os.WriteFile(filepath.Join(dir, f.name), content, 0o644); err != nil {
			return err
		}
	}
	return nil
}
