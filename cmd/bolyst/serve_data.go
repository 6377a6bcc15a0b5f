package main

import (
	"context"
	"path"
	"slices"
	"time"

	"bolyst/internal/batch"
	"bolyst/internal/web"
	"bolyst/metrics"
)

// mostRows are shown of a table: the others are for the command that lists them all.
const mostRows = 500

// dataPage tells what has come in of each source, and what became of it. What only the database knows is left out while it
// cannot be read.
func (s *service) dataPage(ctx context.Context, asked string) web.DataPage {
	state := s.seen()
	l := state.in.asks(asked)
	page := web.DataPage{Desk: s.desk(dataAddress, l, nil)}
	page.Tables = []web.Table{s.ages(l, state), balances(l, state.batches)}
	err := s.look(ctx, l, func(ctx context.Context, in *installation) error {
		rejected, err := in.rejectedTable(ctx)
		if err != nil {
			return err
		}
		known, err := in.knownTables(ctx)
		page.Tables = append(append(page.Tables, rejected), known...)
		return err
	})
	if err != nil {
		s.log.Error("the data folder cannot be read for a page", "error", printable(err.Error()))
		page.Findings = append(page.Findings, l.Say("data.closed"))
	}
	for _, b := range state.batches {
		if b.Check() != nil {
			page.Findings = append(page.Findings, l.Say("data.unbalanced", b.File, b.Number))
		}
	}
	return page
}

// ages tells how long ago each source was read, and how long it may be.
func (s *service) ages(l Language, state state) web.Table {
	zone := state.in.config.zone()
	t := web.Table{Caption: l.Say("data.ages"), Headings: wordsOver(l.Say("data.source"), l.Say("data.read_at"), l.Say("data.age"),
		l.Say("data.read_by"), l.Say("data.new_at"))}
	newest := state.sources()
	for _, source := range state.in.config.Sources {
		readAt, readBy, newAt := time.Time{}, l.Say("data.by_hand"), "–"
		if i := slices.IndexFunc(newest, func(b batch.Batch) bool { return b.Source == source.ID }); i >= 0 {
			readAt = newest[i].LoadedAt
			newAt = l.Say("data.batch", moment(readAt, zone), newest[i].Number)
		}
		row := web.Row{}
		if state.runner != nil {
			for i, status := range state.runner.Status(state.runner.Ledger, s.now()) {
				if status.Job != ingestJob+source.ID {
					continue
				}
				if status.Done.At.After(readAt) {
					readAt = status.Done.At
				}
				if row.Late = status.Overdue; !status.Next.IsZero() {
					readBy = moment(status.Next.Add(state.runner.Jobs[i].Grace), zone)
				}
			}
		}
		row.Cells = []string{source.ID, l.Say("data.never"), "–", readBy, newAt}
		if !readAt.IsZero() {
			row.Cells[1], row.Cells[2] = moment(readAt, zone), l.ago(s.now().Sub(readAt))
		}
		if row.Late {
			row.Cells[3] += " (" + l.Say("jobs.overdue") + ")"
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// ago writes an age: in hours up to two days, and in days after that.
func (l Language) ago(age time.Duration) string {
	hours := int(age.Hours())
	switch {
	case hours < 1:
		return l.Say("data.now")
	case hours < 48:
		return l.Count(hours, "data.hours", hours)
	}
	return l.Say("data.days", hours/24)
}

// balances accounts for every row of each file as it was last read, and of all of them together.
func balances(l Language, batches []batch.Batch) web.Table {
	t := web.Table{Caption: l.Say("data.balance"), Note: l.Say("data.balance.note"),
		Headings: append(wordsOver(l.Say("data.file"), l.Say("data.source")), numbersOver(l.Say("data.load"), l.Say("data.read"), l.Say("data.loaded"),
			l.Say("data.unchanged"), l.Say("data.superseded"), l.Say("data.rejected"))...)}
	files, sum := batch.Newest(batches), batch.Balance{}
	slices.Reverse(files)
	row := func(b batch.Balance, cells ...string) {
		for _, n := range []int{b.Read, b.Loaded, b.Unchanged, b.Superseded, b.Rejected} {
			cells = append(cells, l.whole(n))
		}
		t.Rows = append(t.Rows, web.Row{Cells: cells})
	}
	for _, b := range files[:min(len(files), mostRows)] {
		row(b.Balance, path.Base(b.File), b.Source, l.whole(b.Number))
	}
	for _, b := range files {
		sum.Read, sum.Loaded, sum.Unchanged = sum.Read+b.Read, sum.Loaded+b.Loaded, sum.Unchanged+b.Unchanged
		sum.Superseded, sum.Rejected = sum.Superseded+b.Superseded, sum.Rejected+b.Rejected
	}
	if len(files) > 1 {
		row(sum, l.Say("data.all_files"), "–", "–")
	}
	if len(files) > mostRows {
		t.Note += " " + l.Say("data.some_files", mostRows, len(files))
	}
	return t
}

func (l Language) whole(n int) string { return metrics.Language(l).Number(float64(n), 0) }

func wordsOver(texts ...string) (headings []web.Heading) {
	for _, text := range texts {
		headings = append(headings, web.Heading{Text: text})
	}
	return headings
}

func numbersOver(texts ...string) []web.Heading {
	headings := wordsOver(texts...)
	for i := range headings {
		headings[i].Number = true
	}
	return headings
}
