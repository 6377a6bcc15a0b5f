package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"bolyst/internal/edition"
	"bolyst/internal/jobs"
)

// The tests of this file kill the service while it takes in, computes, renders and publishes. One edition has been published
// the day before; two days are due, with a new file.

const (
	planDay  = "still 2026-11-27T06:30:00Z"
	firstDay = "still 2026-11-28T06:30:00Z"
	killDay  = "still 2026-11-30T06:30:00Z" // two periods of each job are due
)

// calmService is the folder of a service before the days that are due, and what is there after a run that nobody disturbs.
type calmService struct {
	before, after string
	record        map[string]string
	done          []string
	took          time.Duration
}

var calmServices = struct {
	sync.Mutex
	made *calmService
}{}

func undisturbedService(t *testing.T) *calmService {
	t.Helper()
	calmServices.Lock()
	defer calmServices.Unlock()
	if calmServices.made == nil {
		c := &calmService{before: filepath.Join(demoFolder, "calm-service"), after: filepath.Join(demoFolder, "calm-service-after")}
		layOutService(t, c.before)
		runsDue(t, c.before, planDay)
		runsDue(t, c.before, firstDay)
		const added = "soknader-02.csv"
		if err := os.WriteFile(filepath.Join(c.before, "filer", added), []byte(trialFiles(2)[added]), 0o600); err != nil {
			t.Fatal(err)
		}
		copyInstallation(t, c.before, c.after)
		began := time.Now()
		runsDue(t, c.after, killDay)
		c.took = time.Since(began)
		c.record, c.done = serviceRecord(t, c.after), donePeriods(t, c.after)
		calmServices.made = c
	}
	return calmServices.made
}

// copyInstallation copies a folder with the permissions of its key.
func copyInstallation(t *testing.T, from, to string) {
	t.Helper()
	if said, err := exec.CommandContext(t.Context(), "cp", "-a", from, to).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
}

// serviceRecord is everything in the data folder but the database and the ledger of the jobs, which holds the attempts too.
func serviceRecord(t *testing.T, folder string) map[string]string {
	t.Helper()
	all, err := record(folder)
	if err != nil {
		t.Fatal(err)
	}
	delete(all, filepath.Join("data", "jobs.jsonl"))
	return all
}

// donePeriods lists each job and period as often as the ledger says that it is done.
func donePeriods(t *testing.T, folder string) (done []string) {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(folder, "data", "jobs.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(content)) {
		var e jobs.Entry
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatalf("%v in %q", err, line)
		}
		if e.State == jobs.Done {
			done = append(done, e.Job+" "+string(e.Period))
		}
	}
	slices.Sort(done)
	return done
}

// survives holds the conditions after a kill: the edition that is shown is whole, and the next run does what is left, once.
func (c *calmService) survives(t *testing.T, folder string) {
	t.Helper()
	editions := filepath.Join(folder, "data", "editions")
	shown, err := edition.Latest(editions)
	if err != nil {
		t.Fatalf("no edition is shown: %v", err)
	}
	if wrong, err := edition.Verify(filepath.Join(editions, shown)); err != nil || len(wrong) > 0 {
		t.Errorf("the edition that is shown: %v, %v", wrong, err)
	}
	runsDue(t, folder, killDay)
	if done := donePeriods(t, folder); !slices.Equal(done, c.done) {
		t.Errorf("done are\n%v\nwant\n%v", done, c.done)
	}
	got := serviceRecord(t, folder)
	for name, content := range c.record {
		if there, ok := got[name]; !ok || there != content {
			t.Errorf("%s: there %v, as it should be %v", name, ok, there == content)
		}
		delete(got, name)
	}
	for name := range got {
		t.Errorf("left over: %s", name)
	}
}

// The points are what the service has just said, and from there a moment at random: in the work that it has begun, between two
// jobs, or between a job's end and its line in the ledger.
func TestServiceKilledAtAnyPointDoesEachPeriodOnce(t *testing.T) {
	long(t)
	calm := undisturbedService(t)
	points := []string{
		`"msg":"serving"`,
		`"msg":"job started","job":"ingest:soknader","period":"2026-11-29T06:00"`,
		`"msg":"file taken in","source":"soknader","batch":5`,
		`"msg":"job started","job":"publish","period":"2026-11-29T07:00"`, // compute, render
		`is published`, // the ledger does not have it yet
		`"msg":"job done","job":"publish","period":"2026-11-29T07:00"`,
		`"msg":"job started","job":"publish","period":"2026-11-30T07:00"`,
	}
	const rounds = 4 // hundreds of kills more come to the taking in, backup, erasure and delivery alone
	random := rand.New(rand.NewPCG(7, 7))
	for round := range rounds {
		for i, point := range points {
			moment := time.Duration(random.Int64N(int64(calm.took) / 3))
			if i%3 == 0 {
				moment = time.Duration(random.Int64N(int64(5 * time.Millisecond)))
			}
			t.Run(fmt.Sprintf("%d/%d", round, i), func(t *testing.T) {
				t.Parallel()
				folder := filepath.Join(t.TempDir(), "installation")
				copyInstallation(t, calm.before, folder)
				s := serving(t, folder, killDay)
				s.until(t, point)
				time.Sleep(moment)
				s.cmd.Process.Kill()
				s.cmd.Wait()
				calm.survives(t, folder)
			})
		}
	}
}

// There are hundreds of flushes, one for each page: at every sixtieth, and at every third rename of the same work: those of the
// batch, of the ledgers, of the editions and of the name of the newest.
func TestWorkOfTheServiceKilledAtFlushesAndRenamesIsDoneOnce(t *testing.T) {
	long(t)
	calm := undisturbedService(t)
	killing := func(n int) string { return fmt.Sprintf("signal=SIGKILL:when=%d", n) }
	sixtieth := func(n int) string { return killing(60*n - 59) }
	third := func(n int) string { return killing(3*n - 2) }
	round := func(t *testing.T, under []string) bool {
		folder := filepath.Join(t.TempDir(), "installation")
		copyInstallation(t, calm.before, folder)
		cmd := trial{folder: folder}.program(t, append(under, "bolyst", "run")...)
		cmd.Env = append(cmd.Env, "BOLYST_TEST_CLOCK="+killDay)
		if o := ended(t, cmd); o.code == exitDone {
			return false
		}
		calm.survives(t, folder)
		return true
	}
	if kills := atEvery(t, "run", flushes, sixtieth, round); kills < 3 {
		t.Errorf("got %d kills at flushes, want 3 at least", kills)
	}
	if kills := atEvery(t, "run", renames, third, round); kills < 2 {
		t.Errorf("got %d kills at renames, want 2 at least", kills)
	}
}
