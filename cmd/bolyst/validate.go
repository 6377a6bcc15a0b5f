package main

import (
	"context"
	"fmt"

	"bolyst/ingest"
)

// validateCommand checks the configuration and the key, and says when each schedule next strikes.
type validateCommand struct{}

func (*validateCommand) Run(ctx context.Context, c *console) error {
	in, err := c.configured(ctx)
	if err != nil {
		return err
	}
	if _, mistakes := in.config.Secret(); len(mistakes) > 0 {
		return in.mistaken(mistakes)
	}
	for _, warning := range append(in.config.Warnings(), in.config.GoalWarnings(in.definitions)...) {
		fmt.Fprintln(in.out, warning.Say(in.language))
	}
	for _, s := range in.config.Sources {
		if preset, ok := ingest.PresetNamed(s.Preset); ok {
			l := in.language
			fmt.Fprintln(in.out, in.language.Say("validate.preset", s.ID, Text(preset.Title).In(l), Text(preset.Note).In(l), Text(preset.Known).In(l)))
		}
	}
	for _, alarm := range in.config.Alarms() {
		strikes := alarm.Times.Strikes(in.now(), in.config.zone())
		next := strikes.Format("2006-01-02 15.04")
		switch {
		case alarm.Job == deliverJob: // waits for no clock
		case strikes.IsZero(): // the last of the meetings is over
			fmt.Fprintln(in.out, in.language.Say("validate.no_edition"))
		case alarm.Source != "":
			fmt.Fprintln(in.out, in.language.Say("validate.next_source", alarm.Source, next))
		case alarm.Job == publishJob:
			fmt.Fprintln(in.out, in.language.Say("validate.next_edition", next))
		default:
			fmt.Fprintln(in.out, in.language.Say("validate.next_job", alarm.Job, next))
		}
	}
	fmt.Fprintln(in.out, in.language.Say("validate.done", c.config, len(in.config.Programmes), len(in.config.Sources)))
	return nil
}
