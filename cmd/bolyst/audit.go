package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"bolyst/internal/audit"
)

// auditCommand shows and checks the log of who signed in, read, started and changed what.
type auditCommand struct {
	List   auditListCommand   `cmd:"" help:"${audit_list_help}"`
	Verify auditVerifyCommand `cmd:"" help:"${audit_verify_help}"`
}

type auditListCommand struct {
	Who string `placeholder:"${name_word_help}" help:"${audit_who_help}"`
}

func (cmd *auditListCommand) Run(ctx context.Context, c *console) error {
	in, err := c.configured(ctx)
	if err != nil {
		return err
	}
	entries, err := audit.List(in.config.DataFolder())
	if err != nil {
		return err
	}
	var rows [][]string
	for _, e := range entries {
		if cmd.Who != "" && !strings.EqualFold(e.Who, cmd.Who) {
			continue
		}
		rows = append(rows, []string{strconv.Itoa(e.Number), moment(e.At, in.config.zone()), or(e.Who, "–"), in.language.Say("audit.did." + e.Did), e.What})
	}
	return in.table(rows)
}

type auditVerifyCommand struct{}

func (*auditVerifyCommand) Run(ctx context.Context, c *console) error {
	in, err := c.configured(ctx)
	if err != nil {
		return err
	}
	r, err := audit.Verify(in.config.DataFolder())
	switch {
	case err != nil:
		return err
	case r.Broken > r.Lines:
		return told(in.language.Say("audit.short", r.Broken))
	case r.Broken > 0:
		return told(in.language.Say("audit.broken", r.Broken))
	case r.Lines == 0:
		fmt.Fprintln(in.out, in.language.Say("audit.empty"))
	default:
		fmt.Fprintln(in.out, in.language.Say("audit.whole", r.Lines, r.Hash))
	}
	return nil
}
