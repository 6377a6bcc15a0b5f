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
		return told(l.Say("init.exists", path))
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
