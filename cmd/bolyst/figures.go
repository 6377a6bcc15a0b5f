package main

import (
	"context"
	"fmt"
	"time"

	"bolyst/dashboards"
	"bolyst/internal/store"
)

// dateForm is how a date is written on the command line and in machine output.
const dateForm = "2006-01-02"

// figuresCommand shows the figures of one audience.
type figuresCommand struct {
	AsOf     string `placeholder:"${date_word_help}" help:"${as_of_help}"`
	KnownAt  int    `placeholder:"N" help:"${known_at_help}"`
	Audience string `default:"staff" placeholder:"board|centre|staff" help:"${audience_help}"`
	JSON     bool   `name:"json" help:"${figures_json_help}"`
}

func (cmd *figuresCommand) Run(ctx context.Context, c *console) error {
	return c.with(ctx, func(in *installation) error {
		audience, err := in.audience(cmd.Audience)
		if err != nil {
			return err
		}
		m, err := in.asked(cmd.AsOf, cmd.KnownAt)
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
		return in.headlines(table)
	})
}

// asked is the moment asked for on the command line: today and the newest batch where nothing is said.
func (in *installation) asked(asOf string, knownAt int) (store.Moment, error) {
	date, err := in.today()
	if err != nil {
		return store.Moment{}, err
	}
	if asOf != "" {
		if date, err = time.Parse(dateForm, asOf); err != nil {
			return store.Moment{}, misused{in.language.Say("use.date", asOf)}
		}
	}
	if last := in.store.Ledger().Last(); knownAt < 0 || knownAt > last {
		return store.Moment{}, misused{in.language.Say("use.known_at", knownAt, last)}
	}
	if in.store.Ledger().Last() == 0 {
		fmt.Fprintln(in.err, in.language.Say("figures.no_batches"))
	}
	return in.moment(date, knownAt), nil
}
