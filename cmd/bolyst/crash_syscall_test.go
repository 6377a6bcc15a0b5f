package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
)

// The calls that make something last.
const (
	flushes  = "fsync,fdatasync"
	renames  = "rename,renameat,renameat2"
	removals = "unlink" // of the engine's log; what is swept goes by another call
)

func TestKilledAtEveryFlushRenameAndRemovalNothingIsLost(t *testing.T) {
	long(t)
	killing := func(n int) string { return fmt.Sprintf("signal=SIGKILL:when=%d", n) }
	kills := 0
	for _, command := range []string{"ingest", "rebuild"} {
		for _, calls := range []string{flushes, renames, removals} {
			kills += atEvery(t, command, calls, killing, func(t *testing.T, under []string) (disturbed bool) {
				tr := newTrial(t, 1)
				if command == "rebuild" {
					copyFolder(t, filepath.Join(calmFolder(1), "data"), filepath.Join(tr.folder, "data"))
				}
				first := ended(t, tr.program(t, append(under, "bolyst", command)...))
				if first.code == exitDone {
					return false
				}
				if last := tr.whole(t, first.out); strings.Contains(last.err, "made anew") {
					t.Errorf("a kill is no damage, but: %s", last.err)
				}
				return true
			})
		}
	}
	if t.Logf("%d kills", kills); kills < 40 {
		t.Errorf("got %d kills, want %d at least", kills, 40)
	}
}

// Every other fault is for good; the others happen once, and then the disk seems to work again. The program must stop the
// first time, since a second flush would succeed without having written anything.
func TestFlushThatFailsStopsTheProgramAndPromisesNothing(t *testing.T) {
	failing := func(n int) string {
		if n%2 == 0 {
			return fmt.Sprintf("error=EIO:when=%d+", n)
		}
		return fmt.Sprintf("error=EIO:when=%d", n)
	}
	faults := atEvery(t, "ingest", flushes, failing, func(t *testing.T, under []string) (disturbed bool) {
		tr := newTrial(t, 0)
		first := ended(t, tr.program(t, append(under, "bolyst", "ingest")...))
		if first.code == exitDone {
			return false
		}
		stopsWithOneSentence(t, first)
		tr.promisedAtMostTheRecord(t, first)
		tr.whole(t, first.out)
		return true
	})
	if faults < often(20, 1) {
		t.Errorf("got %d faults, want %d at least", faults, often(20, 1))
	}
}

// stopsWithOneSentence: the program fails, says why in one line, and does not mistake the fault for a damaged database.
func stopsWithOneSentence(t *testing.T, o outcome) {
	t.Helper()
	if o.code != exitFailed || !strings.HasPrefix(o.err, "Stopped") || strings.Count(o.err, "\n") != 1 || strings.Contains(o.err, "made anew") {
		t.Errorf("got %v, want exit code %d and one sentence about the fault", o, exitFailed)
	}
}

// promisedAtMostTheRecord: every file on the screen has its line in the ledger. One more line may stand there, when the fault
// hit the database, which comes after it; that file was not promised, but nothing of it is lost.
func (tr trial) promisedAtMostTheRecord(t *testing.T, o outcome) {
	t.Helper()
	ledger, err := os.ReadFile(filepath.Join(tr.folder, "data", "ledger.jsonl"))
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	lines, promises := strings.Count(string(ledger), "\n"), len(promised(o.out))
	database := strings.Contains(o.err, "duckdb")
	if lines != promises && !(database && lines == promises+1) {
		t.Errorf("%d files were promised, the ledger has %d: %v", promises, lines, o)
	}
}

// atEvery disturbs the first call of these, the second, and so on, each in a round of its own, until a round was not
// disturbed. It returns how many were. Without CI=true only the first is disturbed. strace counts on each thread by itself: all
// calls for the record are the main thread's, and a few of the engine's own come on its threads and are left to the kills at any
// moment.
func atEvery(t *testing.T, name, calls string, fault func(n int) string, round func(t *testing.T, under []string) (disturbed bool)) int {
	t.Helper()
	tool := strace(t)
	t.Setenv("BOLYST_TEST_ONE_THREAD", "1")
	wave := often(2, 1)
	var disturbed atomic.Int64
	for first := 1; int(disturbed.Load()) == first-1 && !t.Failed(); first += wave {
		t.Run(fmt.Sprintf("%s/%s from %d", name, calls, first), func(t *testing.T) {
			for n := first; n < first+wave; n++ {
				t.Run(fmt.Sprint(n), func(t *testing.T) {
					t.Parallel()
					if round(t, disturbing(tool, calls, fault(n))) {
						disturbed.Add(1)
					}
				})
			}
		})
		if !thorough {
			break
		}
	}
	return int(disturbed.Load())
}

// disturbing is the command line of strace that disturbs these calls.
func disturbing(tool, calls, fault string) []string {
	under := []string{tool, "-f", "-q", "-o", os.DevNull, "-e", "trace=" + calls, "-e", "inject=" + calls + ":" + fault}
	if strings.HasPrefix(fault, "error") {
		under = append(under, "--seccomp-bpf") // much faster, but strace 6.1 does not send signals then
	}
	return under
}

// strace is the program that disturbs others in the middle of a call.
func strace(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("strace")
	missing := "strace is not installed: apt-get install strace"
	if err == nil {
		var said []byte
		said, err = exec.CommandContext(t.Context(), path, "-o", os.DevNull, "true").CombinedOutput()
		missing = fmt.Sprintf("strace may not look at other programs here: %s", said)
	}
	if err != nil {
		if thorough {
			t.Fatal(missing)
		}
		t.Skip(missing)
	}
	return path
}

func copyFolder(t *testing.T, from, to string) {
	t.Helper()
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
}
