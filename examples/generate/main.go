// Command generate writes the files of the examples, examples/kom/filer and examples/nine/filer.
//
// What comes in is nothing but the source code: a seed, the stories of thirty made-up trainees, and for the other programmes of
// the evaluation a plan of how many had which fate (plan.go). What goes out are the files that trainee programmes and their
// evaluator really have: exports from a recruitment system, the coordinator's own workbooks, survey answers. Promised: the same
// bytes on every run and every machine, and the totals that were published (totals_test.go and nine_test.go count them). Every
// person, company and organisation number is invented.
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
	dir := flag.String("dir", "examples", "folder that holds the examples")
	flag.Parse()
	for name, files := range examples() {
		if err := write(filepath.Join(*dir, name, "filer"), files); err != nil {
			fmt.Fprintln(os.Stderr, "generate:", err)
			os.Exit(1)
		}
	}
}

// examples is the files of each example, by the name of its folder.
func examples() map[string][]file {
	return map[string][]file{"kom": newScheme().files(), "nine": newEvaluation().files()}
}

// write makes the files in dir, over whatever stood there.
func write(dir string, files []file) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, f := range files {
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
