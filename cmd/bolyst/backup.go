package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"bolyst/internal/backup"
	"bolyst/internal/jobs"
)

// backupCommand copies the installation to a folder elsewhere.
type backupCommand struct {
	Output string `short:"o" placeholder:"${dir_word_help}" help:"${backup_output_help}"`
}

func (cmd *backupCommand) Run(ctx context.Context, c *console) error {
	return c.with(ctx, func(in *installation) error {
		to := in.config.BackupFolder()
		if cmd.Output != "" {
			var err error
			if to, err = filepath.Abs(cmd.Output); err != nil {
				return err
			}
		}
		switch {
		case to == "":
			return misused{in.language.Say("backup.nowhere")}
		case within(in.config.DataFolder(), to) || within(to, in.config.DataFolder()):
			return misused{in.language.Say("backup.inside", to)}
		}
		folder, err := in.backUp(to)
		if err != nil {
			return err
		}
		fmt.Fprintln(in.out, folder)
		fmt.Fprintln(in.err, in.language.Say("backup.keep_key", in.language.List(in.config.secretFiles())))
		return nil
	})
}

// backUp makes a backup in the folder, says so, and removes those that need not be kept.
func (in *installation) backUp(to string) (string, error) {
	sources, err := in.keptFiles()
	if err != nil {
		return "", err
	}
	m := backup.Manifest{Backup: backup.Name(in.now()), Program: version(), Name: in.config.Name, KnownAt: in.store.Ledger().Last(), Data: in.config.Data}
	folder, copied, err := backup.Make(to, m, sources)
	if errors.Is(err, fs.ErrExist) {
		return "", told(in.language.Say("backup.again", filepath.Join(to, m.Backup)))
	}
	if err != nil {
		return "", err
	}
	if len(in.store.Ledger().Erasures()) > 0 {
		if err := in.tellBackups(to); err != nil {
			return "", err
		}
	}
	fmt.Fprintln(in.err, in.language.Say("backup.done", in.language.Many(len(sources), "count.files"), copied, m.KnownAt))
	if in.config.Backup == nil || to != in.config.BackupFolder() {
		return folder, nil
	}
	days, months := usualDays, usualMonths
	if keep := in.config.Backup.Keep; keep.Days != nil {
		days = *keep.Days
	}
	if keep := in.config.Backup.Keep; keep.Months != nil {
		months = *keep.Months
	}
	removed, err := backup.Thin(to, days, months)
	if len(removed) > 0 {
		fmt.Fprintln(in.err, in.language.Say("backup.thinned", in.language.List(removed)))
	}
	return folder, err
}

// keptFiles are the files of a backup: the configuration with what it names, and the data folder without the database, which
// is made again from the batches, and without secrets.
func (in *installation) keptFiles() ([]backup.Source, error) {
	c := in.config
	config, err := filepath.Abs(c.file)
	if err != nil {
		return nil, err
	}
	sources := []backup.Source{{From: config, Path: path.Join(configPart, filepath.Base(config))}}
	if c.Commentary != "" && filepath.IsLocal(c.Commentary) {
		sources = append(sources, backup.Source{From: c.Path(c.Commentary), Path: path.Join(configPart, filepath.ToSlash(c.Commentary))})
	}
	for _, o := range c.own {
		sources = append(sources, backup.Source{From: o.file, Path: path.Join(configPart, ownFolder, filepath.Base(o.file))})
	}
	data := c.DataFolder()
	err = filepath.WalkDir(data, func(file string, e fs.DirEntry, err error) error {
		name, _ := filepath.Rel(data, file)
		switch {
		case err != nil || file == data:
			return err
		case isPassing(name) && e.IsDir():
			return fs.SkipDir
		case isPassing(name) || !e.Type().IsRegular() || c.isSecret(file):
			return nil
		}
		sources = append(sources, backup.Source{From: file, Path: path.Join(dataPart, filepath.ToSlash(name))})
		return nil
	})
	return sources, err
}

// The parts of a backup.
const (
	configPart = "config"
	dataPart   = "data"
)

// isPassing says whether a file of the data folder is made again by itself: the database, what is being written, a lock.
func isPassing(name string) bool {
	base := filepath.Base(name)
	return name == "tmp" || strings.HasPrefix(base, ".") || strings.HasPrefix(name, "bolyst.duckdb") || strings.HasSuffix(base, ".lock")
}

// backupPeriod is the job.
func (in *installation) backupPeriod(ctx context.Context, _ *jobs.Run) error {
	if _, err := in.backUp(in.config.BackupFolder()); err != nil {
		return in.failure(ctx, err, "failed")
	}
	return nil
}
