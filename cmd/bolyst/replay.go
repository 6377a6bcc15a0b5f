package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"bolyst/internal/batch"
)

// replayCommand takes the files with rejected rows again, after the rows or the mapping have been mended.
type replayCommand struct {
	Sources []string `arg:"" optional:"" name:"source" help:"${ingest_source_help}"`
}

func (cmd *replayCommand) Run(ctx context.Context, c *console) error {
	return c.with(ctx, func(in *installation) error {
		sources, err := in.sources(cmd.Sources)
		if err != nil {
			return err
		}
		before := in.rejecting(sources)
		if len(before) == 0 {
			fmt.Fprintln(in.out, in.language.Say("replay.nothing"))
			return nil
		}
		loads, failed := in.ingest(ctx, sources, true)
		for _, b := range before {
			i := slices.IndexFunc(loads, func(l load) bool { return l.Source == b.Source && l.File == b.File })
			switch there, err := in.isThere(b); {
			case err != nil:
				return errors.Join(failed, err)
			case i >= 0:
				fmt.Fprintln(in.out, in.language.Count(b.Rejected, "replay.file", b.File, b.Rejected, loads[i].Rejected))
			case !there: // why one that is there was not read has been said
				fmt.Fprintln(in.out, in.language.Count(b.Rejected, "replay.gone", b.File, b.Rejected))
			}
		}
		return errors.Join(failed, in.overLimit(sources, loads))
	})
}

// isThere says whether the file of a batch still lies where its source has it.
func (in *installation) isThere(b batch.Batch) (bool, error) {
	s, _ := in.config.Source(b.Source)
	if s.isRemote() {
		return true, nil // the source was asked
	}
	file, err := in.fileOf(s, b)
	return file != "", err
}

// rejecting lists the files of the sources of which rows were rejected when they were last read, oldest first.
func (in *installation) rejecting(sources []Source) []batch.Batch {
	var files []batch.Batch
	for _, b := range in.newest(sources) {
		if b.Rejected > 0 {
			files = append(files, b)
		}
	}
	return files
}

// newest lists the newest batch of each file of the sources, oldest first.
func (in *installation) newest(sources []Source) []batch.Batch {
	return slices.DeleteFunc(batch.Newest(in.store.Ledger().Batches()), func(b batch.Batch) bool {
		return !slices.ContainsFunc(sources, func(s Source) bool { return s.ID == b.Source })
	})
}
