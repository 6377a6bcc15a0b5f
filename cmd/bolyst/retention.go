package main

import (
	"context"
	"fmt"
	"time"

	"bolyst/ingest"
	"bolyst/internal/audit"
	"bolyst/internal/batch"
	"bolyst/internal/jobs"
)

// retentionCommand says whom the sources are not to keep any longer, and removes them when asked to.
type retentionCommand struct {
	AsOf  string `placeholder:"${date_word_help}" help:"${retention_as_of_help}"`
	Apply bool   `help:"${retention_apply_help}"`
}

func (cmd *retentionCommand) Run(ctx context.Context, c *console) error {
	return c.with(ctx, func(in *installation) error {
		today, err := in.today()
		if err != nil {
			return err
		}
		asOf := today
		if cmd.AsOf != "" {
			if asOf, err = time.Parse(dateForm, cmd.AsOf); err != nil {
				return misused{in.language.Say("use.date", cmd.AsOf)}
			}
		}
		if cmd.Apply && asOf.After(today) {
			return misused{in.language.Say("retention.ahead", cmd.AsOf)}
		}
		return in.retain(ctx, asOf, cmd.Apply)
	})
}

// retain says of each source with a limit what is older, and removes it when apply is set. Each source is an erasure of its own:
// what a crash leaves undone is done by the next.
func (in *installation) retain(ctx context.Context, asOf time.Time, apply bool) error {
	limited, removed, key := false, 0, "retention.would"
	if apply {
		key = "retention.done"
	}
	for _, source := range in.config.Sources {
		if source.Retention == "" {
			continue
		}
		limited = true
		feed, _ := ingest.FeedNamed(source.Feed)
		from := source.keptFrom(asOf)
		people, records, err := in.store.Expired(ctx, source.ID, source.Feed, feed.Key, from)
		if err != nil {
			return err
		}
		if apply && len(people) > 0 {
			if err := in.takeOut(ctx, audit.Expired, people, batch.Scope{Source: source.ID, Before: from.Format(dateForm)}); err != nil {
				return err
			}
		}
		removed += len(people)
		fmt.Fprintln(in.out, in.language.Say(key, source.ID, in.language.Many(records, "count.records"), in.language.Many(len(people), "count.persons"), from.Format(dateForm)))
	}
	switch {
	case !limited:
		fmt.Fprintln(in.out, in.language.Say("retention.none"))
		return nil
	case !apply && removed > 0:
		fmt.Fprintln(in.out, in.language.Say("retention.dry"))
		return nil
	case removed > 0:
		fmt.Fprintln(in.out, in.language.Say("retention.figures"))
	}
	if apply && len(in.store.Ledger().Erasures()) > 0 {
		return in.afterErasure() // of one that was cut short too, perhaps
	}
	return nil
}

// retentionPeriod is the job.
func (in *installation) retentionPeriod(ctx context.Context, run *jobs.Run) error {
	if err := in.retain(ctx, run.AsOf(), true); err != nil {
		return in.failure(ctx, err, "failed")
	}
	return nil
}
