package main

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Ctrl-C in the middle of a file: the files before it are in the record, nothing of it is, and the next run takes it whole.
func TestStoppedProgramHasWholeFilesOnly(t *testing.T) {
	box := newInbox(t, 0)
	box.write("filer/1.csv", rowsHeader+rows(0, 3))
	box.write("filer/2.csv", rowsHeader+rows(1000, 300_000))
	cmd := exec.CommandContext(t.Context(), "bolyst", "ingest", "-c", box.path("bolyst.yaml"))
	cmd.Env = append(os.Environ(), "BOLYST_LANG=nb")
	var errs strings.Builder
	cmd.Stderr = &errs
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	screen := bufio.NewReader(pipe)
	if line, err := screen.ReadString('\n'); err != nil || !strings.Contains(line, "filer/1.csv: innlesing 1") {
		t.Fatalf("got %q %v, want the first file", line, err)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	rest, _ := io.ReadAll(screen)
	cmd.Wait() // its exit code is looked at below
	if code := cmd.ProcessState.ExitCode(); code != exitFailed || !strings.Contains(errs.String(), "Stoppet.") || len(rest) > 0 {
		t.Errorf("got code %d, %q and %q, want to be told that it stopped", code, rest, errs.String())
	}
	batches, err := filepath.Glob(box.path("data/batches/*"))
	if err != nil || len(batches) != 1 {
		t.Errorf("got %v %v, want the batch of the first file", batches, err)
	}
	if code, said := box.ingest(); code != exitDone || !strings.Contains(said, "filer/2.csv: innlesing 2; lest 299000 = lest inn 299000") {
		t.Errorf("got code %d and %s, want the second file whole", code, said)
	}
}
