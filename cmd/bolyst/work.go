package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"bolyst/internal/jobs"
)

// plan is the jobs of the configuration with their work. Told is told of each file that is taken in.
func (in *installation) plan(told func(load)) jobs.Plan {
	plan := jobs.Plan{Zone: in.config.zone(), CatchUp: in.config.Jobs.CatchUp}
	for _, alarm := range in.config.Alarms() {
		// What fails is tried again for an hour and a half before anyone need look.
		job := jobs.Job{Name: alarm.Job, Times: alarm.Times, Grace: 2 * time.Hour}
		switch alarm.Job {
		case publishJob:
			job.Work = in.publishPeriod
		case verifyJob:
			job.Newest, job.Work = true, in.verifyPeriod
		case retentionJob:
			job.Newest, job.Work = true, in.retentionPeriod
		case backupJob:
			job.Newest, job.Work = true, in.backupPeriod
		case deliverJob:
			job.Work = in.deliverNow
		default:
			source, _ := in.config.Source(alarm.Source)
			job.Newest, job.Work = true, in.ingestPeriod(source, told)
		}
		plan.Jobs = append(plan.Jobs, job)
	}
	return plan
}

// ingestPeriod takes in a source.
func (in *installation) ingestPeriod(s Source, told func(load)) func(context.Context, *jobs.Run) error {
	return func(ctx context.Context, run *jobs.Run) error {
		loads, err := in.ingest(ctx, []Source{s}, false)
		for _, l := range loads {
			told(l)
		}
		if err != nil {
			return in.failure(ctx, err, "source")
		}
		if errors.Is(in.overLimit([]Source{s}, loads), errRejected) {
			run.Note = "rejected"
		}
		return nil
	}
}

// publishPeriod publishes the edition of a period: what had happened by its day, as far as it is known now.
func (in *installation) publishPeriod(ctx context.Context, run *jobs.Run) error {
	if in.store.Ledger().Last() == 0 {
		return &jobs.Failure{Reason: "empty", Err: errors.New("nothing has been taken in")}
	}
	draft, err := in.draft(ctx, in.moment(run.AsOf(), 0))
	if err != nil {
		return in.failure(ctx, err, "failed")
	}
	if _, err := in.publishAndSay(ctx, draft); err != nil {
		return in.failure(ctx, err, "refused")
	}
	return nil
}

// failure is what an error means for the job. What has been told in words is the fault of a source or of what was asked, and
// has the reason given. Anything else is looked into: when the engine has given up, or a file could not be taken in for another
// reason than its own, nothing more can be done before the data folder is opened anew.
func (in *installation) failure(ctx context.Context, err error, reason string) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	for _, part := range parts(err) {
		var words failure
		if !errors.As(part, &words) {
			err = part // graver than what files and sources have told of
			continue
		}
		for _, line := range words.lines {
			fmt.Fprintln(in.err, line)
		}
	}
	if words := (failure{}); errors.As(err, &words) {
		return &jobs.Failure{Reason: reason, Err: err}
	}
	fmt.Fprintln(in.err, in.language.Say("exit.failed", printable(err.Error())))
	if reason == "source" || in.store.Answers(ctx) != nil {
		return &jobs.Failure{Reason: "store", Fatal: true, Err: err}
	}
	return &jobs.Failure{Reason: "failed", Err: err}
}
