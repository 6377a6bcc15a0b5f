package jobs_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"bolyst/internal/jobs"
)

// office is a plan with one job, whose work notes what it is done for.
type office struct {
	folder string
	clock  time.Time // moves when the test moves it, or with the clock of a bubble
	plan   jobs.Plan
	mu     sync.Mutex
	did    []string
	fails  func(*jobs.Run) error
}

func anOffice(t *testing.T, now, expression string) *office {
	o := &office{folder: t.TempDir(), clock: at(t, now)}
	o.plan = jobs.Plan{Zone: zone(t, "Europe/Oslo"), CatchUp: 10, Jobs: []jobs.Job{{
		Name: "publish", Grace: time.Hour,
		Times: jobs.Timetable{Schedules: []jobs.Schedule{schedule(t, expression, "Europe/Oslo")}},
		Work: func(_ context.Context, r *jobs.Run) error {
			o.mu.Lock()
			o.did = append(o.did, string(r.Period))
			o.mu.Unlock()
			if o.fails != nil {
				return o.fails(r)
			}
			return nil
		},
	}}}
	return o
}

// runner opens the ledger anew, as after a start of the program.
func (o *office) runner(t *testing.T) *jobs.Runner {
	t.Helper()
	ledger, err := jobs.Open(o.folder)
	if err != nil {
		t.Fatal(err)
	}
	return jobs.NewRunner(o.plan, ledger, func() time.Time { return o.clock }, slog.New(slog.DiscardHandler))
}

// start starts the program at a time, and stops it when all that is due is done.
func (o *office) start(t *testing.T, now string) *jobs.Runner {
	t.Helper()
	o.clock = at(t, now)
	r := o.runner(t)
	if _, err := r.RunDue(t.Context()); err != nil {
		t.Fatal(err)
	}
	return r
}

// lines are what the ledger says, without the moments.
func (o *office) lines(t *testing.T) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(o.folder, "jobs.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for line := range strings.Lines(string(content)) {
		_, rest, _ := strings.Cut(line, `"job"`)
		said = append(said, rest)
	}
	return strings.Join(said, "")
}

func (o *office) didExactly(t *testing.T, want ...string) {
	t.Helper()
	o.mu.Lock()
	defer o.mu.Unlock()
	if !slices.Equal(o.did, want) {
		t.Errorf("done for %v, want %v", o.did, want)
	}
	o.did = nil
}

func TestThreeMissedDaysAreDoneInOrderAndOnce(t *testing.T) {
	o := anOffice(t, "2026-03-26T12:00:00Z", "30 2 * * *")
	o.start(t, "2026-03-26T12:00:00Z")
	o.didExactly(t) // what is past when a job is new was never missed
	o.start(t, "2026-03-29T12:00:00Z")
	o.didExactly(t, "2026-03-27T02:30", "2026-03-28T02:30", "2026-03-29T02:30")
	o.start(t, "2026-03-29T12:00:00Z")
	o.start(t, "2026-03-29T10:00:00Z") // the clock is set back
	o.start(t, "2026-03-25T10:00:00Z")
	o.didExactly(t)
}

func TestTooManyMissedPeriodsAreCutDownToTheNewestAndThatIsInTheLedger(t *testing.T) {
	o := anOffice(t, "2026-01-01T12:00:00Z", "0 6 * * *")
	o.start(t, "2026-01-01T12:00:00Z")
	o.start(t, "2027-02-05T12:00:00Z") // 400 days later
	if len(o.did) != 10 || o.did[0] != "2027-01-27T06:00" || o.did[9] != "2027-02-05T06:00" {
		t.Errorf("done for %v, want the ten newest", o.did)
	}
	if said := o.lines(t); !strings.Contains(said, `"period":"2027-01-26T06:00","state":"skipped","count":390`) {
		t.Errorf("got\n%s", said)
	}
	o.did = nil
	o.start(t, "2027-02-05T13:00:00Z")
	o.didExactly(t)
}

// Two days of the year in which a job that goes by the library's clock would not run, or run twice.
func TestRunsOnceOnTheDaysOnWhichTheClocksAreChanged(t *testing.T) {
	for _, day := range []string{"2026-03-29", "2026-10-25"} {
		t.Run(day, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				o := anOffice(t, day+"T00:00:00Z", "30 2 * * *")
				began, from := time.Now(), at(t, day+"T00:00:00Z").Add(-12*time.Hour)
				r := o.runner(t)
				r.Now = func() time.Time { return from.Add(time.Since(began)) }
				ctx, stop := context.WithTimeout(t.Context(), 36*time.Hour)
				defer stop()
				if err := r.Run(ctx); err != nil {
					t.Fatal(err)
				}
				o.didExactly(t, day+"T02:30")
			})
		})
	}
}

