package main

import (
	"bytes"
	"context"
	"fmt"

	"github.com/google/renameio/v2"

	"bolyst/dashboards"
	"bolyst/metrics"
)

// figuresCommand shows the figures of one audience, or writes them as one of the data files of an edition.
type figuresCommand struct {
	momentFlags
	Audience string `default:"staff" placeholder:"board|centre|staff|public" help:"${audience_help}"`
	JSON     bool   `name:"json" help:"${figures_json_help}"`
	Format   string `placeholder:"csv|csv-excel|json|json-stat|parquet" help:"${figures_format_help}"`
	Output   string `short:"o" placeholder:"FILE" help:"${figures_output_help}"`
}

func (cmd *figuresCommand) Run(ctx context.Context, c *console) error {
	format, err := cmd.format(c)
	if err != nil {
		return err
	}
	return c.with(ctx, func(in *installation) error {
		audience, err := in.audience(cmd.Audience)
		if err != nil {
			return err
		}
		m, err := in.asked(cmd.momentFlags)
		if err != nil {
			return err
		}
		draft, err := in.draft(ctx, m)
		if err != nil {
			return err
		}
		draft.Edition = "" // none is made
		table := draft.For(audience)
		if format == "" {
			return in.headlines(table, true)
		}
		return cmd.write(ctx, in, format, table)
	})
}

// format is the one that was asked for, "" being words for people.
func (cmd *figuresCommand) format(c *console) (string, error) {
	format := cmd.Format
	if cmd.JSON && format == "" {
		format = "json"
	}
	var known []string
	for _, f := range dashboards.DataFiles() {
		known = append(known, f.Format)
	}
	_, ok := dashboards.DataFileAs(format)
	switch {
	case cmd.JSON && format != "json":
		return "", misused{c.speaks().Say("use.two_formats", format)}
	case format != "" && !ok:
		return "", misused{c.speaks().Say("use.format", format, c.speaks().List(known))}
	case format == "" && cmd.Output != "":
		return "", misused{c.speaks().Say("use.output_format", c.speaks().List(known))}
	}
	return format, nil
}

// write writes the figures to the file that was named, whole or not at all, or else to where the program speaks.
func (cmd *figuresCommand) write(ctx context.Context, in *installation, format string, table metrics.Table) error {
	if cmd.Output == "" {
		return in.writeData(ctx, in.out, format, table, metrics.Language(in.language))
	}
	var content bytes.Buffer
	if err := in.writeData(ctx, &content, format, table, metrics.Language(in.language)); err != nil {
		return err
	}
	if err := renameio.WriteFile(cmd.Output, content.Bytes(), 0o640); err != nil {
		return told(in.language.Say("figures.unwritable", cmd.Output, reason(err)))
	}
	fmt.Fprintln(in.err, in.language.Say("figures.written", cmd.Output))
	return nil
}
