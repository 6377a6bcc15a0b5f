package main

import (
	"cmp"
	"context"
	"fmt"
	"path"
	"slices"

	"bolyst/ingest"
	"bolyst/internal/batch"
	"bolyst/internal/store"
)

// references are what the facts of the feeds refer to.
func references() []store.Reference {
	var all []store.Reference
	for _, feed := range ingest.Feeds() {
		for _, key := range feed.ForeignKeys {
			all = append(all, store.Reference{Feed: feed.Name, Key: feed.Key, Fields: key.Fields,
				Parent: key.Reference.Feed, ParentFields: key.Reference.Fields})
		}
	}
	return all
}

// sayOrphans says how many facts refer to a record that is not known yet. They wait for it, and no figure counts them before.
func (in *installation) sayOrphans(ctx context.Context) error {
	for _, r := range references() {
		waiting, err := in.store.CountOrphans(ctx, r)
		if err != nil {
			return err
		}
		if waiting > 0 {
			fmt.Fprintln(in.err, in.language.Count(waiting, "ingest.orphans", r.Feed, waiting, r.Fields[len(r.Fields)-1], r.Parent))
		}
	}
	return nil
}

// orphan is one waiting row of a batch, and what it waits for.
type orphan struct {
	batch.Batch
	ingest.Notice
}

// orphans lists the waiting rows, in the order of loading and of the files: of the sources of these ids, or of all.
func (in *installation) orphans(ctx context.Context, ids []string) ([]orphan, error) {
	var all []orphan
	for _, r := range references() {
		found, err := in.store.Orphans(ctx, r)
		if err != nil {
			return nil, err
		}
		field := r.Fields[len(r.Fields)-1]
		feed, _ := ingest.FeedNamed(r.Feed)
		for _, o := range found {
			b := in.store.Ledger().Batches()[o.Batch-1]
			if len(ids) > 0 && !slices.Contains(ids, b.Source) {
				continue
			}
			p := ingest.Problem{File: path.Base(b.File), Sheet: o.Sheet, Row: o.Row, Field: field, Found: o.Reference,
				Rule: ingest.NoticeWaiting, Allowed: r.Parent}
			if slices.Contains(feed.Personal, field) {
				p.Found, p.Masked = "", true
			}
			all = append(all, orphan{b, ingest.Notice{Problem: p}})
		}
	}
	slices.SortStableFunc(all, func(a, b orphan) int {
		return cmp.Or(a.Number-b.Number, cmp.Compare(a.Notice.Sheet, b.Notice.Sheet), a.Notice.Row-b.Notice.Row)
	})
	return all, nil
}

// listOrphans writes the waiting rows, file by file.
func (in *installation) listOrphans(ctx context.Context, ids []string) error {
	all, err := in.orphans(ctx, ids)
	if err != nil {
		return err
	}
	if len(all) == 0 {
		fmt.Fprintln(in.out, in.language.Say("rejects.none_waiting"))
	}
	waiting := map[int]int{} // by batch
	for _, o := range all {
		waiting[o.Number]++
	}
	for i, o := range all {
		if i == 0 || all[i-1].Number != o.Number {
			fmt.Fprintln(in.out, in.language.Say("rejects.waiting", o.Batch.File, o.Number, waiting[o.Number]))
		}
		fmt.Fprintln(in.out, "  "+o.Text(string(in.language)))
	}
	return nil
}
