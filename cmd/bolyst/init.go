package main

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

//go:embed start/*.yaml
var starts embed.FS

// initCommand makes the folder of a new installation.
type initCommand struct {
	Dir string `arg:"" name:"dir" help:"${init_dir_help}"`
}

func (cmd *initCommand) Run(c *console) error {
	l := c.speaks()
	path := filepath.Join(cmd.Dir, "bolyst.yaml")
	if err := os.MkdirAll(filepath.Join(cmd.Dir, "filer"), 0o750); err != nil {
		return err
	}
	err := start(path, "bolyst."+string(l)+".yaml")
	if errors.Is(err, fs.ErrExist) {
		return cmd.onlyKey(c, path)
	}
	if err != nil {
		return err
	}
	commentary := filepath.Join(cmd.Dir, l.Say("init.commentary"))
	if err := start(commentary, "commentary."+string(l)+".yaml"); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	if err := makeSecret(filepath.Join(cmd.Dir, "secrets", "pseudonym.key")); err != nil {
		return err
	}
	fmt.Fprintln(c.out, l.Say("init.done", path))
	return nil
}

// start writes one of the files to begin with, where there is none yet.
func start(path, name string) error {
	content, err := starts.ReadFile("start/" + name)
	if err != nil {
		return err
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o640)
	if err != nil {
		return err
	}
	_, err = file.Write(content)
	return errors.Join(err, file.Close())
}

// onlyKey makes the key of an installation that has its configuration. What is there already is not touched.
func (cmd *initCommand) onlyKey(c *console, path string) error {
	l := c.speaks()
	definitions, err := builtIn()
	if err != nil {
		return err
	}
	config, mistakes := loadConfig(path, string(c.language), idsOf(definitions))
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
