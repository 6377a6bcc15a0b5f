package main

import (
	"context"

	"bolyst/dashboards"
)

// figuresCommand shows the figures of one audience.
type figuresCommand struct {
	momentFlags
	Audience string `default:"staff" placeholder:"board|centre|staff" help:"${audience_help}"`
	JSON     bool   `name:"json" help:"${figures_json_help}"`
}

func (cmd *figuresCommand) Run(ctx context.Context, c *console) error {
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
		table := draft.For(audience)
		if cmd.JSON {
			return dashboards.JSON(in.out, table)
		}
		return in.headlines(table, true)
	})
}
