package main

import (
	"context"
	"fmt"

	"bolyst/internal/deliver"
)

// deliveriesCommand shows what has been delivered, and what has not. It only reads, so it may run beside the service.
type deliveriesCommand struct {
	JSON bool `name:"json" help:"${deliveries_json_help}"`
}

func (cmd *deliveriesCommand) Run(ctx context.Context, c *console) error {
	in, err := c.configured(ctx)
	if err != nil {
		return err
	}
	ledger, err := deliver.Open(in.config.DataFolder())
	if err != nil {
		return err
	}
	entries := ledger.Entries()
	if cmd.JSON {
		return in.document(append([]deliver.Entry{}, entries...))
	}
	if len(entries) == 0 {
		fmt.Fprintln(in.out, in.language.Say("deliveries.none"))
		return nil
	}
	rows := [][]string{deliveryHeadings(in.language)}
	for _, e := range entries {
		rows = append(rows, in.deliveryRow(in.language, e))
	}
	if err := in.table(rows); err != nil {
		return err
	}
	for _, line := range in.undelivered(in.language, ledger) {
		fmt.Fprintln(in.out, line)
	}
	return nil
}

// deliveryHeadings stand over a table of deliveries.
func deliveryHeadings(l Language) []string {
	return []string{l.Say("deliveries.heading.at"), l.Say("deliveries.heading.edition"), l.Say("deliveries.heading.audience"),
		l.Say("deliveries.heading.to"), l.Say("deliveries.heading.state")}
}

// deliveryRow puts how a delivery stands into words.
func (in *installation) deliveryRow(l Language, e deliver.Entry) []string {
	state := l.stateOf(e)
	if !e.Again.IsZero() {
		state += "; " + l.Say("run.again", moment(e.Again, in.config.zone()))
	}
	return []string{moment(e.At, in.config.zone()), e.Edition, e.Audience, destination(e), state}
}

// stateOf says how a delivery stands, and why.
func (l Language) stateOf(e deliver.Entry) string {
	state := l.Say("deliveries.state." + string(e.State))
	switch {
	case e.Reason != "":
		state += ": " + l.Say("deliveries.reason."+e.Reason)
	case e.Doubtful && e.State == deliver.Delivered:
		state += " (" + l.Say("deliveries.twice") + ")"
	}
	return state
}

// destination is the target, and of several recipients which.
func destination(e deliver.Entry) string {
	if e.Recipient == "" {
		return e.Target
	}
	return e.Target + "/" + e.Recipient
}

// sayDelivery says in a sentence how a delivery ended.
func (l Language) sayDelivery(e deliver.Entry) string {
	return l.Say("deliveries.ended", e.Edition, destination(e), l.stateOf(e))
}

// undelivered are the deliveries that somebody must look at, a sentence each.
func (in *installation) undelivered(l Language, ledger *deliver.Ledger) []string {
	var lines []string
	for _, e := range ledger.Findings() {
		if e.GivenUp() {
			lines = append(lines, l.Count(e.Attempt, "deliveries.given_up", e.Edition, destination(e), term("deliveries.reason."+e.Reason), e.Attempt))
			continue
		}
		lines = append(lines, l.Say("deliveries.failing", e.Edition, destination(e), e.Attempt, term("deliveries.reason."+e.Reason), moment(e.Again, in.config.zone())))
	}
	return lines
}
