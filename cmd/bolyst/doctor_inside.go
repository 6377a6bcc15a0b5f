package main

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"bolyst/internal/backup"
	"bolyst/internal/batch"
	"bolyst/internal/jobs"
	"bolyst/internal/store"
)

// Room on the disk under which it is noted, and under which nothing can be relied on any more.
const (
	littleRoom = 2 << 30
	noRoom     = 200 << 20
)

func (d *doctor) disk(context.Context) {
	free, known := freeBytes(nearest(d.config.DataFolder()))
	state := fine
	switch {
	case !known:
		return
	case free < noRoom:
		state = faulty
	case free < littleRoom:
		state = note
	}
	d.say("disk", state, d.language.Say("doctor.disk."+state, free>>20, d.config.Data))
}

// nearest is the folder, or the one above it that is there.
func nearest(folder string) string {
	for ; folder != filepath.Dir(folder); folder = filepath.Dir(folder) {
		if _, err := os.Stat(folder); err == nil {
			break
		}
	}
	return folder
}

// keys looks whether the keys are there, and readable for their owner alone. What stands in them is not told.
func (d *doctor) keys(context.Context) {
	if _, mistakes := d.config.Secret(); len(mistakes) > 0 {
		for _, m := range mistakes {
			d.say("keys", faulty, m.Say(d.language))
		}
	} else {
		d.say("keys", fine, d.language.Say("doctor.keys.fine", d.config.KeyFile))
	}
	for _, written := range d.config.secretFiles()[1:] {
		info, err := os.Stat(d.config.Path(written))
		switch {
		case err != nil:
			d.say("keys", faulty, d.language.Say("doctor.keys.missing", written, reason(err)))
		case isOpenToOthers(info):
			d.say("keys", faulty, d.language.Say("doctor.keys.open", written, info.Mode().Perm(), d.config.Path(written)))
		default:
			d.say("keys", fine, d.language.Say("doctor.keys.fine", written))
		}
	}
}

// folders looks whether the data folder can be written to, and by whom it can be read.
func (d *doctor) folders(context.Context) {
	folder := d.config.DataFolder()
	info, err := os.Stat(folder)
	switch {
	case errors.Is(err, os.ErrNotExist):
		d.say("folders", note, d.language.Say("doctor.folders.missing", d.config.Data))
		return
	case err != nil:
		d.say("folders", faulty, d.language.Say("exit.disk", folder, reason(err)))
		return
	case info.Mode().Perm()&0o007 != 0 && runtime.GOOS != "windows":
		d.say("folders", faulty, d.language.Say("doctor.folders.open", d.config.Data, info.Mode().Perm(), folder))
	default:
		d.say("folders", fine, d.language.Say("doctor.folders.fine", d.config.Data))
	}
	if err := writable(folder); err != nil {
		d.say("folders", faulty, d.language.Say("doctor.folders.closed", folder, reason(err)))
	}
}

// writable tries whether files can be made in a folder.
func writable(folder string) error {
	file, err := os.CreateTemp(folder, ".doctor-")
	if err != nil {
		return err
	}
	return errors.Join(file.Close(), os.Remove(file.Name()))
}

// database opens the warehouse, unless another process has it, which has opened it then.
func (d *doctor) database(ctx context.Context) {
	if _, err := os.Stat(d.config.DataFolder()); err != nil {
		return
	}
	in, err := (&console{out: d.world.out, err: io.Discard, language: d.language, config: d.world.config, now: d.world.now}).open(ctx)
	var said failure
	switch {
	case errors.Is(err, store.ErrInUse):
		d.inUse = true
		d.say("database", fine, d.language.Say("doctor.database.in_use"))
		return
	case errors.As(err, &said):
		for _, line := range said.lines {
			d.say("database", faulty, line)
		}
		return
	case err != nil:
		d.say("database", faulty, d.language.Say("exit.failed", err.Error()))
		return
	}
	defer in.Close() // nothing was written that is not in the record
	if why := in.store.Rebuilt(); why != "" {
		d.say("database", note, d.language.Say("store.rebuilt", why))
		return
	}
	d.say("database", fine, d.language.Say("doctor.database.fine", d.language.Many(in.store.Ledger().Last(), "count.batches")))
}

// clock holds the machine's clock against what has been written: time goes forward.
func (d *doctor) clock(context.Context) {
	latest := time.Time{}
	if ledger, err := batch.Open(d.config.DataFolder()); err == nil {
		for _, b := range ledger.Batches() {
			if b.LoadedAt.After(latest) {
				latest = b.LoadedAt
			}
		}
	}
	if ledger, err := jobs.Open(d.config.DataFolder()); err == nil && ledger.Written().After(latest) {
		latest = ledger.Written()
	}
	now, zone := d.world.now(), d.config.zone()
	if latest.After(now.Add(time.Minute)) {
		d.say("clock", faulty, d.language.Say("doctor.clock.behind", moment(now, zone), moment(latest, zone)))
		return
	}
	d.say("clock", fine, d.language.Say("doctor.clock.fine", moment(now, zone)))
}

// bytes reads everything that has been written.
func (d *doctor) bytes(ctx context.Context) {
	v, err := d.verify(ctx)
	switch {
	case err != nil:
		d.say("bytes", faulty, d.language.Say("exit.failed", err.Error()))
	case len(v.wrong) > 0:
		for _, line := range v.lines(d.language) {
			d.say("bytes", faulty, line)
		}
	default:
		d.say("bytes", fine, v.whole(d.language))
	}
}

// The age of a backup from which it is noted, and from which it is none.
const (
	oldBackup  = 2 * 24 * time.Hour
	lostBackup = 8 * 24 * time.Hour
)

func (d *doctor) backups(context.Context) {
	to := d.config.BackupFolder()
	if to == "" {
		d.say("backup", note, d.language.Say("doctor.backup.nowhere"))
		return
	}
	names, err := backup.List(to)
	if err != nil || len(names) == 0 {
		d.say("backup", faulty, d.language.Say("doctor.backup.none", to))
		return
	}
	at, _ := backup.At(names[len(names)-1])
	state, age := fine, d.world.now().Sub(at)
	switch {
	case age > lostBackup:
		state = faulty
	case age > oldBackup:
		state = note
	}
	d.say("backup", state, d.language.Say("doctor.backup."+state, moment(at, d.config.zone())))
}
