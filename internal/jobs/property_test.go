package jobs_test

import (
	"context"
	"errors"
	"flag"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"bolyst/internal/jobs"
)

// A life is a season in which the clock jumps to and fro and the program is started, stopped and killed at any moment, round
// the two nights when the clocks of Oslo are changed.
type life struct {
	folder    string
	clock     time.Time
	latest    time.Time // that the clock has ever shown
	plan      jobs.Plan
	delivered map[string]int
	order     map[string][]string // of each job, the periods for which it came to its end first
	kill      []byte              // the ledger as it was when the process was killed, nil when it was not
}

// TestEachPeriodIsDoneOnceWhateverHappensToTheClockAndTheProgram lives many lives. The periods that must have been done are
// counted from the calendar: a job at half past two every day, one at six on each weekday, and three days of an edition plan.
func TestEachPeriodIsDoneOnceWhateverHappensToTheClockAndTheProgram(t *testing.T) {
	if checks := flag.Lookup("rapid.checks"); os.Getenv("CI") != "true" && checks.Value.String() == checks.DefValue {
		if err := flag.Set("rapid.checks", "20"); err != nil { // each life flushes to the disk some hundred times
			t.Fatal(err)
		}
	}
	oslo := zone(t, "Europe/Oslo")
	rapid.Check(t, func(rt *rapid.T) {
		folder, err := os.MkdirTemp(t.TempDir(), "")
		if err != nil {
			rt.Fatal(err)
		}
		began := at(t, rapid.SampledFrom([]string{"2026-03-26T10:00:00Z", "2026-10-22T10:00:00Z", "2026-12-28T23:30:00Z"}).Draw(rt, "began"))
		days := []jobs.Period{"2026-03-29T02:30", "2026-10-25T02:30", "2027-01-01T06:00"}
		l := &life{folder: folder, clock: began, latest: began, delivered: map[string]int{}, order: map[string][]string{}}
		l.plan = jobs.Plan{Zone: oslo, CatchUp: 500, Jobs: []jobs.Job{
			{Name: "night", Times: jobs.Timetable{Schedules: []jobs.Schedule{schedule(t, "30 2 * * *", "Europe/Oslo")}}},
			{Name: "weekdays", Times: jobs.Timetable{Schedules: []jobs.Schedule{schedule(t, "0 6 * * 1-5", "Europe/Oslo")}}},
			{Name: "meetings", Times: jobs.Timetable{Days: days}},
		}}
		for i := range l.plan.Jobs {
			l.plan.Jobs[i].Work = func(_ context.Context, r *jobs.Run) error { return l.work(rt, r) }
		}
		l.start(rt, false)
		for range rapid.IntRange(1, 12).Draw(rt, "starts") {
			l.clock = l.clock.Add(time.Duration(rapid.IntRange(-30*60, 60*60).Draw(rt, "minutes")) * time.Minute)
			l.start(rt, true)
		}
		l.clock = l.latest.Add(3 * time.Hour) // everything that failed is tried again
		for range 6 {
			l.start(rt, false)
			l.clock = l.clock.Add(2 * time.Hour)
		}
		until := l.clock.Add(-2 * time.Hour)
		for _, j := range l.plan.Jobs {
			want := expected(j.Name, days, began, until, oslo)
			if !slices.Equal(l.order[j.Name], want) {
				rt.Errorf("%s came to its end for %v\nwant %v", j.Name, l.order[j.Name], want)
			}
		}
		for what, times := range l.delivered {
			if times > 1 {
				rt.Errorf("%s left the house %d times", what, times)
			}
		}
	})
}

// start starts the program, lets it do what is due, and stops it; or it is killed in the middle of some work.
func (l *life) start(rt *rapid.T, disturbed bool) {
	if l.clock.After(l.latest) {
		l.latest = l.clock
	}
	ledger, err := jobs.Open(l.folder)
	if err != nil {
		rt.Fatal(err)
	}
	r := jobs.NewRunner(l.plan, ledger, func() time.Time { return l.clock }, slog.New(slog.DiscardHandler))
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	killedAt := -1
	if disturbed {
		killedAt = rapid.IntRange(-1, 3).Draw(rt, "killed in the work of that number")
	}
	for i := range l.plan.Jobs {
		work := l.plan.Jobs[i].Work
		r.Jobs = slices.Clone(r.Jobs)
		r.Jobs[i].Work = func(ctx context.Context, run *jobs.Run) error {
			if l.kill != nil {
				rt.Fatal("work went on after the kill")
			}
			killedAt--
			if killedAt == -1 && run.Attempt < 4 {
				l.kill, _ = os.ReadFile(filepath.Join(l.folder, "jobs.jsonl"))
				// A kill may also leave a part of the line that was being written.
				l.kill = append(l.kill, `{"at":"2026-`[:rapid.IntRange(0, 12).Draw(rt, "torn")]...)
				stop()
				return ctx.Err()
			}
			if disturbed && run.Attempt < 4 && rapid.IntRange(0, 9).Draw(rt, "fails") == 0 {
				return errors.New("not now")
			}
			return work(ctx, run)
		}
	}
	if _, err := r.RunDue(ctx); err != nil {
		rt.Fatal(err)
	}
	if l.kill != nil {
		if err := os.WriteFile(filepath.Join(l.folder, "jobs.jsonl"), l.kill, 0o600); err != nil {
			rt.Fatal(err)
		}
		l.kill = nil
	}
}

// work is done in the end: the last thing that it does is to deliver.
func (l *life) work(rt *rapid.T, r *jobs.Run) error {
	if err := r.Delivering(); err != nil {
		rt.Fatal(err)
	}
	l.delivered[r.Job+" "+string(r.Period)]++
	if r.AsOf().Format(time.DateOnly) != string(r.Period)[:10] {
		rt.Errorf("%s for %s is as of %v", r.Job, r.Period, r.AsOf())
	}
	l.order[r.Job] = append(l.order[r.Job], string(r.Period))
	return nil
}

// expected counts the periods between two moments from the calendar.
func expected(job string, days []jobs.Period, after, until time.Time, oslo *time.Location) (want []string) {
	if job == "meetings" {
		for _, p := range days {
			if begins := p.At(oslo); begins.After(after) && !begins.After(until) {
				want = append(want, string(p))
			}
		}
		return want
	}
	clock := map[string]string{"night": "T02:30", "weekdays": "T06:00"}[job]
	for day := after.AddDate(0, 0, -1); day.Before(until.AddDate(0, 0, 2)); day = day.AddDate(0, 0, 1) {
		p := jobs.Period(day.Format(time.DateOnly) + clock)
		weekend := strings.HasPrefix(day.Weekday().String(), "S")
		if begins := p.At(oslo); begins.After(after) && !begins.After(until) && !(job == "weekdays" && weekend) {
			want = append(want, string(p))
		}
	}
	return want
}
