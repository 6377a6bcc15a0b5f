package main

import (
	"context"
	"fmt"

	"bolyst/internal/deliver"
	"bolyst/internal/jobs"
)

// jobsCommand shows how the jobs stand. It only reads, so it may run beside the service.
type jobsCommand struct{}

func (*jobsCommand) Run(ctx context.Context, c *console) error {
	in, err := c.configured(ctx)
	if err != nil {
		return err
	}
	ledger, err := jobs.Open(in.config.DataFolder())
	if err != nil {
		return err
	}
	plan := in.plan(func(load) {})
	rows := [][]string{jobHeadings(in.language)}
	for _, s := range plan.Status(ledger, in.now()) {
		row := jobRow(in.language, s)
		rows = append(rows, []string{row.Name, row.Last, row.State, row.Next})
	}
	if err := in.table(rows); err != nil {
		return err
	}
	deliveries, err := deliver.Open(in.config.DataFolder())
	if err != nil {
		return err
	}
	for _, line := range append(findingLines(in.language, plan.Findings(ledger, in.now())), in.undelivered(in.language, deliveries)...) {
		fmt.Fprintln(in.out, line)
	}
	return nil
}
