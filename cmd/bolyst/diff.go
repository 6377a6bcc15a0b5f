package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"bolyst/internal/edition"
	"bolyst/metrics"
)

// diffCommand explains what became of each figure from one edition to another.
type diffCommand struct {
	From     string `arg:"" placeholder:"${edition_word_help}" help:"${diff_from_help}"`
	To       string `arg:"" placeholder:"${edition_word_help}" help:"${diff_to_help}"`
	Audience string `default:"staff" placeholder:"board|centre|staff" help:"${diff_audience_help}"`
	JSON     bool   `name:"json" help:"${diff_json_help}"`
}

func (cmd *diffCommand) Run(ctx context.Context, c *console) error {
	return c.with(ctx, func(in *installation) error {
		audience, err := in.audience(cmd.Audience)
		if err != nil {
			return err
		}
		from, err := in.edition(cmd.From)
		if err != nil {
			return err
		}
		to, err := in.edition(cmd.To)
		if err != nil {
			return err
		}
		changes, err := in.changes(ctx, from, to, audience)
		if err != nil {
			return err
		}
		if cmd.JSON {
			return in.writeChanges(from, to, audience, changes)
		}
		return in.sayChanges(from, to, audience, changes)
	})
}

// edition is the published edition of that name, or the only one whose name begins so; latest is the one published last.
func (in *installation) edition(name string) (edition.Manifest, error) {
	name, err := in.editionNamed(name)
	if err != nil {
		return edition.Manifest{}, err
	}
	m, err := edition.ReadManifest(filepath.Join(in.editions(), name))
	if err == nil && m.KnownAt > in.store.Ledger().Last() {
		err = told(in.language.Count(m.KnownAt, "diff.other_record", m.Edition, m.KnownAt, in.store.Ledger().Last()))
	}
	return m, err
}

// editionNamed is the name of the edition that is meant.
func (in *installation) editionNamed(name string) (string, error) {
	names, err := edition.List(in.editions())
	if err != nil {
		return "", err
	}
	if name == "latest" && len(names) > 0 {
		if name, err = edition.Latest(in.editions()); err != nil {
			return "", err
		}
	}
	var fitting []string
	for _, n := range names {
		if n == name {
			fitting = []string{n}
			break
		}
		if strings.HasPrefix(n, name) {
			fitting = append(fitting, n)
		}
	}
	switch {
	case len(names) == 0:
		return "", misused{in.language.Say("diff.none_published")}
	case len(fitting) == 0:
		return "", misused{in.language.Say("use.edition", name, in.language.List(names))}
	case len(fitting) > 1:
		return "", misused{in.language.Say("use.edition_several", name, in.language.List(fitting))}
	}
	return fitting[0], nil
}

// writeChanges writes the changes for machines.
func (in *installation) writeChanges(from, to edition.Manifest, audience metrics.Audience, changes []metrics.Change) error {
	type side struct {
		Edition string `json:"edition"`
		AsOf    string `json:"as_of"`
		KnownAt int    `json:"known_at"`
	}
	return in.document(struct {
		From     side             `json:"from"`
		To       side             `json:"to"`
		Audience string           `json:"audience"`
		Changes  []metrics.Change `json:"changes"`
	}{side{from.Edition, from.AsOf, from.KnownAt}, side{to.Edition, to.AsOf, to.KnownAt}, audience.Name, append([]metrics.Change{}, changes...)})
}

// sayChanges prints each figure that has changed, and why.
func (in *installation) sayChanges(from, to edition.Manifest, audience metrics.Audience, changes []metrics.Change) error {
	l := metrics.Language(in.language)
	fmt.Fprintf(in.out, "%s · %s\n", in.config.Name, l.Say("audience_"+audience.Name))
	for _, m := range []edition.Manifest{from, to} {
		asOf, err := time.Parse(dateForm, m.AsOf)
		if err != nil {
			return fmt.Errorf("edition %s: %w", m.Edition, err)
		}
		fmt.Fprintf(in.out, "%s · %s %s · %s %d\n", m.Edition, l.Say("as_of"), l.Date(asOf), l.Say("known_at"), m.KnownAt)
	}
	if len(changes) == 0 {
		fmt.Fprintf(in.out, "\n%s\n", in.language.Say("diff.nothing"))
	}
	table := in.blankDraft(in.moment(time.Time{}, 0)).For(metrics.Audience{Name: "staff", Floor: 1}) // for the titles
	for _, c := range changes {
		fmt.Fprintf(in.out, "\n%s: %s\n", in.placeOf(table, c.After), c.Text(l))
		lines := c.Lines(l)
		if len(c.Parts) == 0 && audience.Floor > 1 {
			lines = append(lines, in.language.Say("diff.not_told"))
		}
		for _, line := range lines {
			fmt.Fprintf(in.out, "  %s\n", line)
		}
	}
	return nil
}
