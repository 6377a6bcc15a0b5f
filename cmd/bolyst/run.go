package main

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"bolyst/internal/deliver"
	"bolyst/internal/jobs"
)

// runCommand does a job now, or all that is due.
type runCommand struct {
	Job    string `arg:"" optional:"" name:"job" help:"${run_job_help}"`
	Period string `placeholder:"${period_word_help}" help:"${run_period_help}"`
}

func (cmd *runCommand) Run(ctx context.Context, c *console) error {
	return c.with(ctx, func(in *installation) error {
		ledger, err := jobs.Open(in.config.DataFolder())
		if err != nil {
			return err
		}
		if in.deliveries, err = deliver.Open(in.config.DataFolder()); err != nil {
			return err
		}
		plan := in.plan(in.showLoad)
		job, asked, err := cmd.asked(in, plan)
		if err != nil {
			return err
		}
		runner := jobs.NewRunner(plan, ledger, in.now, slog.New(slog.DiscardHandler))
		var ends []jobs.Entry
		runner.Ended = func(e jobs.Entry, _ time.Duration) { ends = append(ends, e); in.sayEnd(e) }
		if cmd.Job == "" {
			if _, err := runner.RunDue(ctx); err != nil {
				return err
			}
			before := len(in.deliveries.Entries())
			if err := in.deliverDue(ctx, false); err != nil {
				return err
			}
			if len(ends) == 0 && before == len(in.deliveries.Entries()) {
				fmt.Fprintln(in.out, in.language.Say("run.nothing"))
			}
			return outcomeOf(ctx, ends)
		}
		e, ran, err := runner.RunOne(ctx, job, asked)
		if err == nil && !ran {
			fmt.Fprintln(in.out, in.language.Say("run.before", e.Job, period(e.Period)))
		}
		if err != nil {
			return err
		}
		return outcomeOf(ctx, ends)
	})
}

// asked is the job and the period of the command line.
func (cmd *runCommand) asked(in *installation, plan jobs.Plan) (jobs.Job, jobs.Period, error) {
	var names []string
	for _, j := range plan.Jobs {
		names = append(names, j.Name)
	}
	job, known := plan.Job(cmd.Job)
	switch {
	case cmd.Job == "" && cmd.Period == "":
		return job, "", nil
	case !known:
		return job, "", misused{in.language.Say("run.unknown", cmd.Job, in.language.List(names))}
	case cmd.Period == "":
		return job, "", nil
	}
	asked, err := jobs.ParsePeriod(cmd.Period)
	if err != nil || asked.At(plan.Zone).After(in.now()) {
		return job, "", misused{in.language.Say("use.period", cmd.Period)}
	}
	return job, asked, nil
}

// sayEnd says how an attempt ended.
func (in *installation) sayEnd(e jobs.Entry) {
	if e.State == jobs.Skipped {
		fmt.Fprintln(in.out, in.language.Count(e.Count, "run.skipped", e.Job, e.Count, period(e.Period)))
		return
	}
	end := in.language.Say("jobs.state." + string(e.State))
	if e.Reason != "" {
		end += ": " + in.language.Say("jobs.reason."+e.Reason)
	}
	if !e.Again.IsZero() {
		end += "; " + in.language.Say("run.again", moment(e.Again, in.config.zone()))
	}
	fmt.Fprintln(in.out, in.language.Say("run.end", e.Job, period(e.Period), end))
}

// outcomeOf is how the command ends: the reasons have been said.
func outcomeOf(ctx context.Context, ends []jobs.Entry) error {
	var err error
	for _, e := range ends {
		switch {
		case e.State == jobs.Stopped:
			return ctx.Err()
		case e.State == jobs.Failed:
			return failure{}
		case e.Reason == "rejected":
			err = errRejected
		}
	}
	return err
}
