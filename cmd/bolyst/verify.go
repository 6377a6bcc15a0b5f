package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"bolyst/internal/audit"
	"bolyst/internal/backup"
	"bolyst/internal/batch"
	"bolyst/internal/deliver"
	"bolyst/internal/edition"
	"bolyst/internal/jobs"
	"bolyst/internal/seal"
)

// verifyCommand reads every byte of the record, the editions and the backups again. It changes nothing, so it may run beside the
// service.
type verifyCommand struct {
	Folder string `arg:"" optional:"" name:"folder" help:"${verify_folder_help}"`
}

func (cmd *verifyCommand) Run(ctx context.Context, c *console) error {
	if cmd.Folder != "" {
		return c.verifyFolder(cmd.Folder)
	}
	in, err := c.configured(ctx)
	if err != nil {
		return err
	}
	v, err := in.verify(ctx)
	if err != nil {
		return err
	}
	if len(v.wrong) > 0 {
		return failure{lines: v.lines(in.language)}
	}
	fmt.Fprintln(in.out, v.whole(in.language))
	return nil
}

// verifyFolder checks a backup or an edition, or each backup of a folder.
func (c *console) verifyFolder(folder string) error {
	names, err := backup.List(folder)
	if err != nil {
		return err
	}
	v := verified{backups: len(names)}
	if len(names) == 0 {
		if _, err := os.Stat(filepath.Join(folder, seal.ManifestName)); errors.Is(err, fs.ErrNotExist) {
			return misused{c.speaks().Say("verify.no_folder", folder)}
		}
		err = v.manifest("", folder)
	}
	for _, name := range names {
		err = errors.Join(err, v.manifest(name, filepath.Join(folder, name)))
	}
	switch {
	case err != nil:
		return err
	case len(v.wrong) > 0:
		return failure{lines: v.lines(c.speaks())}
	}
	fmt.Fprintln(c.out, c.speaks().Say("verify.folder", folder))
	return nil
}

// verified is what was read, and what in it is not as it was written.
type verified struct {
	batches, editions, backups int
	wrong                      []seal.Finding
}

// verify checks the installation.
func (in *installation) verify(ctx context.Context) (v verified, err error) {
	data := in.config.DataFolder()
	if v.batches, v.wrong, err = batch.Verify(data); err != nil {
		return v, err
	}
	for _, name := range []string{jobs.LedgerName, deliver.LedgerName} {
		if err := v.journal(name, filepath.Join(data, name)); err != nil {
			return v, err
		}
	}
	log, err := audit.Verify(data)
	if err != nil {
		return v, err
	}
	if log.Broken > 0 {
		v.wrong = append(v.wrong, seal.Finding{Code: seal.Broken, Name: audit.LogName, Line: log.Broken})
	}
	editions, err := edition.List(in.editions())
	if err != nil {
		return v, err
	}
	v.editions = len(editions)
	for _, name := range editions {
		if err := errors.Join(ctx.Err(), v.manifest(path.Join("editions", name), filepath.Join(in.editions(), name))); err != nil {
			return v, err
		}
	}
	if err := v.journal(path.Join("editions", edition.ApprovalsName), filepath.Join(in.editions(), edition.ApprovalsName)); err != nil {
		return v, err
	}
	if _, err := edition.Latest(in.editions()); err != nil && len(editions) > 0 {
		v.wrong = append(v.wrong, seal.Finding{Code: seal.Broken, Name: "editions/latest", Line: 1})
	}
	backups, err := backup.List(in.config.BackupFolder())
	if err != nil || in.config.Backup == nil {
		return v, err
	}
	v.backups = len(backups)
	for _, name := range backups {
		folder := filepath.Join(in.config.BackupFolder(), name)
		if err := errors.Join(ctx.Err(), v.manifest(folder, folder)); err != nil {
			return v, err
		}
	}
	return v, nil
}

// journal checks the lines of a file, which need not be there.
func (v *verified) journal(name, file string) error {
	content, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	v.wrong = append(v.wrong, seal.CheckLines(name, content)...)
	return nil
}

// manifest checks a folder against its manifest. Its files are told with the name before them.
func (v *verified) manifest(name, folder string) error {
	found, err := seal.CheckManifest(folder)
	for _, f := range found {
		f.Name = path.Join(name, f.Name)
		v.wrong = append(v.wrong, f)
	}
	return err
}

// whole says that nothing is wrong, and how much was read.
func (v verified) whole(l Language) string {
	return l.Say("verify.whole", l.Many(v.batches, "count.batches"), l.Many(v.editions, "count.editions"), l.Many(v.backups, "count.backups"))
}

// lines tells what is wrong.
func (v verified) lines(l Language) (lines []string) {
	for _, f := range v.wrong {
		switch {
		case f.Line > 0 && f.Want != "":
			lines = append(lines, l.Say("verify.line", f.Name, f.Line, f.Got, f.Want))
		case f.Line > 0:
			lines = append(lines, l.Say("verify.broken", f.Name, f.Line))
		case f.Want != "":
			lines = append(lines, l.Say("verify.sum", f.Name, f.Got, f.Want))
		default:
			lines = append(lines, l.Say("verify."+f.Code, f.Name))
		}
	}
	return append(lines, l.Say("verify.help"))
}

// verifyPeriod is the job.
func (in *installation) verifyPeriod(ctx context.Context, _ *jobs.Run) error {
	v, err := in.verify(ctx)
	if err != nil || len(v.wrong) == 0 {
		return err
	}
	for _, line := range v.lines(in.language) {
		fmt.Fprintln(in.err, line)
	}
	return &jobs.Failure{Reason: "damaged", Final: true, Err: errors.New("files were changed after they were written")}
}
