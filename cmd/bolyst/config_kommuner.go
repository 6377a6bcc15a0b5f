package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"bolyst/ingest"
)

// kommunerPath is where an imported list of municipalities is kept.
func (c *Config) kommunerPath() string { return filepath.Join(c.DataFolder(), ingest.KommunerFile) }

// readKommuner reads the list that was imported, where there is one. Without it the list that is shipped holds.
func (c *Config) readKommuner(found *findings) {
	file, err := os.Open(c.kommunerPath())
	if errors.Is(err, fs.ErrNotExist) {
		return
	}
	if err == nil {
		defer file.Close()
		c.kommuner, err = ingest.ReadKommuner(file)
	}
	var fault ingest.KommuneFault
	switch {
	case errors.As(err, &fault):
		found.wrong("$.data", Mistake{Code: "config.kommuner", Args: []any{ingest.KommunerFile, fault}})
	case err != nil:
		found.wrong("$.data", Mistake{Code: "config.kommuner", Args: []any{ingest.KommunerFile, reason(err)}})
	}
}

// municipalities is the list that holds for this installation.
func (c *Config) municipalities() *ingest.KommuneList {
	if c.kommuner != nil {
		return c.kommuner
	}
	return ingest.ShippedKommuner()
}
