package main

import (
	"context"
	"fmt"
	"strings"
	"text/tabwriter"

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
	table := tabwriter.NewWriter(in.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, strings.Join(jobHeadings(in.language), "\t"))
	for _, s := range plan.Status(ledger, in.now()) {
		row := jobRow(in.language, s)
		fmt.Fprintln(table, strings.Join([]string{row.Name, row.Last, row.State, row.Next}, "\t"))
	}
	if err := table.Flush(); err != nil {
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
