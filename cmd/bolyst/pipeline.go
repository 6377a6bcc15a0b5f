package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"

	"bolyst/dashboards"
	"bolyst/ingest"
	"bolyst/internal/audit"
	"bolyst/internal/batch"
	"bolyst/internal/edition"
	"bolyst/internal/store"
	"bolyst/metrics"
)

// load takes one file in: source file -> records and problems -> batch -> warehouse. A file that went through the same
// mapping before is not read again, since it could only give the same rows.
func (in *installation) load(ctx context.Context, s Source, file string) (load, error) {
	mapping := in.config.Mapping(s)
	before, err := os.Stat(file)
	if err != nil {
		return load{}, err
	}
	sha256, err := ingest.SHA256(file)
	if err != nil {
		return load{}, err
	}
	done := load{Batch: batch.Batch{Source: s.ID, File: in.config.nameOf(file), SHA256: sha256, Mapping: in.fingerprint(mapping), LoadedAt: in.now().UTC()}}
	if earlier, ok := in.store.Ledger().Find(s.ID, sha256, done.Mapping); ok {
		return done.again(earlier), nil
	}
	stage, err := in.store.Stage(ctx, mapping.Feed.Name, mapping.Feed.Key)
	if err != nil {
		return done, err
	}
	defer stage.Close()
	if s.Mode == "snapshot" {
		stage.Whole(s.MaxRemoved)
	}
	stage.Erasing = func(number int) error { return in.logs(audit.KinErased, fmt.Sprint(number)) }
	bar := in.watch(file)
	defer bar.done()
	accept := func(r ingest.Record) error { bar.row(); return stage.Accept(r.Sheet, r.Row, r.Values) }
	reject := func(problems []ingest.Problem, key []any) error {
		bar.row()
		if stage.Stays(key); key == nil {
			done.unknown++
		}
		return stage.Reject(done.rejects(problems))
	}
	read, err := ingest.Read(ctx, file, mapping, in.key, accept, reject)
	if err := in.unlessChanged(file, before, err); err != nil {
		return done, err
	}
	done.Read, done.notices = read.Rows, read.Notices
	done.whole = s.Mode == "snapshot"
	erasures := len(in.store.Ledger().Erasures())
	done.Batch, err = stage.Commit(ctx, done.Batch)
	if to := in.config.BackupFolder(); to != "" && len(in.store.Ledger().Erasures()) > erasures {
		// A withheld row told of another id of someone erased: the backups are to leave that out too.
		if untold := in.tellBackups(to); untold != nil {
			fmt.Fprintln(in.err, in.language.Say("erase.backup_untold", to))
		}
	}
	var shrunk *store.Shrunk
	if errors.As(err, &shrunk) {
		err = told(in.language.Say("ingest.shrunk", in.shownName(file), shrunk.Gone, in.language.Many(shrunk.Counted, "count.rows"), shrunk.Gone))
	}
	return done, err
}

// draft computes the figures: what was known at the moment -> who counts and what became of each -> tallies.
func (in *installation) draft(ctx context.Context, m store.Moment) (metrics.Draft, error) {
	draft := in.blankDraft(m)
	question, err := in.store.Ask(ctx, m)
	if err != nil {
		return draft, err
	}
	work := in.steps(in.language.Say("progress.counting"), len(in.definitions))
	defer work.end()
	for _, definition := range in.definitions {
		counted, err := tallies(ctx, question, definition, cuts(definition)...)
		if err != nil {
			return draft, fmt.Errorf("indicator %s: %w", definition.ID, err)
		}
		draft.Tallies = append(draft.Tallies, counted...)
		work.step()
	}
	reported, err := question.Reported(ctx)
	if err != nil {
		return draft, err
	}
	draft.Reported = published(reported)
	if draft.Faults, err = in.faults(ctx, m.KnownAt); err != nil {
		return draft, err
	}
	if draft.Freshness, err = in.freshness(ctx, question, m); err != nil {
		return draft, err
	}
	elsewhere, err := in.elsewhere(ctx, question) // last: the question is about other regions from then on
	draft.Tallies = append(draft.Tallies, elsewhere...)
	return draft, err
}

// publish makes an edition: what each audience may see of the figures -> workbook, page and data -> a folder that appears whole.
func (in *installation) publish(ctx context.Context, r guarded, languages []metrics.Language) (path string, existed bool, err error) {
	work := in.steps(in.language.Say("progress.writing"), len(r.tables)*len(languages))
	defer work.end()
	return edition.Publish(in.editions(), in.manifest(r), func(root string) error {
		for _, table := range r.tables {
			for _, language := range languages {
				if err := ctx.Err(); err != nil { // asked to stop: nobody has seen anything of it
					return err
				}
				door := door{table.Audience.Name, language, languages[0]}
				behind := in.dataFiles(ctx, table, door, languages)
				if !door.isOpen() {
					pages, err := dashboards.Pages(table, language, door.beside(languages))
					if err := errors.Join(err, door.writeAssets(root)); err != nil {
						return err
					}
					maps.Copy(behind, pages)
				}
				for _, b := range door.workbooks() {
					behind[b.file(language)] = func(w io.Writer) error { return b.write(w, table, language) }
				}
				if err := write(root, door.folder(), behind); err != nil {
					return err
				}
				work.step()
			}
		}
		return in.landing(root, r.draft, languages)
	})
}
