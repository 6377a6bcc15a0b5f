package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"bolyst/ingest"
	"bolyst/internal/deliver"
	"bolyst/internal/store"
	"bolyst/metrics"
)

// installation is one bolyst.yaml with everything that it needs opened.
type installation struct {
	*console
	config      *Config
	language    Language             // of this run: asked for, or the configuration's
	definitions []metrics.Definition // by rank
	store       *store.Store
	key         ingest.Key
	deliveries  *deliver.Ledger // of those who deliver
}

// open reads the configuration and opens the warehouse. Close it after use.
func (c *console) open(ctx context.Context) (*installation, error) {
	in, err := c.configured(ctx)
	if err != nil {
		return nil, err
	}
	secret, mistakes := in.config.Secret()
	if len(mistakes) > 0 {
		return nil, in.mistaken(mistakes)
	}
	if in.key, err = ingest.NewKey(secret); err != nil {
		return nil, err
	}
	if in.store, err = store.Open(ctx, in.config.DataFolder()); err != nil {
		return nil, err
	}
	if err := in.checkKey(); err != nil {
		return nil, errors.Join(err, in.Close())
	}
	if n := in.store.TakenBack(); n > 0 {
		fmt.Fprintln(in.err, in.language.Count(n, "store.taken_back", n))
	}
	if why := in.store.Rebuilt(); why != "" {
		fmt.Fprintln(in.err, in.language.Say("store.rebuilt", why))
	}
	return in, nil
}

// configured reads the configuration and the definitions of the indicators, and opens no warehouse.
func (c *console) configured(ctx context.Context) (*installation, error) {
	if c.language != "" && !c.language.Known() {
		return nil, misused{c.speaks().Say("use.language", string(c.language), c.speaks().List(languageNames()))}
	}
	builtIn, err := builtIn()
	if err != nil {
		return nil, err
	}
	in := &installation{console: c}
	var mistakes []Mistake
	in.config, mistakes = loadConfig(c.config, string(c.language), idsOf(builtIn))
	if in.language = in.config.Language; in.config.places == nil { // it cannot be read, and says no language
		in.language = c.speaks()
	}
	in.config.checkOwn(builtIn)
	if err := in.config.tryOwn(ctx); err != nil {
		return nil, err
	}
	mistakes = append(mistakes, in.config.ownMistakes()...)
	in.definitions = in.config.indicators(builtIn)
	if len(mistakes) == 0 {
		mistakes = in.config.TargetMistakes(in.definitions)
	}
	if len(mistakes) > 0 {
		return nil, in.mistaken(mistakes)
	}
	return in, nil
}

// mistaken makes one failure of the mistakes, a line each.
func (in *installation) mistaken(mistakes []Mistake) error {
	var f failure
	for _, m := range mistakes {
		f.lines = append(f.lines, m.Say(in.language))
	}
	return f
}

// Close closes the warehouse. It is joined to the error that a command ends with.
func (in *installation) Close() error {
	if in.store == nil {
		return nil
	}
	return in.store.Close()
}

// with opens the installation, does the work and closes it again.
func (c *console) with(ctx context.Context, work func(*installation) error) error {
	in, err := c.open(ctx)
	if err != nil {
		return err
	}
	return errors.Join(work(in), in.Close())
}

// today is the day of the configuration's time zone, as midnight UTC like every date inside.
func (in *installation) today() (time.Time, error) {
	zone, err := time.LoadLocation(in.config.TimeZone)
	if err != nil {
		return time.Time{}, err
	}
	year, month, day := in.now().In(zone).Date()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC), nil
}
