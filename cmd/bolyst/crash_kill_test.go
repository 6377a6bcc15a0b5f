package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// TestKilledAtAnyMomentNothingAcknowledgedIsLost kills the program 200 times: at a random time after its start, or
// right after it has acknowledged a file; and every third time the next run as well. Without CI=true it is killed a few times only.
func TestKilledAtAnyMomentNothingAcknowledgedIsLost(t *testing.T) {
	calm := undisturbed(1)
	for round := range often(150, 4) {
		t.Run(fmt.Sprint(round), func(t *testing.T) {
			t.Parallel()
			random := rand.New(rand.NewPCG(3, uint64(round)))
			for patience := calm.took; ; patience /= 2 { // until the program is slower than its killer
				tr := newTrial(t, 1)
				var first string
				var killed bool
				if round%2 == 0 {
					first, killed = killedAfter(t, tr, time.Duration(random.Int64N(int64(patience))))
				} else {
					first, killed = killedOnceItSaid(t, tr, 1+random.IntN(len(trialFiles(1))-1), time.Duration(random.IntN(4000))*time.Microsecond)
				}
				second := ""
				if round%3 == 0 {
					second, _ = killedAfter(t, tr, time.Duration(random.Int64N(int64(patience))))
				}
				tr.whole(t, first, second)
				if killed || t.Failed() {
					return
				}
			}
		})
	}
}

// killedAfter starts the program and kills it after a while. It returns what was on the screen by then.
func killedAfter(t *testing.T, tr trial, while time.Duration) (screen string, killed bool) {
	t.Helper()
	cmd := tr.program(t, "bolyst", "ingest")
	var out strings.Builder
	cmd.Stdout = &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(while, func() { cmd.Process.Kill() })
	defer timer.Stop()
	killed = wasKilled(cmd)
	return out.String(), killed
}

// killedOnceItSaid kills the program when it has acknowledged so many files, and a moment more has passed.
func killedOnceItSaid(t *testing.T, tr trial, files int, moment time.Duration) (screen string, killed bool) {
	t.Helper()
	cmd := tr.program(t, "bolyst", "ingest")
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var said []byte
	for chunk := make([]byte, 4096); len(promised(string(said))) < files; {
		n, err := pipe.Read(chunk)
		said = append(said, chunk[:n]...)
		if err != nil {
			break
		}
	}
	time.Sleep(moment)
	cmd.Process.Kill()
	rest, _ := io.ReadAll(pipe)
	return string(said) + string(rest), wasKilled(cmd)
}

// wasKilled waits for the command.
func wasKilled(cmd *exec.Cmd) bool {
	cmd.Wait()
	return cmd.ProcessState.ExitCode() < 0
}
