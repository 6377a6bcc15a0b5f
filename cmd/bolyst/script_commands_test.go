package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"bolyst/internal/edition"
)

// copyDemo lays out what `bolyst demo --no-serve` makes, which is made once for all scripts: demo d. Those that are about making
// it do so themselves.
func copyDemo(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: demo FOLDER")
	}
	demo()
	ts.Check(exec.Command("cp", "-a", pristine("kom"), ts.MkAbs(args[0])).Run())
}

// exitStatus runs a program and holds its exit code: status 2 bolyst figures --as-of soon. What it says goes to the files
// out and err of the script's folder.
func exitStatus(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status CODE PROGRAM ARGUMENTS")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	program, err := exec.LookPath(args[1])
	ts.Check(err)
	cmd := exec.Command(program, args[2:]...)
	cmd.Dir = ts.MkAbs(".")
	cmd.Env = append(os.Environ(), "BOLYST_LANG="+ts.Getenv("BOLYST_LANG"), "TZ="+ts.Getenv("TZ"), "SSL_CERT_FILE="+ts.Getenv("SSL_CERT_FILE"),
		"BOLYST_TEST_CLOCK="+ts.Getenv("BOLYST_TEST_CLOCK"))
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err = cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		ts.Fatalf("%v", err)
	}
	ts.Check(os.WriteFile(ts.MkAbs("out"), out.Bytes(), 0o644))
	ts.Check(os.WriteFile(ts.MkAbs("err"), errs.Bytes(), 0o644))
	ts.Logf("%s%s", out.String(), errs.String())
	if got := cmd.ProcessState.ExitCode(); got != want {
		ts.Fatalf("exit code of %s: got %d, want %d", strings.Join(args[1:], " "), got, want)
	}
}

// sameFolders holds two folders equal, file by file and byte by byte.
func sameFolders(ts *testscript.TestScript, neg bool, args []string) {
	a, b := contents(ts, args[0]), contents(ts, args[1])
	for name := range a {
		if !bytes.Equal(a[name], b[name]) {
			ts.Fatalf("%s differs", name)
		}
	}
	if len(a) != len(b) || len(a) == 0 {
		ts.Fatalf("got %d files and %d files", len(a), len(b))
	}
}

func contents(ts *testscript.TestScript, folder string) map[string][]byte {
	root := ts.MkAbs(folder)
	all := map[string][]byte{}
	ts.Check(filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		name, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		all[name], err = os.ReadFile(path)
		return err
	}))
	return all
}

// makeConfig writes a configuration in which ADDRESS is the script's web server: mkconfig TO FROM.
func makeConfig(ts *testscript.TestScript, neg bool, args []string) {
	content := strings.ReplaceAll(ts.ReadFile(args[1]), "ADDRESS", ts.Getenv("URL"))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(content), 0o644))
}

// joinFiles writes files one after the other: join TO FROM FROM.
func joinFiles(ts *testscript.TestScript, neg bool, args []string) {
	content := ""
	for _, from := range args[1:] {
		content += ts.ReadFile(from)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(content), 0o644))
}

// newestEdition makes a link to the folder of the newest edition: newest INSTALLATION LINK.
func newestEdition(ts *testscript.TestScript, neg bool, args []string) {
	editions := filepath.Join(ts.MkAbs(args[0]), "data", "editions")
	name, err := edition.Latest(editions)
	ts.Check(err)
	ts.Check(os.Symlink(filepath.Join(editions, name), ts.MkAbs(args[1])))
}

// replaceInFile changes a file that nobody should: replace FILE FROM TO.
func replaceInFile(ts *testscript.TestScript, neg bool, args []string) {
	content := ts.ReadFile(args[0])
	changed := strings.Replace(content, args[1], args[2], 1)
	if changed == content {
		ts.Fatalf("%q is not in %s", args[1], args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(changed), 0o644))
}
