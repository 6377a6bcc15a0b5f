package main

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"

	"bolyst/dashboards"
	"bolyst/internal/edition"
	"bolyst/metrics"
)

// publishCommand makes an edition.
type publishCommand struct {
	momentFlags
	PDF bool `name:"pdf" help:"${publish_pdf_help}"`
}

func (cmd *publishCommand) Run(ctx context.Context, c *console) error {
	return c.with(ctx, func(in *installation) error {
		m, err := in.asked(cmd.momentFlags)
		if err != nil {
			return err
		}
		draft, err := in.draft(ctx, m)
		if err != nil {
			return err
		}
		folder, err := in.publishAndSay(ctx, draft)
		if err != nil {
			return err
		}
		fmt.Fprintln(in.out, folder)
		if cmd.PDF {
			return in.publishPDFs(ctx, folder)
		}
		return nil
	})
}

// publishAndSay publishes the draft in the languages of this run, says so, and returns the edition's folder.
func (in *installation) publishAndSay(ctx context.Context, draft metrics.Draft) (string, error) {
	r, err := in.guard(draft)
	if err != nil {
		return "", err
	}
	if err := in.since(ctx, r); err != nil {
		return "", err
	}
	if err := in.putBeside(r); err != nil {
		return "", err
	}
	folder, existed, err := in.publish(ctx, r, in.languages())
	var changed *edition.Changed
	switch {
	case errors.As(err, &changed):
		key := "publish.immutable"
		if errors.Is(err, edition.ErrDamaged) {
			key = "verify.damaged"
		}
		var f failure
		for _, what := range changed.Findings {
			f.lines = append(f.lines, in.language.Say(key, draft.Edition, in.language.sayFinding(what)))
		}
		return "", f
	case err != nil:
		return "", err
	case existed:
		fmt.Fprintln(in.err, in.language.Say("publish.existed", draft.Edition))
	default:
		fmt.Fprintln(in.err, in.language.Say("publish.done", draft.Edition))
	}
	in.sayKept(r)
	return folder, in.sayDrafts()
}

// languages are those of the editions, the first being the one whose pages lie at the front: the language asked for on the
// command line alone, or those of the configuration.
func (in *installation) languages() []metrics.Language {
	if in.console.language.Known() {
		return []metrics.Language{metrics.Language(in.console.language)}
	}
	var languages []metrics.Language
	for _, l := range in.config.Editions.Languages {
		languages = append(languages, metrics.Language(l))
	}
	return languages
}

func (in *installation) editions() string { return filepath.Join(in.config.DataFolder(), "editions") }

// manifest says what the edition is made from.
func (in *installation) manifest(r guarded) edition.Manifest {
	draft := r.draft
	m := edition.Manifest{After: r.after, Beside: r.beside, Edition: draft.Edition, Program: draft.Program, AsOf: draft.AsOf.Format(dateForm), KnownAt: draft.KnownAt, Config: draft.Run.Config}
	for _, source := range draft.Run.Sources {
		m.Sources = append(m.Sources, edition.SourceFile{Source: source.Source, File: source.File, SHA256: source.SHA256, Batch: source.Batch})
	}
	return m
}

// editionName numbers the edition by its date and batch, and tells apart by eight letters what else it was made from: the
// same inputs give the same name, in any folder.
func (in *installation) editionName(draft metrics.Draft) string {
	inputs := sha256.New()
	fmt.Fprintln(inputs, draft.Run.Config, draft.Program, in.languages())
	for _, source := range draft.Run.Sources {
		fmt.Fprintln(inputs, source.Source, source.File, source.SHA256)
	}
	if n := len(in.store.Ledger().Erasures()); n > 0 { // the same files, and not the same rows
		fmt.Fprintln(inputs, "erased", n)
	}
	return fmt.Sprintf("%s-b%04d-%s", draft.AsOf.Format(dateForm), draft.KnownAt, hex.EncodeToString(inputs.Sum(nil))[:8])
}

// files are what is written into a folder: name -> content.
type files map[string]func(io.Writer) error

// write writes the files into a folder of the edition.
func write(root, folder string, contents files) error {
	for name, content := range contents {
		if err := createFile(filepath.Join(root, filepath.FromSlash(folder), filepath.FromSlash(name)), content); err != nil {
			return fmt.Errorf("%s: %w", path.Join(folder, name), err)
		}
	}
	return nil
}

// writeAssets writes what the pages need beside them, once for all languages of an audience.
func (d door) writeAssets(root string) error {
	if d.language != d.first {
		return nil
	}
	return dashboards.Assets(func(name string, content []byte) error {
		return createFile(filepath.Join(root, d.audience, "assets", name),
			func(w io.Writer) error { _, err := w.Write(content); return err })
	})
}

func createFile(path string, content func(io.Writer) error) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		return err
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o640)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriterSize(file, 64<<10) // a page is written a word at a time
	if err = content(buffered); err == nil {
		err = buffered.Flush()
	}
	return errors.Join(err, file.Close())
}

// sayFinding says in what an edition is not as it was published.
func (l Language) sayFinding(f edition.Finding) string {
	switch f.Code {
	case edition.FindingField:
		return l.Say("edition.field", f.Name, f.Was, f.Now)
	case edition.FindingSources, edition.FindingAfter:
		return l.Say("edition." + f.Code)
	}
	return l.Say("edition."+f.Code, f.Name)
}
