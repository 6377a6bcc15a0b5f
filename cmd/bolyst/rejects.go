package main

import (
	"context"
	"fmt"
	"path"

	"bolyst/ingest"
	"bolyst/internal/batch"
	"bolyst/internal/store"
)

// rejectsCommand lists the rejected rows of the files as they were last read.
type rejectsCommand struct {
	Sources []string `arg:"" optional:"" name:"source" help:"${ingest_source_help}"`
	Xlsx    string   `placeholder:"${dir_word_help}" help:"${rejects_xlsx_help}" xor:"what"`
	Waiting bool     `help:"${rejects_waiting_help}" xor:"what"`
}

func (cmd *rejectsCommand) Run(ctx context.Context, c *console) error {
	return c.with(ctx, func(in *installation) error {
		sources, err := in.sources(cmd.Sources)
		if err != nil {
			return err
		}
		if cmd.Waiting {
			return in.listOrphans(ctx, cmd.Sources)
		}
		files := in.rejecting(sources)
		if len(files) == 0 {
			fmt.Fprintln(in.out, in.language.Say("replay.nothing"))
		}
		for _, b := range files {
			if cmd.Xlsx != "" {
				out, err := in.giveBack(ctx, b, cmd.Xlsx)
				if err != nil {
					return err
				}
				fmt.Fprintln(in.out, out)
				continue
			}
			problems, err := in.problems(ctx, b)
			if err != nil {
				return err
			}
			fmt.Fprintln(in.out, in.language.Count(b.Rejected, "rejects.file", b.File, b.Number, b.Rejected, in.language.Many(b.Read, "count.rows")))
			for _, p := range problems {
				fmt.Fprintln(in.out, "  "+p.Text(string(in.language)))
			}
		}
		return nil
	})
}

// problems are the faults of a batch in the form that can tell itself.
func (in *installation) problems(ctx context.Context, b batch.Batch) ([]ingest.Problem, error) {
	faults, err := in.store.Rejects(ctx, b.Number)
	if err != nil {
		return nil, err
	}
	problems := make([]ingest.Problem, len(faults))
	for i, f := range faults {
		problems[i] = problemOf(path.Base(b.File), f)
	}
	return problems, nil
}

func problemOf(file string, f store.Reject) ingest.Problem {
	return ingest.Problem{File: file, Sheet: f.Sheet, Row: f.Row, Column: f.Column, Header: f.Header, Field: f.Field,
		Found: f.Found, Masked: f.Masked, Rule: f.Rule, Allowed: f.Allowed}
}