func TestRunnerWakesWhenItIsDueAndWhenTheClockIsSetForward(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o := anOffice(t, "2026-03-02T00:00:00Z", "0 6 * * *")
		began, ahead := time.Now(), atomic.Int64{}
		r := o.runner(t)
		r.Now = func() time.Time { return o.clock.Add(time.Since(began) + time.Duration(ahead.Load())) }
		ctx, stop := context.WithCancel(t.Context())
		ended := make(chan error)
		go func() { ended <- r.Run(ctx) }()
		time.Sleep(5*time.Hour + time.Second) // six o'clock in Oslo
		synctest.Wait()
		o.didExactly(t, "2026-03-02T06:00")
		ahead.Store(int64(24 * time.Hour))
		time.Sleep(time.Minute)
		synctest.Wait()
		o.didExactly(t, "2026-03-03T06:00")
		stop()
		if err := <-ended; err != nil {
			t.Errorf("stopped: got %v, want no error", err)
		}
	})
}

func TestWhatFailsIsTriedAgainLaterAndLaterAndThenGivenUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o := anOffice(t, "2026-03-02T04:59:00Z", "0 6 * * *")
		var tried []time.Duration
		began := time.Now()
		o.fails = func(*jobs.Run) error {
			tried = append(tried, time.Since(began)-time.Minute)
			return &jobs.Failure{Reason: "source", Err: errors.New("not reached")}
		}
		r := o.runner(t)
		r.Now = func() time.Time { return o.clock.Add(time.Since(began)) }
		ctx, stop := context.WithTimeout(t.Context(), 23*time.Hour)
		defer stop()
		if err := r.Run(ctx); err != nil {
			t.Fatal(err)
		}
		if got, want := fmt.Sprint(tried), "[0s 1m0s 6m0s 21m0s 1h21m0s]"; got != want {
			t.Errorf("tried after %s, want %s", got, want)
		}
		found := r.Findings(r.Ledger, r.Now())
		if len(found) != 1 || found[0].Kind != jobs.GivenUp || found[0].Period != "2026-03-02T06:00" || found[0].Reason != "source" {
			t.Errorf("got the findings %+v, want that it was given up", found)
		}
		o.fails = nil
		o.start(t, "2026-03-03T05:00:00Z")
		if found := r.Findings(o.runner(t).Ledger, o.clock); len(found) != 0 {
			t.Errorf("got the findings %+v, want none", found)
		}
	})
}

func TestWhatHasLeftTheHouseIsNeverTriedAgain(t *testing.T) {
	o := anOffice(t, "2026-03-02T04:00:00Z", "0 6 * * *")
	o.start(t, "2026-03-02T04:00:00Z")
	o.fails = func(r *jobs.Run) error {
		if err := r.Delivering(); err != nil {
			t.Fatal(err)
		}
		return errors.New("refused half way")
	}
	o.start(t, "2026-03-02T05:00:00Z")
	o.start(t, "2026-03-02T08:00:00Z")
	o.didExactly(t, "2026-03-02T06:00")
	if found := o.plan.Findings(o.runner(t).Ledger, o.clock); len(found) != 1 || found[0].Kind != jobs.GivenUp {
		t.Errorf("got %+v, want that it was given up", found)
	}
}

// A kill leaves the ledger as it was when the work was under way.
func TestKillWhileSomethingIsLeavingTheHouseIsNotTriedAgainAndBeforeThatItIs(t *testing.T) {
	for _, leaving := range []bool{false, true} {
		o := anOffice(t, "2026-03-02T04:00:00Z", "0 6 * * *")
		o.start(t, "2026-03-02T04:00:00Z")
		ledger := filepath.Join(o.folder, "jobs.jsonl")
		var atKill []byte
		o.fails = func(r *jobs.Run) (err error) {
			if leaving {
				err = r.Delivering()
			}
			atKill, _ = os.ReadFile(ledger)
			return err
		}
		o.start(t, "2026-03-02T05:00:00Z")
		if err := os.WriteFile(ledger, atKill, 0o600); err != nil {
			t.Fatal(err)
		}
		o.start(t, "2026-03-02T05:01:00Z")
		if want := map[bool]int{false: 2, true: 1}[leaving]; len(o.did) != want {
			t.Errorf("leaving the house %v: done %d times, want %d", leaving, len(o.did), want)
		}
		if said := o.lines(t); leaving != strings.Contains(said, `"state":"failed","attempt":1,"reason":"cut_short"`) {
			t.Errorf("leaving the house %v: got\n%s", leaving, said)
		}
	}
}

