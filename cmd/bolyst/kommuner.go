package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/google/renameio/v2"

	"bolyst/ingest"
)

// kommunerCommand has to do with the list of municipalities.
type kommunerCommand struct {
	Import kommunerImportCommand `cmd:"" help:"${kommuner_import_help}"`
}

// kommunerImportCommand takes in a newer list of municipalities than the one that is shipped.
type kommunerImportCommand struct {
	Codes    string `arg:"" name:"codes" help:"${kommuner_codes_help}"`
	Changes  string `arg:"" name:"changes" help:"${kommuner_changes_help}"`
	Counties string `placeholder:"FILE" help:"${kommuner_counties_help}"`
	AsOf     string `placeholder:"${date_word_help}" help:"${kommuner_as_of_help}"`
}

func (cmd *kommunerImportCommand) Run(ctx context.Context, c *console) error {
	in, err := c.configured(ctx)
	if err != nil {
		return err
	}
	asOf, err := in.today()
	if err != nil {
		return err
	}
	if cmd.AsOf != "" {
		if asOf, err = time.Parse(dateForm, cmd.AsOf); err != nil {
			return misused{in.language.Say("use.date", cmd.AsOf)}
		}
	}
	var readers [3]io.Reader
	for i, name := range []string{cmd.Codes, cmd.Changes, cmd.Counties} {
		if name == "" {
			continue
		}
		file, err := os.Open(name)
		if err != nil {
			return told(in.language.Say("ingest.unreadable", name, reason(err)))
		}
		defer file.Close()
		readers[i] = file
	}
	list, err := ingest.ImportKommuner(readers[0], readers[1], readers[2], asOf)
	if err != nil {
		var fault ingest.KommuneFault
		if errors.As(err, &fault) {
			return told(in.language.Say("kommuner.refused", fault.Text(string(in.language))))
		}
		return err
	}
	if err := os.MkdirAll(in.config.DataFolder(), 0o700); err != nil {
		return err
	}
	if err := renameio.WriteFile(in.config.kommunerPath(), list.JSON(), 0o600); err != nil {
		return err
	}
	fmt.Fprintln(c.out, in.language.Say("kommuner.done", len(list.All()), list.AsOf().Format(dateForm)))
	return nil
}
