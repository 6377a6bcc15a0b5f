package main

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/google/renameio/v2"

	"bolyst/internal/fetch"
)

// delivery is the files of a source, ready to be read.
type delivery struct {
	files []string
	// waiting: there are files, and all of them are taken the next time.
	waiting bool
	// unchanged: the source says that nothing is new since it was last asked.
	unchanged bool
	// kept is called when the rows are in the record, and discard in the end: what was fetched holds personal data and must
	// not outlive the reading.
	kept    func() error
	discard func() error
}

// deliver finds the source's files, or fetches them to a folder of this run that only its user can open.
func (in *installation) deliver(ctx context.Context, s Source) (delivery, error) {
	nothing := func() error { return nil }
	if !s.isRemote() {
		files, waiting, err := in.complete(ctx, s)
		return delivery{files: files, waiting: waiting, kept: nothing, discard: nothing}, err
	}
	origin, err := in.origin(s)
	if err != nil {
		return delivery{}, err
	}
	folder, err := os.MkdirTemp("", "bolyst-")
	if err != nil {
		return delivery{}, err
	}
	d := delivery{kept: nothing, discard: func() error { return os.RemoveAll(folder) }}
	file, err := origin.Fetch(ctx, folder, in.lastState(s))
	var fault *fetch.Fault
	if errors.As(err, &fault) {
		err = told(in.language.Say("ingest.fetch", s.ID, fault.Text(string(in.language))))
	}
	if err != nil {
		return d, errors.Join(err, d.discard())
	}
	if d.unchanged = file.Unchanged; !d.unchanged {
		d.files = []string{file.Path}
	}
	d.kept = func() error { return in.keepState(s, file.State) }
	return d, nil
}

// fetcher is one of the kinds of package fetch.
type fetcher interface {
	Fetch(ctx context.Context, folder string, last fetch.State) (fetch.File, error)
}

// origin is where the source's rows are fetched from, with its secret.
func (in *installation) origin(s Source) (fetcher, error) {
	secret := func(place Secret) (string, error) {
		if place == (Secret{}) {
			return "", nil
		}
		return in.config.reveal(s.ID, place, in.language)
	}
	web := fetch.Web{Allow: s.AllowHosts}
	switch {
	case s.Postgres != nil:
		dsn, err := secret(s.Postgres.DSN)
		return fetch.Postgres{DSN: dsn, Query: s.Postgres.Query, TimeZone: in.config.TimeZone, Name: s.ID + ".csv"}, err
	case s.Teamtailor != nil:
		token, err := secret(s.Teamtailor.Token)
		return fetch.Teamtailor{Address: s.Teamtailor.Address, Token: token, Web: web}, err
	}
	token, err := secret(s.Token)
	return fetch.HTTPS{URL: s.URL, Token: token, Web: web}, err
}

// statePath is where the program keeps what a web server said of the file it gave last.
func (in *installation) statePath(s Source) string {
	return filepath.Join(in.config.DataFolder(), "fetched", s.ID+".json")
}

// lastState is what was said last. Where nothing is known, or it cannot be read, the file is fetched whole.
func (in *installation) lastState(s Source) fetch.State {
	var state fetch.State
	content, err := os.ReadFile(in.statePath(s))
	if err != nil || json.Unmarshal(content, &state) != nil {
		return fetch.State{}
	}
	// Another mapping, or a record that was taken away, needs the file again.
	if newest := in.newest([]Source{s}); len(newest) == 0 || newest[len(newest)-1].Mapping != in.fingerprint(in.config.Mapping(s)) {
		return fetch.State{}
	}
	return state
}

func (in *installation) keepState(s Source, state fetch.State) error {
	if state == (fetch.State{}) {
		err := os.Remove(in.statePath(s))
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	}
	content, err := json.Marshal(state)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(in.statePath(s)), 0o700); err != nil {
		return err
	}
	return renameio.WriteFile(in.statePath(s), content, 0o600)
}
