package main

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

//go:embed start/bolyst.nb.yaml start/bolyst.en.yaml
var starts embed.FS

// initCommand makes the folder of a new installation.
type initCommand struct {
	Dir string `arg:"" name:"dir" help:"${init_dir_help}"`
}

func (cmd *initCommand) Run(c *console) error {
	l := c.speaks()
	content, err := starts.ReadFile("start/bolyst." + string(l) + ".yaml")
	if err != nil {
		return err
	}
	path := filepath.Join(cmd.Dir, "bolyst.yaml")
	if err := os.MkdirAll(filepath.Join(cmd.Dir, "filer"), 0o750); err != nil {
		return err
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o640)
	if errors.Is(err, fs.ErrExist) {
		return cmd.onlyKey(c, path)
	}
	if err != nil {
		return err
	}
	if _, err := file.Write(content); err != nil {
		return errors.Join(err, file.Close())
	}
	if err := errors.Join(file.Close(), makeSecret(filepath.Join(cmd.Dir, "secrets", "pseudonym.key"))); err != nil {
		return err
	}
	fmt.Fprintln(c.out, l.Say("init.done", path))
	return nil
}

// onlyKey makes the key of an installation that has its configuration. What is there already is not touched.
func (cmd *initCommand) onlyKey(c *console, path string) error {
	l := c.speaks()
	config, mistakes := loadConfig(path, string(c.language), nil)
	if len(mistakes) > 0 {
		return told(l.Say("init.exists", path))
	}
	if _, err := os.Stat(config.KeyPath()); !errors.Is(err, fs.ErrNotExist) {
		return told(l.Say("init.exists", path))
	}
	if err := makeSecret(config.KeyPath()); err != nil {
		return err
	}
	fmt.Fprintln(c.out, l.Say("init.key", config.KeyFile))
	return nil
}
