package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A killed program leaves what it wrote in the memory of the machine, so kills do not show whether it was flushed. The list of
// the calls does.

func TestNothingIsAcknowledgedBeforeItIsOnTheDisk(t *testing.T) {
	tr := newTrial(t, 1)
	calls := tr.calls(t)
	for number := 1; number <= len(trialFiles(1)); number++ {
		steps := []string{
			`^fsync\(\d+<.*/batches/\.pending-\d+/accepted\.parquet>\) += 0`,
			`^fsync\(\d+<.*/batches/\.pending-\d+/batch\.json>\) += 0`,
			`^fsync\(\d+<.*/batches/\.pending-\d+/rejects\.parquet>\) += 0`,
			`^fsync\(\d+<.*/batches/\.pending-\d+>\) += 0`,
			fmt.Sprintf(`^rename(at2?)?\(.*/batches/\.pending-\d+".*/batches/%06d-[0-9a-f]+".*\) = 0`, number),
			`^fsync\(\d+<.*/batches>\) += 0`,
			`^p?write(64)?\(\d+<.*/ledger\.jsonl>`,
			`^fsync\(\d+<.*/ledger\.jsonl>\) += 0`,
			fmt.Sprintf(`^write\(1<.*>, "filer/[^"]+\.csv: batch %d;`, number),
		}
		if number == 1 { // the name of the ledger is new
			steps = append(steps[:8], `^fsync\(\d+<.*/data>\) += 0`, steps[8])
		}
		calls = inOrder(t, calls, steps)
	}
}

func TestWhatACrashLeftIsFlushedBeforeItIsAcknowledged(t *testing.T) {
	long(t)
	t.Setenv("BOLYST_TEST_ONE_THREAD", "1")
	for name, left := range map[string]struct {
		unflushed string // killed when this was to be flushed
		steps     []string
	}{
		"line": {"ledger.jsonl", []string{
			`^fsync\(\d+<.*/ledger\.jsonl>\) += 0`,
			`^fsync\(\d+<.*/data>\) += 0`,
		}},
		"folder": {"batches", []string{
			`^fsync\(\d+<.*/batches>\) += 0`,
			`^p?write(64)?\(\d+<.*/ledger\.jsonl>`,
			`^fsync\(\d+<.*/ledger\.jsonl>\) += 0`,
		}},
	} {
		for _, number := range []int{1, 3} {
			t.Run(fmt.Sprintf("%s %d", name, number), func(t *testing.T) {
				tr := newTrial(t, 1)
				killed := ended(t, tr.program(t, strace(t), "-f", "-q", "-o", os.DevNull, "-P", filepath.Join(tr.folder, "data", left.unflushed),
					"-e", "trace=fsync", "-e", fmt.Sprintf("inject=fsync:signal=SIGKILL:when=%d", number), "bolyst", "ingest"))
				if killed.code >= 0 {
					t.Fatalf("not killed: %v", killed)
				}
				inOrder(t, tr.calls(t), append(left.steps, fmt.Sprintf(`^write\(1<.*>, "filer/[^"]+\.csv: read before, as batch %d;`, number)))
				tr.whole(t, killed.out)
			})
		}
	}
}

// calls are the calls by which the program writes, flushes and renames when it ingests, in their order.
func (tr trial) calls(t *testing.T) []string {
	t.Helper()
	t.Setenv("BOLYST_TEST_ONE_THREAD", "1")
	list := filepath.Join(t.TempDir(), "calls")
	run := ended(t, tr.program(t, strace(t), "-ff", "-y", "-q", "-s", "300", "-o", list, "-e", "trace=write,pwrite64,"+flushes+","+renames, "bolyst", "ingest"))
	if run.code != exitDone {
		t.Fatal(run)
	}
	threads, err := filepath.Glob(list + ".*")
	if err != nil {
		t.Fatal(err)
	}
	for _, thread := range threads {
		text, err := os.ReadFile(thread)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), "ledger.jsonl") { // a thread of the engine only writes the files of a batch
			return strings.Split(string(text), "\n")
		}
	}
	t.Fatal("no thread touched the ledger")
	return nil
}

// inOrder looks for the steps in the list of calls, each after the one before, and returns what comes after the last.
func inOrder(t *testing.T, calls, steps []string) (rest []string) {
	t.Helper()
	for _, step := range steps {
		pattern := regexp.MustCompile(step)
		after := -1
		for i, call := range calls {
			if pattern.MatchString(call) {
				after = i + 1
				break
			}
		}
		if after < 0 {
			t.Fatalf("no call in its place matches %s, of\n%s", step, strings.Join(calls, "\n"))
		}
		for _, call := range calls[:after-1] {
			if !strings.HasPrefix(step, `^write`) && strings.HasPrefix(call, "write(1<") && strings.Contains(call, "batch ") {
				t.Fatalf("said before %s: %s", step, call)
			}
		}
		calls = calls[after:]
	}
	return calls
}
