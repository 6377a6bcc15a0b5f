package main

import (
	"context"
	"fmt"

	"bolyst/ingest"
	"bolyst/internal/store"
)

// sayOrphans says which facts refer to a record that is not known yet. They wait for it, and no figure counts them before.
func (in *installation) sayOrphans(ctx context.Context) error {
	for _, feed := range ingest.Feeds() {
		for _, key := range feed.ForeignKeys {
			waiting, err := in.store.Orphans(ctx, store.Reference{Feed: feed.Name, Key: feed.Key, Fields: key.Fields,
				Parent: key.Reference.Feed, ParentFields: key.Reference.Fields})
			if err != nil {
				return err
			}
			if waiting > 0 {
				fmt.Fprintln(in.err, in.language.Say("ingest.orphans", feed.Name, waiting, key.Fields[len(key.Fields)-1], key.Reference.Feed))
			}
		}
	}
	return nil
}