func TestWorkThatKillsTheProgramEachTimeIsGivenUp(t *testing.T) {
	o := anOffice(t, "2026-03-02T04:00:00Z", "0 6 * * *")
	o.start(t, "2026-03-02T04:00:00Z")
	ledger := filepath.Join(o.folder, "jobs.jsonl")
	var atKill []byte
	o.fails = func(*jobs.Run) error { atKill, _ = os.ReadFile(ledger); return nil }
	for range 9 {
		o.start(t, "2026-03-02T05:00:00Z")
		if err := os.WriteFile(ledger, atKill, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if len(o.did) != 5 {
		t.Errorf("killed %d times, want 5", len(o.did))
	}
}

func TestStopInTheMiddleBeginsAgainWithoutCountingAsAnAttempt(t *testing.T) {
	o := anOffice(t, "2026-03-02T04:00:00Z", "0 6 * * *")
	o.start(t, "2026-03-02T04:00:00Z")
	o.clock = at(t, "2026-03-02T05:00:00Z")
	ctx, stop := context.WithCancel(t.Context())
	o.fails = func(*jobs.Run) error { stop(); return ctx.Err() }
	if _, err := o.runner(t).RunDue(ctx); err != nil {
		t.Fatal(err)
	}
	o.fails = nil
	o.start(t, "2026-03-02T05:00:01Z")
	o.didExactly(t, "2026-03-02T06:00", "2026-03-02T06:00")
	if said := o.lines(t); !strings.Contains(said, `"state":"stopped","attempt":1`) || !strings.Contains(said, `"state":"done","attempt":1`) {
		t.Errorf("got\n%s", said)
	}
}

func TestPanicIsAFailureAndTheRunnerGoesOn(t *testing.T) {
	o := anOffice(t, "2026-03-02T04:00:00Z", "0 6 * * *")
	o.start(t, "2026-03-02T04:00:00Z")
	o.fails = func(*jobs.Run) error { panic("Kari Nordmann") }
	o.start(t, "2026-03-02T05:00:00Z")
	if said := o.lines(t); !strings.Contains(said, `"reason":"panic"`) || strings.Contains(said, "Kari") {
		t.Errorf("got\n%s", said)
	}
}

func TestLaterPeriodMakesAnEarlierFailureNeedlessOnlyWhereTheNewestIsEnough(t *testing.T) {
	for _, newest := range []bool{true, false} {
		o := anOffice(t, "2026-03-02T04:00:00Z", "*/5 * * * *")
		o.plan.Jobs[0].Newest = newest
		o.start(t, "2026-03-02T04:00:00Z")
		o.fails = func(*jobs.Run) error { return errors.New("not now") }
		o.start(t, "2026-03-02T04:05:00Z")
		o.start(t, "2026-03-02T04:06:00Z") // a minute later: the second attempt
		o.fails = nil
		o.start(t, "2026-03-02T04:10:00Z")
		want := []string{"2026-03-02T05:05", "2026-03-02T05:05"}
		if newest {
			want = append(want, "2026-03-02T05:10")
		}
		o.didExactly(t, want...)
	}
}

func TestOtherScheduleMakesUpForTheNewestMissedPeriodAlone(t *testing.T) {
	o := anOffice(t, "2026-03-02T04:00:00Z", "0 6 1 * *")
	o.start(t, "2026-03-02T04:00:00Z")
	o.plan.Jobs[0].Times.Schedules[0] = schedule(t, "0 6 * * *", "Europe/Oslo")
	o.start(t, "2026-03-20T12:00:00Z")
	o.didExactly(t, "2026-03-20T06:00")
	o.start(t, "2026-03-22T12:00:00Z")
	o.didExactly(t, "2026-03-21T06:00", "2026-03-22T06:00")
}

func TestDaysAreDoneOnceWhereverTheyStandInTheList(t *testing.T) {
	o := anOffice(t, "2026-11-01T12:00:00Z", "0 0 1 1 *")
	o.plan.Jobs[0].Times = jobs.Timetable{Days: []jobs.Period{"2026-11-30T06:00", "2026-10-01T06:00"}}
	o.start(t, "2026-11-01T12:00:00Z")
	o.didExactly(t)
	// A meeting was added late, so that its day was yesterday.
	o.plan.Jobs[0].Times.Days = append(o.plan.Jobs[0].Times.Days, "2026-11-09T06:00")
	o.start(t, "2026-11-10T12:00:00Z")
	o.start(t, "2026-12-24T12:00:00Z")
	o.didExactly(t, "2026-11-09T06:00", "2026-11-30T06:00")
}

func TestWhatSomebodyAsksForIsDoneWheneverTheyAskAndHoldsUpNothing(t *testing.T) {
	o := anOffice(t, "2026-03-02T04:00:00Z", "0 6 * * *")
	o.start(t, "2026-03-02T04:00:00Z")
	r := o.runner(t)
	o.clock = at(t, "2026-03-02T04:30:00Z")
	r.Ask("publish")
	r.Ask("publish")
	r.Ask("nothing of that name")
	if _, err := r.RunDue(t.Context()); err != nil {
		t.Fatal(err)
	}
	o.didExactly(t, "2026-03-02T05:30") // nothing is missing, so for this minute; asked for twice before it began, it is done once
	r.Ask("publish")
	if _, err := r.RunDue(t.Context()); err != nil {
		t.Fatal(err)
	}
	job, _ := o.plan.Job("publish")
	if _, ran, err := r.RunOne(t.Context(), job, ""); !ran || err != nil {
		t.Errorf("asked for by hand in the same minute: ran %v, %v", ran, err)
	}
	o.didExactly(t, "2026-03-02T05:30", "2026-03-02T05:30") // there may be something new to do
	o.start(t, "2026-03-03T12:00:00Z")
	o.didExactly(t, "2026-03-02T06:00", "2026-03-03T06:00")
	if _, ran, err := o.runner(t).RunOne(t.Context(), job, "2026-03-02T06:00"); ran || err != nil {
		t.Errorf("done a second time: %v, %v", ran, err)
	}
	if e, ran, err := o.runner(t).RunOne(t.Context(), job, "2026-02-01T06:00"); !ran || err != nil || e.State != jobs.Done {
		t.Errorf("a period before the plan: got %+v, %v, %v", e, ran, err)
	}
}

func TestSilenceIsAFindingAfterItsGrace(t *testing.T) {
	o := anOffice(t, "2026-03-02T04:00:00Z", "0 6 * * *")
	ledger := o.start(t, "2026-03-02T04:00:00Z").Ledger
	for now, want := range map[string]string{
		"2026-03-02T04:59:00Z": "[]",
		"2026-03-02T06:00:00Z": "[]",
		"2026-03-02T06:01:00Z": "[overdue 2026-03-02T06:00]",
		"2026-03-02T03:00:00Z": "[ahead ]", // the ledger was written an hour later than now
	} {
		got := []string{}
		for _, f := range o.plan.Findings(ledger, at(t, now)) {
			got = append(got, fmt.Sprintf("%s %s", f.Kind, f.Period))
		}
		if fmt.Sprint(got) != want {
			t.Errorf("%s: got %v, want %s", now, got, want)
		}
	}
}

func TestLedgerThatCannotBeWrittenStopsTheRunner(t *testing.T) {
	o := anOffice(t, "2026-03-02T04:00:00Z", "0 6 * * *")
	o.start(t, "2026-03-02T04:00:00Z")
	o.clock = at(t, "2026-03-02T05:00:00Z")
	r := o.runner(t)
	if err := os.Remove(filepath.Join(o.folder, "jobs.jsonl")); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(o.folder, "jobs.jsonl"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := r.Run(t.Context()); err == nil || !strings.Contains(err.Error(), "jobs.jsonl") {
		t.Errorf("got %v, want an error that names the ledger", err)
	}
	o.didExactly(t)
}

func TestGarbledLineOfTheLedgerIsNamed(t *testing.T) {
	folder := t.TempDir()
	for _, line := range []string{"{broken}", `{"job":"publish","period":"soon","state":"done"}`} {
		if err := os.WriteFile(filepath.Join(folder, "jobs.jsonl"), []byte(line+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := jobs.Open(folder); err == nil || !strings.Contains(err.Error(), "jobs.jsonl:1") {
			t.Errorf("%s: got %v, want an error that names jobs.jsonl:1", line, err)
		}
	}
}

func TestWhatIsDoneBetweenJobsIsDoneAfterThemAndItsErrorStopsTheRunner(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o := anOffice(t, "2026-03-02T04:59:00Z", "0 6 * * *")
		o.start(t, "2026-03-02T04:59:00Z")
		r := o.runner(t)
		began := time.Now()
		r.Now = func() time.Time { return o.clock.Add(time.Since(began)) }
		looked := 0
		r.Between = func(context.Context) error {
			if looked++; len(o.did) > 0 {
				return errors.New("the disk is full")
			}
			return nil
		}
		if err := r.Run(t.Context()); err == nil || err.Error() != "the disk is full" {
			t.Errorf("got %v", err)
		}
		o.didExactly(t, "2026-03-02T06:00")
		if looked < 2 || time.Since(began) != time.Minute {
			t.Errorf("looked %d times in %s", looked, time.Since(began))
		}
	})
}
