package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"bolyst/ingest"
)

// ingestCommand takes in the files of all sources, or of those named.
type ingestCommand struct {
	Sources []string `arg:"" optional:"" name:"source" help:"${ingest_source_help}"`
	JSON    bool     `name:"json" help:"${ingest_json_help}"`
}

func (cmd *ingestCommand) Run(ctx context.Context, c *console) error {
	return c.with(ctx, func(in *installation) error {
		sources, err := in.sources(cmd.Sources)
		if err != nil {
			return err
		}
		loads, failed := in.ingest(ctx, sources, !cmd.JSON)
		said, onlyFiles := failed.(failure)
		if failed != nil && !onlyFiles {
			return failed // the database or the disk is at fault: there is no point in asking it more
		}
		if err := in.sayOrphans(ctx); err != nil {
			return errors.Join(failed, err)
		}
		if cmd.JSON {
			if err := in.writeLoads(loads, said.refused); err != nil {
				return err
			}
		}
		return errors.Join(failed, in.overLimit(sources, loads))
	})
}

// sources are the sources of these ids, or all.
func (in *installation) sources(ids []string) ([]Source, error) {
	if len(ids) == 0 {
		return in.config.Sources, nil
	}
	var sources []Source
	for _, id := range ids {
		s, ok := in.config.Source(id)
		if !ok {
			var known []string
			for _, s := range in.config.Sources {
				known = append(known, s.ID)
			}
			return nil, misused{in.language.Say("ingest.unknown_source", id, in.language.List(known))}
		}
		sources = append(sources, s)
	}
	return sources, nil
}

// ingest takes in the files of the sources, in the order of the configuration and of the files' names. A source that cannot
// be reached and a file that is refused do not hold up the others; the error tells of all of them.
func (in *installation) ingest(ctx context.Context, sources []Source, show bool) (loads []load, err error) {
	var failed failure
	for _, s := range sources {
		taken, err := in.ingestSource(ctx, s, show, &failed)
		loads = append(loads, taken...)
		if err != nil && len(failed.lines) > 0 {
			return loads, errors.Join(failed, err)
		}
		if err != nil {
			return loads, err
		}
	}
	if len(failed.lines) > 0 {
		return loads, failed
	}
	return loads, nil
}

// ingestSource takes in the files of one source. What concerns the source or a file alone is added to failed.
func (in *installation) ingestSource(ctx context.Context, s Source, show bool, failed *failure) (loads []load, err error) {
	from, err := in.deliver(ctx, s)
	var said failure
	if errors.As(err, &said) {
		failed.refuse(s.ID, "", said.lines...)
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, from.discard()) }()
	if from.unchanged {
		newest := in.newest([]Source{s})
		same := load{}.again(newest[len(newest)-1])
		if show {
			in.showLoad(same)
		}
		return []load{same}, nil
	}
	if len(from.files) == 0 && !from.waiting {
		said := in.language.Say("ingest.no_files", s.ID, s.Path)
		if !s.isSeveral() { // one file was named, and is not there; a folder may be empty
			failed.refuse(s.ID, s.Path, said)
			return nil, nil
		}
		fmt.Fprintln(in.err, said)
	}
	refusals := len(failed.lines)
	for _, file := range from.files {
		done, err := in.load(ctx, s, file)
		name := in.shownName(file)
		var refused ingest.Refused
		switch {
		case errors.As(err, &refused):
			why := refused.Text(string(in.language))
			if in.config.isShared(in.config.nameOf(file)) {
				why = s.ID + ": " + why
			}
			failed.refuse(s.ID, name, why)
		case errors.As(err, &said):
			failed.refuse(s.ID, name, said.lines...)
		case errors.Is(err, fs.ErrPermission) || errors.Is(err, fs.ErrNotExist):
			failed.refuse(s.ID, name, in.language.Say("ingest.unreadable", name, reason(err)))
		case err != nil:
			return loads, fmt.Errorf("%s: %w", name, err)
		default:
			loads = append(loads, done)
			if show {
				in.showLoad(done)
			}
		}
	}
	if len(failed.lines) > refusals {
		return loads, nil // what was refused is asked for again
	}
	return loads, from.kept()
}

// showLoad writes the row balance of a file and its first faults.
func (in *installation) showLoad(l load) {
	source := ""
	if in.config.isShared(l.File) {
		source = l.Source
	}
	fmt.Fprintln(in.out, l.say(in.language, source))
	for _, n := range l.notices {
		fmt.Fprintln(in.out, "  "+n.Text(string(in.language)))
	}
	for _, p := range l.problems {
		fmt.Fprintln(in.out, "  "+p.Text(string(in.language)))
	}
	if len(l.problems) == keptProblems {
		fmt.Fprintln(in.out, "  "+in.language.Say("ingest.more_problems"))
	}
}

// overLimit says which sources had more rows rejected than their limit allows.
func (in *installation) overLimit(sources []Source, loads []load) error {
	over := false
	for _, s := range sources {
		rejected := 0
		for _, l := range loads {
			if l.Source == s.ID {
				rejected += l.Rejected
			}
		}
		if rejected > s.MaxRejected {
			over = true
			fmt.Fprintln(in.err, in.language.Count(rejected, "ingest.over_limit", s.ID, rejected, s.MaxRejected))
		}
	}
	if over {
		return errRejected
	}
	return nil
}

// writeLoads writes the row balances for machines: read = loaded + unchanged + superseded + rejected for every file. After
// them come the files that were refused, of which nothing was taken in, with the reason.
func (in *installation) writeLoads(loads []load, refused []refused) error {
	type line struct {
		Source     string `json:"source"`
		File       string `json:"file"`
		SHA256     string `json:"sha256"`
		Batch      int    `json:"batch"`
		Read       int    `json:"read"`
		Loaded     int    `json:"loaded"`
		Unchanged  int    `json:"unchanged"`
		Superseded int    `json:"superseded"`
		Rejected   int    `json:"rejected"`
		Removed    int    `json:"removed"`
	}
	type refusal struct {
		Source  string `json:"source"`
		File    string `json:"file"`
		Refused string `json:"refused"`
	}
	lines := []any{} // never null
	for _, l := range loads {
		lines = append(lines, line{l.Source, l.File, l.SHA256, l.Number, l.Read, l.Loaded, l.Unchanged, l.Superseded, l.Rejected, l.Removed})
	}
	for _, r := range refused {
		lines = append(lines, refusal{r.source, r.file, printable(r.why)})
	}
	return in.document(lines)
}
