package main

import (
	"context"
	"errors"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"bolyst/ingest"
	"bolyst/internal/batch"
	"bolyst/metrics"
	"bolyst/reports"
)

// giveBack writes the supplier's own file with the rejected cells marked, and returns where it lies. The file must still be
// where the source has it, and say what it said when it was read.
func (in *installation) giveBack(ctx context.Context, b batch.Batch, folder string) (string, error) {
	s, _ := in.config.Source(b.Source)
	original, err := in.original(s, b)
	if err != nil {
		return "", err
	}
	problems, err := in.problems(ctx, b)
	if err != nil {
		return "", err
	}
	marked := reports.MarkedWorkbook{Name: in.config.Name, LoadedOn: b.LoadedAt, Load: balance(b)}
	for _, p := range problems {
		field, _ := in.config.Mapping(s).Feed.Field(p.Field)
		mask := p.Rule == ingest.RuleIdentityNumber || p.Masked && !field.Pseudonym // the supplier's own numbers find the row again
		marked.Faults = append(marked.Faults, reports.Fault{Sheet: p.Sheet, Row: p.Row, Column: p.Column, Rule: p.Rule,
			Text: p.Text(string(in.language)), Masked: p.Masked, Mask: mask})
	}
	base := path.Base(b.File)
	out := filepath.Join(folder, strings.TrimSuffix(base, path.Ext(base))+in.language.Say("rejects.suffix")+".xlsx")
	if err := os.MkdirAll(folder, 0o750); err != nil {
		return "", err
	}
	mapping := in.config.Mapping(s)
	if mapping.Format.Type == "xlsx" {
		file, err := os.Open(original)
		if err != nil {
			return "", err
		}
		defer file.Close()
		info, err := file.Stat()
		if err != nil {
			return "", err
		}
		marked.Original, marked.Size = file, info.Size()
	} else if marked.Lines, err = linesOf(original, mapping.Format); err != nil {
		return "", err
	}
	write := func(w io.Writer) error { return reports.Marked(w, marked, metrics.Language(in.language)) }
	err = newFile(out, in.language, write)
	if errors.Is(err, reports.ErrCannotMark) { // the summary alone says where everything stands
		marked.Original = nil
		err = errors.Join(os.Remove(out), newFile(out, in.language, write))
	}
	return out, err
}

// original finds the file that the batch was read from, unchanged.
func (in *installation) original(s Source, b batch.Batch) (string, error) {
	if s.isRemote() {
		return "", told(in.language.Count(b.Rejected, "replay.gone", b.File, b.Rejected))
	}
	file, err := in.fileOf(s, b)
	if err != nil {
		return "", err
	}
	if file == "" {
		return "", told(in.language.Count(b.Rejected, "replay.gone", b.File, b.Rejected))
	}
	if sha256, err := ingest.SHA256(file); err != nil || sha256 != b.SHA256 {
		return "", errors.Join(err, told(in.language.Say("rejects.changed", b.File)))
	}
	return file, nil
}

// fileOf is where the file of a batch lies, "" when it is gone.
func (in *installation) fileOf(s Source, b batch.Batch) (string, error) {
	found, err := in.config.find(s)
	for _, file := range slices.Concat(found.files, found.partial) {
		if in.config.nameOf(file) == b.File {
			return file, err
		}
	}
	return "", err
}

// linesOf reads the records of a text file.
func linesOf(file string, format ingest.Format) ([]reports.Line, error) {
	var lines []reports.Line
	err := ingest.Lines(file, format, func(l ingest.Line) error {
		lines = append(lines, reports.Line{Number: l.Number, Cells: l.Cells})
		return nil
	})
	return lines, err
}
