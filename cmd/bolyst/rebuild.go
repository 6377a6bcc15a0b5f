package main

import (
	"context"
	"fmt"
)

// rebuildCommand makes the database anew from the batches.
type rebuildCommand struct{}

func (*rebuildCommand) Run(ctx context.Context, c *console) error {
	return c.with(ctx, func(in *installation) error {
		if err := in.store.Rebuild(ctx); err != nil {
			return err
		}
		fmt.Fprintln(in.out, in.language.Say("rebuild.done", in.language.Many(in.store.Ledger().Last(), "count.batches")))
		return nil
	})
}
