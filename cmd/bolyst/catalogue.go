package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"bolyst/metrics"
)

// catalogueCommand lists what can be counted: the indicators that come with the program, and the programme's own where there is
// a configuration.
type catalogueCommand struct {
	ID       []string `arg:"" optional:"" name:"indicator" help:"${catalogue_id_help}"`
	JSON     bool     `name:"json" xor:"form" help:"${catalogue_json_help}"`
	Markdown bool     `xor:"form" help:"${catalogue_markdown_help}"`
}

func (cmd *catalogueCommand) Run(ctx context.Context, c *console) error {
	definitions, l, err := c.catalogue(ctx)
	if err != nil {
		return err
	}
	wanted := definitions
	if len(cmd.ID) > 0 {
		wanted = nil
		for _, id := range cmd.ID {
			i := slices.IndexFunc(definitions, func(d metrics.Definition) bool { return d.ID == id })
			if i < 0 {
				return misused{l.Say("use.indicator", id, l.List(idsOf(definitions)))}
			}
			wanted = append(wanted, definitions[i])
		}
	}
	switch {
	case cmd.JSON:
		return c.document(wanted)
	case cmd.Markdown:
		return writeCatalogue(c.out, wanted, l)
	case len(cmd.ID) > 0:
		for _, d := range wanted {
			fmt.Fprintf(c.out, "%s (%s)\n\n%s\n\n", d.Title.In(metrics.Language(l)), d.ID, d.Meaning.In(metrics.Language(l)))
			c.columns(traits(d, l))
			fmt.Fprintln(c.out)
		}
		return nil
	}
	rows := [][]string{{l.Say("catalogue.id"), metrics.Language(l).Say("indicator"), l.Say("catalogue.kind")}}
	for _, d := range wanted {
		rows = append(rows, []string{d.ID, d.Title.In(metrics.Language(l)), kindAndUnit(d, l)})
	}
	c.columns(rows)
	return nil
}

// catalogue is every indicator of the configuration; without a configuration those that come with the program.
func (c *console) catalogue(ctx context.Context) ([]metrics.Definition, Language, error) {
	if _, err := os.Stat(c.config); errors.Is(err, fs.ErrNotExist) {
		definitions, err := builtIn()
		return definitions, c.speaks(), err
	}
	in, err := c.configured(ctx)
	if err != nil {
		return nil, c.speaks(), err
	}
	return in.definitions, in.language, nil
}

// kindAndUnit says what is measured and of whom: andel, traineer.
func kindAndUnit(d metrics.Definition, l Language) string {
	m := metrics.Language(l)
	return m.Say("kind_"+string(d.Kind)) + ", " + m.Named("unit_", d.Unit)
}

// traits are the rest of a definition, a row each: what it says and in words what.
func traits(d metrics.Definition, l Language) [][]string {
	m := metrics.Language(l)
	var breakdowns, audiences []string
	for _, b := range d.Breakdowns {
		breakdowns = append(breakdowns, metrics.Cell{Breakdown: b}.BreakdownName(m))
	}
	for _, a := range d.Audiences {
		audiences = append(audiences, m.Say("audience_"+a))
	}
	rows := [][]string{
		{l.Say("catalogue.kind"), kindAndUnit(d, l)},
		{l.Say("catalogue.direction"), l.Say("catalogue.direction." + d.Direction)},
		{l.Say("catalogue.period"), m.Say(d.Period) + ", " + l.Say("catalogue.total."+d.Total)},
		{l.Say("catalogue.goal"), d.Goal},
		{l.Say("catalogue.needs"), strings.Join(d.Needs, ", ")},
		{l.Say("catalogue.breakdowns"), strings.Join(breakdowns, ", ")},
		{l.Say("catalogue.audiences"), strings.Join(audiences, ", ")},
		{m.Say("version"), fmt.Sprint(d.Version)},
		{l.Say("catalogue.programmes"), strings.Join(d.Programmes, ", ")},
		{l.Say("catalogue.replaces"), d.Replaces},
	}
	return slices.DeleteFunc(rows, func(row []string) bool { return row[1] == "" })
}

// writeCatalogue writes the indicators as a page, each with its title and meaning in every language.
func writeCatalogue(w io.Writer, definitions []metrics.Definition, l Language) error {
	page := l.Say("catalogue.page")
	for _, d := range definitions {
		var titles []string
		for _, language := range metrics.Languages() {
			if title := d.Title[language]; title != "" {
				titles = append(titles, title)
			}
		}
		page += fmt.Sprintf("\n## %s\n\n`%s`\n", strings.Join(slices.Compact(titles), " · "), d.ID)
		for _, language := range metrics.Languages() {
			if meaning := d.Meaning[language]; meaning != "" {
				page += fmt.Sprintf("\n**%s** %s\n", language, meaning)
			}
		}
		page += "\n| | |\n|---|---|\n"
		for _, row := range traits(d, l) {
			page += fmt.Sprintf("| %s | %s |\n", row[0], row[1])
		}
	}
	_, err := io.WriteString(w, page)
	return err
}
