package main

import (
	"context"
	"errors"
	"time"
)

// doctorCommand looks at everything that an installation needs, and says what to do about what is wrong.
type doctorCommand struct {
	JSON bool `name:"json" help:"${doctor_json_help}"`
}

func (cmd *doctorCommand) Run(ctx context.Context, c *console) error {
	d := &doctor{world: c, language: c.speaks(), patience: usualPatience}
	in, err := c.configured(ctx)
	var mistaken failure
	switch {
	case errors.As(err, &mistaken):
		for _, line := range mistaken.lines {
			d.say("config", faulty, line)
		}
	case err != nil:
		return err
	default:
		d.installation, d.language = in, in.language
		d.say("config", fine, d.language.Say("doctor.config.fine", c.config))
		d.examine(ctx)
	}
	if err := errors.Join(d.report(cmd.JSON), ctx.Err()); err != nil {
		return err
	}
	for _, f := range d.findings {
		if f.State == faulty {
			return failure{}
		}
	}
	return nil
}

// The states of what was looked at.
const (
	fine   = "ok"
	note   = "note"
	faulty = "fault"
)

// doctor is an examination under way.
type doctor struct {
	world *console
	*installation
	language Language
	patience time.Duration // with a mail server
	inUse    bool          // the data folder, by the service
	findings []diagnosis
}

// diagnosis is what was found about one thing.
type diagnosis struct {
	Check string `json:"check"`
	State string `json:"state"`
	Text  string `json:"text"`
}

func (d *doctor) say(check, state, text string) {
	d.findings = append(d.findings, diagnosis{check, state, printable(text)})
}

// examine looks at everything, from the inside to the outside.
func (d *doctor) examine(ctx context.Context) {
	for _, look := range []func(context.Context){d.disk, d.keys, d.folders, d.database, d.service, d.clock, d.bytes, d.backups, d.sources, d.targets} {
		if ctx.Err() == nil {
			look(ctx)
		}
	}
}

// report writes a line for each finding, or all of them for machines.
func (d *doctor) report(asJSON bool) error {
	if asJSON {
		return d.world.document(d.findings)
	}
	var rows [][]string
	for _, f := range d.findings {
		rows = append(rows, []string{d.language.Say("doctor.state." + f.State), d.language.Say("doctor.check." + f.Check), f.Text})
	}
	return d.world.table(rows)
}
