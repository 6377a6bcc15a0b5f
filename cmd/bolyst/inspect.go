package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

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
	path, err := c.pathFromConfig(cmd.File)
	if err != nil {
		return err
	}
	proposal, err := ingest.Inspect(ctx, cmd.File, ingest.InspectOptions{Programme: cmd.Programme, Path: path, Feed: cmd.Feed, Sheet: cmd.Sheet})
	var refused ingest.Refused
	var fault ingest.Fault
	words, isWorded := worded(err)
	switch {
	case errors.As(err, &refused):
		return told(refused.Text(string(l)))
	case errors.As(err, &fault):
		return misused{fault.Text(string(l))}
	case isWorded:
		return told(l.Say("ingest.unreadable", filepath.ToSlash(cmd.File), words))
	case err != nil:
		return err
	}
	_, err = fmt.Fprint(c.out, proposal.YAML(string(l)))
	return err
}

// pathFromConfig is a file's path as the configuration has to say it: from its own folder, and whole for what lies outside.
func (c *console) pathFromConfig(file string) (string, error) {
	whole, err := filepath.Abs(file)
	if err != nil {
		return "", err
	}
	config, err := filepath.Abs(c.config)
	if err != nil {
		return "", err
	}
	path, err := filepath.Rel(filepath.Dir(config), whole)
	if err != nil || filepath.IsAbs(file) || strings.HasPrefix(path, "..") {
		return filepath.ToSlash(whole), nil
	}
	return filepath.ToSlash(path), nil
}
