package main

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"time"
)

// On a terminal a bar shows rows per second and the time that is left, and is gone in the end; elsewhere each file has one line.
func TestProgressIsShownOnATerminalOnly(t *testing.T) {
	script, err := exec.LookPath("script")
	if err != nil {
		t.Skip("no script to make a terminal; install bsdutils")
	}
	box := newInbox(t, 0)
	box.write("filer/lang.csv", rowsHeader+rows(0, 200_000))
	command := "bolyst ingest -c " + box.path("bolyst.yaml")
	cmd := exec.CommandContext(t.Context(), script, "-qec", command, "/dev/null")
	cmd.Env = append(os.Environ(), "BOLYST_LANG=nb", "TERM=xterm", "COLUMNS=120")
	screen, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, screen)
	}
	if bar := regexp.MustCompile(`lang\.csv +\d+% .*/200000, \d+ rader/s\) \[\d+s:\d+s\]`); !bar.Match(screen) {
		t.Errorf("got %q, want rows per second and the time that is left", screen)
	}
	if line := regexp.MustCompile(`\r\s*\r*filer/lang\.csv: innlesing 1; lest 200000 = lest inn 200000`); !line.Match(screen) {
		t.Errorf("got %q, want the bar to be gone before the line", screen)
	}
	if code, said := box.ingest(); code != exitDone || strings.Contains(said, "rader/s") || strings.Count(said, "\n") != 1 {
		t.Errorf("got code %d and %q, want one line", code, said)
	}
}

// A work that takes long is shown with the steps that are done; one that does not is never seen.
func TestStepsAreShownWhenTheyTakeLong(t *testing.T) {
	const onTerminal = "BOLYST_TEST_STEPS"
	if os.Getenv(onTerminal) != "" { // this is the program on the terminal
		c := &console{err: os.Stderr}
		for name, pause := range map[string]time.Duration{"kort": 0, "langt": unseen + 500*time.Millisecond} {
			work := c.steps(name, 3)
			work.step()
			time.Sleep(pause)
			work.step()
			work.end()
		}
		return
	}
	script, err := exec.LookPath("script")
	if err != nil {
		t.Skip("no script to make a terminal; install bsdutils")
	}
	cmd := exec.CommandContext(t.Context(), script, "-qec", os.Args[0]+" -test.run='^"+t.Name()+"$'", "/dev/null")
	cmd.Env = append(os.Environ(), onTerminal+"=1", "TERM=xterm", "COLUMNS=120")
	screen, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, screen)
	}
	if bar := regexp.MustCompile(`langt +\d+% .*\(1/3\)`); !bar.Match(screen) {
		t.Errorf("got %q, want the work and its steps", screen)
	}
	if strings.Contains(string(screen), "kort") {
		t.Errorf("got %q, want nothing of the short work", screen)
	}
}
