package main

import (
	"context"
	"errors"
	"net/url"
	"strconv"

	"bolyst/internal/audit"
	"bolyst/internal/store"
	"bolyst/internal/web"
	"bolyst/metrics"
)

// tracePage shows who is behind a figure, and on which rows of which files each of them rests: what the command answers. Who
// looks is written down before anything is looked up.
func (s *service) tracePage(ctx context.Context, who string, asked url.Values) (web.TracePage, error) {
	in, f := s.seen().in, figureIn(asked)
	l := in.asks(asked.Get("lang"))
	page := web.TracePage{Desk: s.desk(traceAddress, l, f.values()), Button: l.Say("trace.button")}
	var err error
	if page.Fields, err = in.fields(l, f); err == nil && f.indicator != "" {
		err = s.look(ctx, l, func(ctx context.Context, in *installation) error {
			definition, m, err := in.answerable(f)
			if err != nil {
				return err
			}
			if s.record(audit.Traced, who, f.name(m)) != nil {
				return web.ErrUnwritten
			}
			t, err := in.trace(ctx, m, definition, f.programme, f.period)
			if err != nil {
				return err
			}
			page.Figure, page.Note, page.Sum, page.Rows = in.titleOf(t), l.Say("trace.staff"), in.sumOf(t), in.rowsOf(t)
			if len(t.Subjects) == 0 {
				page.Sum = l.Say("trace.nobody")
			}
			return nil
		})
	}
	var wrong misused
	switch {
	case errors.As(err, &wrong):
		page.Wrong, err = onPage(wrong.line), nil
	case errors.Is(err, store.ErrClosed), errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		page.Wrong, err = l.Say("trace.busy"), web.ErrBusy
	case err != nil && !errors.Is(err, web.ErrUnwritten):
		s.log.Error("a figure cannot be traced", "error", printable(err.Error()))
		page.Wrong = l.Say("trace.broken")
	}
	return page, err
}

// rowsOf are the rows behind a figure, those of each subject together. A subject without any has a row of its own.
func (in *installation) rowsOf(t trace) web.Table {
	l := in.language
	table := web.Table{Caption: l.Say("trace.rows"), Headings: append(append(wordsOver(l.Say("trace.who"), l.Say("trace.outcome"), l.Say("data.feed"), l.Say("trace.day"),
		l.Say("data.file"), l.Say("trace.sheet")), numbersOver(l.Say("trace.line"), l.Say("data.load"))...), wordsOver(l.Say("trace.loaded"))...)}
	rows := 0
	add := func(cells ...string) {
		if rows++; rows <= mostRows {
			table.Rows = append(table.Rows, web.Row{Cells: cells})
		}
	}
	for _, s := range t.Subjects {
		for _, f := range s.Facts {
			add(s.ID, s.Outcome, metrics.Language(l).Say("feed_"+f.Feed), f.HappenedOn, f.File, or(f.Sheet, "–"), strconv.Itoa(f.Row), strconv.Itoa(f.Batch), f.LoadedAt[:len(dateForm)])
		}
		if len(s.Facts) == 0 {
			add(s.ID, s.Outcome, "–", "–", "–", "–", "–", "–", "–")
		}
	}
	if rows > mostRows {
		table.Note = l.Say("trace.some", mostRows, rows, t.command())
	}
	return table
}

// command is the command line that answers the same.
func (t trace) command() string {
	return "bolyst trace " + t.Indicator + " --programme " + t.Programme + " --period " + t.Period + " --as-of " + t.AsOf + " --known-at " + strconv.Itoa(t.KnownAt)
}
