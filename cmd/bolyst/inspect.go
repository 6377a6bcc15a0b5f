package main

import (
	"context"
	"errors"
	"fmt"

	"bolyst/ingest"
)

// inspectCommand proposes a source for a file that nobody has mapped yet.
type inspectCommand struct {
	File      string `arg:"" name:"file" help:"${inspect_file_help}"`
	Feed      string `placeholder:"FEED" help:"${inspect_feed_help}"`
	Sheet     string `placeholder:"SHEET" help:"${inspect_sheet_help}"`
	Programme string `default:"program" placeholder:"ID" help:"${inspect_programme_help}"`
}

func (cmd *inspectCommand) Run(ctx context.Context, c *console) error {
	l := c.speaks()
	proposal, err := ingest.Inspect(ctx, cmd.File, ingest.InspectOptions{Programme: cmd.Programme, Path: cmd.File, Feed: cmd.Feed, Sheet: cmd.Sheet})
	var refused ingest.Refused
	var fault ingest.Fault
	switch {
	case errors.As(err, &refused):
		return told(refused.Text(string(l)))
	case errors.As(err, &fault):
		return misused{fault.Text(string(l))}
	case err != nil:
		return err
	}
	_, err = fmt.Fprint(c.out, proposal.YAML(string(l)))
	return err
}
