package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"bolyst/internal/backup"
	"bolyst/internal/seal"
)

// restoreCommand makes an installation of a backup, where there is none.
type restoreCommand struct {
	Backup string `arg:"" name:"folder" help:"${restore_folder_help}"`
	To     string `placeholder:"${dir_word_help}" help:"${restore_to_help}"`
}

func (cmd *restoreCommand) Run(ctx context.Context, c *console) error {
	l := c.speaks()
	from, m, err := c.chosen(cmd.Backup)
	if err != nil {
		return err
	}
	r := restoration{from: from, manifest: m, to: cmd.To, language: l}
	if cmd.To == "" {
		r.to = filepath.Dir(c.config)
	}
	data := r.dataFolder(cmd.To != "")
	if err := r.isFree(data); err != nil {
		return err
	}
	if err := backup.RestoreFiles(from, m, configPart+"/", r.to); err != nil {
		return err
	}
	// The data folder comes last, whole: with it, the restoration is done.
	_, tombstones, err := readTombstones(filepath.Join(filepath.Dir(from), tombstonesName))
	if err != nil {
		return err
	}
	mend := func(folder string) error { return eraseAgain(ctx, folder, tombstones) }
	if err := backup.Restore(from, m, dataPart+"/", data, mend); err != nil {
		return err
	}
	fmt.Fprintln(c.out, l.Say("restore.done", m.Backup, m.KnownAt, r.to))
	if filepath.IsAbs(m.Data) && filepath.Clean(m.Data) != data {
		fmt.Fprintln(c.err, l.Say("restore.elsewhere", m.Data, data))
	}
	fmt.Fprintln(c.err, l.Say("restore.key"))
	return nil
}

// chosen is the backup that was asked for, or the newest of a folder, after every byte of it has been checked.
func (c *console) chosen(folder string) (from string, m backup.Manifest, err error) {
	l := c.speaks()
	names, err := backup.List(folder)
	if err != nil {
		return "", m, err
	}
	if from = folder; len(names) > 0 {
		from = filepath.Join(folder, names[len(names)-1])
	}
	if _, err := os.Stat(filepath.Join(from, seal.ManifestName)); err != nil {
		return "", m, misused{l.Say("restore.no_backup", folder)}
	}
	v := verified{}
	if err := v.manifest("", from); err != nil {
		return "", m, err
	}
	if len(v.wrong) > 0 {
		return "", m, failure{lines: append(v.lines(l), l.Say("restore.damaged", from))}
	}
	if m, err = backup.Read(from); err == nil && m.Backup == "" {
		err = misused{l.Say("restore.no_backup", folder)} // an edition, say
	}
	return from, m, err
}

// restoration is a backup on its way into a folder.
type restoration struct {
	from, to string
	manifest backup.Manifest
	language Language
}

// dataFolder is where the data go: as the configuration says, but for a trial elsewhere beside the configuration.
func (r restoration) dataFolder(elsewhere bool) string {
	switch {
	case !filepath.IsAbs(r.manifest.Data):
		return filepath.Join(r.to, filepath.FromSlash(r.manifest.Data))
	case elsewhere:
		return filepath.Join(r.to, dataPart)
	}
	return filepath.Clean(r.manifest.Data)
}

// isFree refuses to restore over anything. A configuration that is the same already may have come from a restoration that was
// cut short.
func (r restoration) isFree(data string) error {
	if entries, err := os.ReadDir(data); err == nil && len(entries) > 0 {
		return told(r.language.Say("restore.taken", data))
	}
	for _, f := range r.manifest.Under(configPart + "/") {
		file := filepath.Join(r.to, filepath.FromSlash(f.Path))
		there, err := seal.Sum(file)
		if err == nil && there.SHA256 != f.SHA256 {
			return told(r.language.Say("restore.taken", file))
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
