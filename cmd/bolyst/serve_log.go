package main

import (
	"bytes"
	"io"
	"log/slog"
)

// logger is where the service says what it does. Nothing in it tells of a person: sources, jobs, batches and counts.
type logger = *slog.Logger

func newLog(w io.Writer, form string) logger {
	if form == "json" {
		return slog.New(slog.NewJSONHandler(w, nil))
	}
	return slog.New(slog.NewTextHandler(w, nil))
}

// said is a console whose lines go into the log.
type said struct{ log logger }

func (s said) Write(text []byte) (int, error) {
	for line := range bytes.Lines(text) {
		if line = bytes.TrimSpace(line); len(line) > 0 {
			s.log.Info(string(line))
		}
	}
	return len(text), nil
}
